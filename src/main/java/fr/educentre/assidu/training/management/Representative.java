package fr.educentre.assidu.training.management;

import fr.educentre.assidu.shell.WrittenText;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Who stands for the organisation on its documents. */
@Embeddable
public record Representative(
        @NotBlank @Size(max = 200) String representativeName,
        @NotBlank @Size(max = 200) String representativeTitle) {

    public Representative {
        representativeName = WrittenText.line(representativeName);
        representativeTitle = WrittenText.line(representativeTitle);
    }
}
