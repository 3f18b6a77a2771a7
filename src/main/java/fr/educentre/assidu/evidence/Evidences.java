package fr.educentre.assidu.evidence;

import fr.educentre.assidu.training.TimeSlot;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Recording and reading traces. Traces are never changed; recording one again is a no-op. */
public interface Evidences {

    /**
     * Keeps the traces and matches them: by issued identifier or e-mail at once; by name only a proposal, for sessions.
     * Publishes {@link EvidenceRecorded} when anything is new, {@link ActivityRecorded} for work on the platform.
     */
    Recorded record(Collection<NewTrace> traces);

    /** As {@link #record}, of times long past: whoever loads them has sessions decided upon, each at its own time. */
    Recorded loadHistory(Collection<NewTrace> traces);

    /** Traces of a session with whose they are, unmatched ones included; in time order. */
    List<Trace> ofSession(UUID sessionId);

    Map<UUID, List<Trace>> ofSessions(Collection<UUID> sessionIds);

    /** Matched traces of a learner, newest first. */
    List<Trace> ofLearner(UUID learnerId, Instant from, Instant to, int limit);

    /**
     * As {@link #record}, of a file that may have been read before in another zone or by other headings: what it told then
     * and does not tell now counts no more, and counts again should it be read so again.
     *
     * @param deliveryId of the file as received
     */
    Recorded recordReading(UUID deliveryId, Collection<NewTrace> given);

    /** Platform activity (kinds ACTIVITY, sources XAPI and PLATFORM) of the learners, in time order. */
    Map<UUID, List<Trace>> activityOf(Collection<UUID> learnerIds, Instant from, Instant to);

    /** Participants of the session not matched yet, with candidates. */
    List<Proposal> openProposals(UUID sessionId);

    Map<UUID, List<Proposal>> openProposals(Collection<UUID> sessionIds);

    Optional<Proposal> proposal(UUID proposalId);

    /** What became of these participants of the session, known by their keys in the source's words. */
    List<Participant> participants(UUID sessionId, EvidenceSource source, Collection<String> personKeys);

    /**
     * A person says whose traces they are. Publishes {@link EvidenceRecorded}.
     *
     * @throws fr.educentre.assidu.shell.Refusal NOT_FOUND; CONFLICT when decided otherwise already; INVALID when the
     *     learner is not expected at the session
     */
    void confirm(UUID proposalId, UUID learnerId, String by);

    /** A person says the participant is nobody expected (a guest, the trainer). */
    void dismiss(UUID proposalId, String by);

    /** Takes back the matches of a participant; the traces wait again. */
    void withdraw(UUID sessionId, UUID learnerId, String personKey, String by);

    /** @param traces for each given trace in order: its id and whether it is new */
    record Recorded(List<RecordedTrace> traces) {
        public long fresh() {
            return traces.stream().filter(RecordedTrace::isNew).count();
        }

        /** How many of the given that count are new. @param given what was recorded, in its order */
        public long fresh(List<NewTrace> given, Predicate<NewTrace> counting) {
            return of(given, counting).filter(RecordedTrace::isNew).count();
        }

        /** How many of the given that count were there before. @param given what was recorded, in its order */
        public long known(List<NewTrace> given, Predicate<NewTrace> counting) {
            return of(given, counting).filter(one -> !one.isNew()).count();
        }

        private Stream<RecordedTrace> of(List<NewTrace> given, Predicate<NewTrace> counting) {
            return IntStream.range(0, traces.size())
                    .filter(n -> counting.test(given.get(n)))
                    .mapToObj(traces::get);
        }
    }

    record RecordedTrace(UUID id, boolean isNew) {}

    /** New or newly matched traces. */
    record EvidenceRecorded(Set<UUID> sessionIds, Set<UUID> learnerIds) {}

    /**
     * Work on the platform (kinds ACTIVITY, sources XAPI and PLATFORM) is new, or newly someone's.
     *
     * @param activity whose, and from the first to the last of it
     */
    record ActivityRecorded(Map<UUID, TimeSlot> activity) {}

    /** People said whose some traces are, or are no longer. */
    record MatchesDecided(Set<UUID> learnerIds) {}

    /** What was received reaches the session's end: its source has no more to say. */
    record SourceCompleted(UUID sessionId) {}

    /**
     * A participant of a session, as the source names them.
     *
     * @param learnerId whose they are, null while that is not known
     * @param proposal what waits for a person, null where nothing does
     * @param dismissed nobody expected: the trainer, or a guest as a person said
     */
    record Participant(
            String personKey,
            String personName,
            @Nullable UUID learnerId,
            @Nullable MatchMethod how,
            @Nullable Proposal proposal,
            boolean dismissed) {}

    /**
     * @param candidates best first; empty for someone who looks like nobody expected
     * @param note why nobody is matched, in the reader's language; empty where the candidates say it
     */
    record Proposal(
            UUID id,
            UUID sessionId,
            EvidenceSource source,
            String personKey,
            String personName,
            List<Candidate> candidates,
            String note) {}

    /** @param score between 0 and 1; @param why in French, for the person who confirms */
    record Candidate(UUID learnerId, String name, double score, String why) {

        /** The best that a likeness can be: less than certain, since nobody is matched on it. */
        public static final double MOST = 0.99;

        /** Bears the very same name, or is as likely on other grounds. */
        public boolean likeliest() {
            return score >= MOST;
        }
    }
}
