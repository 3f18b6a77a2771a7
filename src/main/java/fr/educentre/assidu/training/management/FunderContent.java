package fr.educentre.assidu.training.management;

import fr.educentre.assidu.shell.WrittenText;
import fr.educentre.assidu.training.FunderKind;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Who pays for training.
 *
 * @param retired no longer offered where a funder is chosen
 */
@Embeddable
public record FunderContent(
        @NotBlank @Size(max = 40) String code,
        @NotBlank @Size(max = 200) String name,
        @NotNull @Enumerated(EnumType.STRING) FunderKind kind,
        Boolean retired) {

    public FunderContent {
        retired = Boolean.TRUE.equals(retired);
        code = WrittenText.line(code);
        name = WrittenText.line(name);
    }
}
