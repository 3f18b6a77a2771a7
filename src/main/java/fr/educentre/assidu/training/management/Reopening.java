package fr.educentre.assidu.training.management;

import fr.educentre.assidu.shell.WrittenText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a closed session is opened again. */
public record Reopening(@NotBlank @Size(max = 500) String reason) {

    public Reopening {
        reason = WrittenText.line(reason);
    }
}
