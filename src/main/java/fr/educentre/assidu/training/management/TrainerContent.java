package fr.educentre.assidu.training.management;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.shell.WrittenText;
import jakarta.persistence.Embeddable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Somebody who teaches.
 *
 * @param externalId by which lists and partners know them
 * @param retired no longer offered where a trainer is chosen
 */
@Embeddable
public record TrainerContent(
        @NotBlank @Size(max = 60) String externalId,
        @Valid @JsonUnwrapped PersonFields person,
        Boolean retired) {

    public TrainerContent {
        retired = Boolean.TRUE.equals(retired);
        externalId = WrittenText.line(externalId);
    }
}
