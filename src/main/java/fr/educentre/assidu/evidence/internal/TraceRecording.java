package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.evidence.Evidences.Recorded;
import fr.educentre.assidu.evidence.Evidences.RecordedTrace;
import fr.educentre.assidu.evidence.MatchMethod;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.training.TimeSlot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps traces and finds out whose they are, as far as that is sure. */
@Component
class TraceRecording {

    private static final String SYSTEM = ProposalStore.SYSTEM;

    private final TraceStore traces;
    private final FileReadings readings;
    private final IdentityMatching matching;
    private final WaitingParticipants participants;
    private final CurrentActor actor;

    TraceRecording(
            TraceStore traces,
            FileReadings readings,
            IdentityMatching matching,
            WaitingParticipants participants,
            CurrentActor actor) {
        this.traces = traces;
        this.readings = readings;
        this.matching = matching;
        this.participants = participants;
        this.actor = actor;
    }

    /**
     * What a recording changed.
     *
     * @param sessionIds the sessions that changed
     * @param learnerIds whose traces they are
     * @param activity what of it is work on the platform: whose, and of which time
     */
    record News(Set<UUID> sessionIds, Set<UUID> learnerIds, Map<UUID, TimeSlot> activity) {}

    /**
     * @param reading the delivery of a file that may have been read otherwise before, null where there is none
     */
    Recorded record(Collection<NewTrace> given, @Nullable UUID reading, Consumer<News> tell) {
        List<NewTrace> told = List.copyOf(given);
        if (told.isEmpty()) {
            return new Recorded(List.of());
        }
        List<TraceStore.StoredTrace> kept = traces.keep(told);
        Map<ParticipantKey, IdentityMatch> identities = matching.identify(told.stream()
                .filter(trace -> trace.match().learnerId() == null && trace.kind() != TraceKind.ENDED)
                .toList());
        List<TraceStore.Match> sure = new ArrayList<>();
        List<TraceStore.Match> stated = new ArrayList<>();
        var activity = new ActivitySpans();
        Map<ParticipantKey, NewTrace> waiting = new LinkedHashMap<>();
        Set<UUID> changed = reading == null
                ? new HashSet<>()
                : readings.settle(
                        reading, kept.stream().map(TraceStore.StoredTrace::id).toList());
        for (int n = 0; n < told.size(); n++) {
            NewTrace trace = told.get(n);
            TraceStore.StoredTrace one = kept.get(n);
            if (one.isNew() && trace.about().sessionId() != null) {
                changed.add(trace.about().sessionId());
            }
            if (one.learnerId() != null || trace.kind() == TraceKind.ENDED) {
                continue;
            }
            if (trace.match().learnerId() != null) {
                stated.add(match(
                        one.id(),
                        trace,
                        trace.match().learnerId(),
                        trace.match().how() == null
                                ? MatchMethod.ACCOUNT
                                : trace.match().how()));
                activity.add(trace, trace.match().learnerId());
            } else if (identities.get(ParticipantKey.of(trace)) instanceof IdentityMatch.Known known) {
                sure.add(match(one.id(), trace, known.learnerId(), known.how()));
                activity.add(trace, known.learnerId());
            } else if (trace.about().sessionId() != null) {
                waiting.putIfAbsent(ParticipantKey.of(trace), trace);
            }
        }
        traces.match(sure, SYSTEM);
        traces.match(stated, actor.nameOrSystem());
        participants.propose(waiting, identities);
        changed.addAll(participants.settle(identities));
        tell.accept(new News(changed, learners(changed, sure, stated), activity.spans()));
        return new Recorded(kept.stream()
                .map(one -> new RecordedTrace(one.id(), one.isNew()))
                .toList());
    }

    private static TraceStore.Match match(UUID id, NewTrace trace, UUID learnerId, MatchMethod how) {
        return new TraceStore.Match(id, trace.time().occurredAt(), trace.about().sessionId(), learnerId, how);
    }

    /** Whose they are; their sessions are added to those that changed. */
    private static Set<UUID> learners(Set<UUID> changed, List<TraceStore.Match> sure, List<TraceStore.Match> stated) {
        Set<UUID> learnerIds = new HashSet<>();
        for (List<TraceStore.Match> matches : List.of(sure, stated)) {
            for (TraceStore.Match match : matches) {
                learnerIds.add(match.learnerId());
                if (match.sessionId() != null) {
                    changed.add(match.sessionId());
                }
            }
        }
        return Set.copyOf(learnerIds);
    }
}
