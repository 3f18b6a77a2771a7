package fr.educentre.assidu.attendance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of what is retained for a learner and a session.
 *
 * @param observedMinutes union of the intervals within the slot, breaks out; at most taughtMinutes
 * @param creditedMinutes what counts for the fundings; at most observedMinutes
 * @param decidedBy rule and version, or person and reason
 */
public record Verdict(
        UUID sessionId,
        UUID learnerId,
        @Nullable UUID enrolmentId,
        int version,
        AttendanceStatus status,
        int taughtMinutes,
        int observedMinutes,
        int creditedMinutes,
        List<Credit> credits,
        int lateMinutes,
        int earlyMinutes,
        boolean proofSufficient,
        List<Interval> intervals,
        List<UUID> evidence,
        Decision decidedBy,
        Instant decidedAt,
        @Nullable Instant supersededAt) {

    /** Minutes charged to one funding. */
    public record Credit(UUID fundingId, int minutes) {}

    /** A stretch within the slot, by source. */
    public record Interval(Instant from, Instant to, String source) {}

    /** Who or what decided. */
    public sealed interface Decision permits ByRule, ByPerson {
        String why();
    }

    public record ByRule(String rule, int version, String why) implements Decision {}

    public record ByPerson(
            String person,
            String role,
            String reason,
            @Nullable UUID documentId,
            String why) implements Decision {}
}
