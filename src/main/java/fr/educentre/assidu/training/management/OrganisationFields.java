package fr.educentre.assidu.training.management;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.shell.WrittenText;
import jakarta.persistence.Embeddable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What is said of the organisation. */
@Embeddable
public record OrganisationFields(
        @NotBlank @Size(max = 300) String name,
        @Valid @JsonUnwrapped Registration registration,
        @Valid @JsonUnwrapped PostalAddress place,
        @Valid @JsonUnwrapped Reachable reachable,
        @Valid @JsonUnwrapped Representative representative) {

    public OrganisationFields {
        name = WrittenText.line(name);
    }
}
