package fr.educentre.assidu.training.management;

import fr.educentre.assidu.shell.WrittenText;
import fr.educentre.assidu.training.CentreSetup;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Why a session is not held on its slot.
 *
 * @param causedBy the centre unless said otherwise
 * @param newStartsAt when it is held instead; null where that is not known yet
 */
public record NotHeld(
        @NotBlank @Size(max = 500) String reason,
        CentreSetup.Unheld.@Nullable CausedBy causedBy,
        @Nullable String newStartsAt) {

    public NotHeld {
        reason = WrittenText.line(reason);
    }
}
