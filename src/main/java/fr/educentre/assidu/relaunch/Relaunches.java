package fr.educentre.assidu.relaunch;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Relaunches of learners, for other modules. */
public interface Relaunches {

    List<RelaunchView> ofLearner(UUID learnerId);

    record RelaunchView(
            UUID id,
            UUID alertId,
            UUID learnerId,
            String state,
            Instant startedAt,
            @JsonUnwrapped Reminders reminders,
            @JsonUnwrapped End end) {

        /** When the learner was reminded. */
        public record Reminders(
                @Nullable Instant firstSentAt, @Nullable Instant secondSentAt) {}

        /** When it ended, and why. */
        public record End(
                @Nullable Instant endedAt, @Nullable String endReason) {}
    }
}
