package fr.educentre.assidu.relaunch;

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
            @Nullable Instant firstSentAt,
            @Nullable Instant secondSentAt,
            @Nullable Instant endedAt,
            @Nullable String endReason) {}
}
