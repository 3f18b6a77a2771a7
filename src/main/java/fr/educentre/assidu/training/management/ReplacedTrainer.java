package fr.educentre.assidu.training.management;

import com.fasterxml.jackson.annotation.JsonAlias;
import fr.educentre.assidu.shell.ReferencedId;
import fr.educentre.assidu.shell.WrittenText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * Who gives a session in place of the planned trainer.
 *
 * @param trainerId the planned one ends the replacement
 */
public record ReplacedTrainer(
        @NotNull @JsonAlias("trainer") @JsonDeserialize(using = ReferencedId.class)
        UUID trainerId,

        @Size(max = 500) @Nullable String reason) {

    public ReplacedTrainer {
        reason = reason == null ? null : WrittenText.line(reason);
    }
}
