package fr.educentre.assidu.attendance;

import fr.educentre.assidu.shell.Wording;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of what is retained for a learner and a session.
 *
 * @param decidedBy rule and version, or person and reason
 */
public record Verdict(
        Subject subject,
        AttendanceStatus status,
        Minutes minutes,
        List<Credit> credits,
        Proof proof,
        Decision decidedBy,
        Version version) {

    /** Whose it is, and of which session. */
    public record Subject(
            UUID sessionId, UUID learnerId, @Nullable UUID enrolmentId) {}

    /**
     * What was counted.
     *
     * @param observed union of the intervals within the slot, breaks out; at most taughtMinutes
     * @param credited what counts for the fundings; at most observedMinutes
     */
    public record Minutes(int taught, int observed, int credited, int late, int early) {}

    /** What it rests on. */
    public record Proof(boolean sufficient, List<Interval> intervals, List<UUID> evidence) {}

    /** Its place among the versions. */
    public record Version(
            int number, Instant decidedAt, @Nullable Instant supersededAt) {}

    /** Minutes charged to one funding. */
    public record Credit(UUID fundingId, int minutes) {}

    /** A stretch within the slot, by source. */
    public record Interval(Instant from, Instant to, String source) {}

    /** Who or what decided. */
    public sealed interface Decision permits ByRule, ByPerson {
        Wording why();
    }

    public record ByRule(String rule, int version, Wording why) implements Decision {}

    /** @param reason a wording, as stored */
    public record ByPerson(
            String person,
            String role,
            String reason,
            @Nullable UUID documentId,
            Wording why) implements Decision {}
}
