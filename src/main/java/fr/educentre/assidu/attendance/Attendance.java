package fr.educentre.assidu.attendance;

import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.training.SessionInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Attendance: reading it, having it decided, marking it. */
public interface Attendance {

    /** One row a learner expected, by name; a learner without a verdict yet is AWAITING_DATA. */
    List<Row> ofSession(UUID sessionId);

    /** Current rows of the sessions: session id to rows. Bounded number of statements whatever the number of sessions. */
    Map<UUID, List<Row>> ofSessions(Collection<UUID> sessionIds);

    /** Current verdicts of the learners for sessions first planned from, to (both included). */
    Map<UUID, List<Verdict>> ofLearners(Collection<UUID> learnerIds, LocalDate from, LocalDate to);

    /** The same as known at an instant: decided by then, and not yet superseded. */
    Map<UUID, List<Verdict>> ofLearnersAsKnownAt(
            Collection<UUID> learnerIds, LocalDate from, LocalDate to, Instant knownAt);

    /** Every version for a session and learner, oldest first. */
    List<Verdict> history(UUID sessionId, UUID learnerId);

    /**
     * The traces received make the session's source complete: statuses are final, the session is not closed. Decided when
     * the transaction has committed.
     */
    void sourceComplete(UUID sessionId);

    /**
     * A person's mark or correction, kept as a trace and as a verdict of its own.
     *
     * @throws Refusal CONFLICT telling who said otherwise and when, where the mark's author had not seen it; INVALID before
     *     half an hour before the session's start, and where it is cancelled or postponed
     */
    void mark(UUID sessionId, UUID learnerId, Mark mark);

    /** The same of several learners, all or none; the session is decided once. */
    void mark(UUID sessionId, Collection<UUID> learnerIds, Mark mark);

    /** Whether people are marked at the session now: from half an hour before its start on, where it is held at all. */
    boolean takesMarks(SessionInfo session);

    /** Takes back a person's mark: the other traces decide again. Refused once the session is closed. */
    void takeBack(UUID sessionId, UUID learnerId);

    /** The session's trainer or a quality manager closes it: what is known is final, who is missing is absent. */
    void close(UUID sessionId);

    /** Where sources contradict each other or a person's decision, learner by learner. */
    Map<UUID, Set<Discordance>> discordances(UUID sessionId);

    /** Keeps a document that supports a correction; answers its id. */
    UUID addDocument(UUID sessionId, String fileName, byte[] bytes);

    /**
     * A document that supports a correction; that it was opened is in the journal.
     *
     * @throws fr.educentre.assidu.shell.Refusal NOT_FOUND
     */
    CorrectionDocument document(UUID sessionId, UUID documentId);

    /** A document as it was brought. */
    @SuppressWarnings("ArrayRecordComponent")
    record CorrectionDocument(String fileName, String mediaType, byte[] bytes) {}

    /**
     * @param from arrival, when late; @param to departure, when left early
     * @param documentId needed to correct to a present status once the session is closed
     * @param seen the version that its author looked at, 0 where there was none; null where that is not told
     */
    record Mark(
            AttendanceStatus status,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String reason,
            @Nullable UUID documentId,
            @Nullable Integer seen) {

        public Mark(
                AttendanceStatus status,
                @Nullable Instant from,
                @Nullable Instant to,
                @Nullable String reason,
                @Nullable UUID documentId) {
            this(status, from, to, reason, documentId, null);
        }

        /** Made by someone who looked at this row. */
        public Mark seeing(Row row) {
            int version = row.verdict() == null ? 0 : row.verdict().version().number();
            return new Mark(status, from, to, reason, documentId, version);
        }
    }

    /** @param verdict null while nothing was decided; @param justification null where nothing is to justify */
    record Row(
            UUID sessionId,
            Learner learner,
            AttendanceStatus status,
            @Nullable JustificationState justification,
            int taughtMinutes,
            @Nullable Verdict verdict) {

        /** Who was expected. */
        public record Learner(
                UUID id,
                String name,
                String firstName,
                String lastName,
                @Nullable UUID enrolmentId) {}
    }

    /** Two sources that do not say the same. */
    enum Discordance {
        MARKED_PRESENT_NOT_CONNECTED,
        MARKED_ABSENT_BUT_CONNECTED,
        SIGNED_NOT_CONNECTED,
        SIGNED_BUT_MARKED_ABSENT,
        /** Others signed. */
        CONNECTED_NOT_SIGNED,
        /** Others signed. */
        MARKED_PRESENT_NOT_SIGNED,
        /** The countersigned sign-in is believed before a connection log that shows otherwise. */
        LOG_SET_ASIDE,
        /** The log of the service and the one of a file show otherwise; one is believed. */
        OTHER_LOG_SET_ASIDE
    }

    /** Verdicts were written. */
    record AttendanceChanged(UUID sessionId, Set<UUID> learnerIds) {}
}
