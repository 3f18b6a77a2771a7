package fr.educentre.assidu.training;

import fr.educentre.assidu.shell.PageOf;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sessions, for other modules. Ownership is the caller's to check, through {@code access.Ownership}. */
public interface Sessions {

    Optional<SessionInfo> find(UUID id);

    /** @throws fr.educentre.assidu.shell.Refusal NOT_FOUND */
    SessionInfo get(UUID id);

    Map<UUID, SessionInfo> byIds(Collection<UUID> ids);

    /** Exact external identifier to session. */
    Map<String, SessionInfo> byExternalIds(Collection<String> externalIds);

    PageOf<SessionInfo> search(Query query, int page, int size);

    /** The session of that meeting whose slot is overlapped most by the given stretch, if any is. */
    Optional<SessionInfo> byMeeting(MeetingProvider provider, String meetingId, TimeSlot stretch);

    /** Sessions of that meeting, not cancelled or postponed, whose slot overlaps; by start. */
    List<SessionInfo> ofMeeting(MeetingProvider provider, String meetingId, TimeSlot stretch);

    /** Meetings of sessions reached by one of these addresses, whatever the case they are written in. */
    List<String> meetingIds(MeetingProvider provider, Collection<String> urls);

    /** {@code ONLINE} sessions, not cancelled or postponed, where a learner is expected and the slot overlaps. */
    List<SessionInfo> onlineSessionsOf(UUID learnerId, TimeSlot stretch);

    /** Sessions that are held, in which the learner makes up for one of these; by start. */
    List<SessionInfo> catchUpsOf(UUID learnerId, Collection<UUID> missedIds);

    /** Who is expected, by name. */
    List<ExpectedLearner> expected(UUID sessionId);

    Map<UUID, List<ExpectedLearner>> expected(Collection<UUID> sessionIds);

    /**
     * A trainer starts the roll-call; an open session stays open.
     *
     * @throws Refusal CONFLICT where the session is closed, cancelled or postponed
     */
    void open(UUID sessionId);

    /** Closes; a closed session stays closed. Publishes {@link SessionClosed}. */
    void close(UUID sessionId, String by);

    /** @throws Refusal CONFLICT where {@link #close} would be refused: not held, not begun */
    void requireClosable(UUID sessionId);

    /**
     * A closed session is open again, so that what was wrong can be put right; attendance is decided anew. Publishes {@link
     * SessionReopened}.
     *
     * @param reason why, for the journal
     * @throws Refusal CONFLICT where it is not closed
     */
    void reopen(UUID sessionId, String reason);

    /**
     * Closes those of these sessions that are over, as of half an hour after their end; tells nobody: the caller has their
     * attendance decided.
     */
    void closePast(Collection<UUID> sessionIds, String by);

    /** When those of the sessions that are closed were closed. */
    Map<UUID, Instant> closedAt(Collection<UUID> sessionIds);

    /** Its expected sources are complete: called by attendance. */
    void markDataComplete(UUID sessionId, Instant at);

    /** Sessions that ended in the given stretch and are neither closed, cancelled, postponed nor complete. */
    List<UUID> endedWithoutData(Instant from, Instant to);

    /**
     * @param from start of session at or after
     * @param to start of session before
     * @param states empty for all
     * @param trainerId only sessions this trainer was planned for, gave or takes part in
     * @param learnerId only sessions where this learner is expected
     * @param q beginnings of words of the title or the external identifier
     */
    record Query(
            @Nullable UUID groupId,
            @Nullable UUID trainerId,
            @Nullable UUID learnerId,
            @Nullable Instant from,
            @Nullable Instant to,
            Set<SessionState> states,
            @Nullable String q) {

        /** Whatever their words. */
        public Query(
                @Nullable UUID groupId,
                @Nullable UUID trainerId,
                @Nullable UUID learnerId,
                @Nullable Instant from,
                @Nullable Instant to,
                Set<SessionState> states) {
            this(groupId, trainerId, learnerId, from, to, states, null);
        }

        public static Query all() {
            return new Query(null, null, null, null, null, Set.of());
        }
    }

    /** Who is expected at these sessions is no longer who it was. */
    record ExpectedChanged(Set<UUID> sessionIds) {}

    /** A closed session is open again: what was final is no longer. */
    record SessionReopened(UUID sessionId) {}

    /** A person closed the session: what is known is final. */
    record SessionClosed(UUID sessionId, String by) {}
}
