package fr.educentre.assidu.training.management;

import com.fasterxml.jackson.annotation.JsonAlias;
import fr.educentre.assidu.shell.ReferencedId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * How somebody makes up for a session that they missed: in one of others, or in one of their own.
 *
 * @param sessionId of others, to join
 * @param planned of its own, where none is joined
 */
public record NewCatchUp(
        @NotNull @JsonAlias("learner") @JsonDeserialize(using = ReferencedId.class)
        UUID learnerId,

        @JsonAlias("session") @JsonDeserialize(using = ReferencedId.class) @Nullable
        UUID sessionId,

        @Valid @Nullable SessionContent planned) {}
