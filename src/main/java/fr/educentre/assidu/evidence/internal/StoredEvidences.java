package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.access.SystemOnly;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.evidence.MatchMethod;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.evidence.Trace;
import fr.educentre.assidu.evidence.TraceKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class StoredEvidences implements Evidences {

    private static final String SYSTEM = ProposalStore.SYSTEM;

    private final TraceStore traces;
    private final ProposalStore proposals;
    private final IdentityMatching matching;
    private final IdentityDecisions decisions;
    private final MatchRevocation takingBack;
    private final MeetingTraces meetings;
    private final CurrentActor actor;
    private final Ownership ownership;
    private final SupersededParticipants toldBetter;
    private final ApplicationEventPublisher events;

    StoredEvidences(
            TraceStore traces,
            ProposalStore proposals,
            IdentityMatching matching,
            IdentityDecisions decisions,
            MatchRevocation takingBack,
            MeetingTraces meetings,
            CurrentActor actor,
            Ownership ownership,
            SupersededParticipants toldBetter,
            ApplicationEventPublisher events) {
        this.traces = traces;
        this.proposals = proposals;
        this.matching = matching;
        this.decisions = decisions;
        this.takingBack = takingBack;
        this.meetings = meetings;
        this.actor = actor;
        this.ownership = ownership;
        this.toldBetter = toldBetter;
        this.events = events;
    }

    @Override
    @Transactional
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER})
    public Recorded record(Collection<NewTrace> given) {
        return record(given, (changed, learnerIds) -> {
            if (!changed.isEmpty() || !learnerIds.isEmpty()) {
                events.publishEvent(new EvidenceRecorded(meetings.touched(changed), learnerIds));
            }
        });
    }

    @Override
    @Transactional
    @SystemOnly
    public Recorded loadHistory(Collection<NewTrace> given) {
        return record(given, (changed, learnerIds) -> events.publishEvent(new HistoryLoaded(learnerIds)));
    }

    private Recorded record(Collection<NewTrace> given, BiConsumer<Set<UUID>, Set<UUID>> tell) {
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
        Map<ParticipantKey, NewTrace> waiting = new LinkedHashMap<>();
        Set<UUID> changed = new HashSet<>();
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
            } else if (identities.get(ParticipantKey.of(trace)) instanceof IdentityMatch.Known known) {
                sure.add(match(one.id(), trace, known.learnerId(), known.how()));
            } else if (trace.about().sessionId() != null) {
                waiting.putIfAbsent(ParticipantKey.of(trace), trace);
            }
        }
        traces.match(sure, SYSTEM);
        traces.match(stated, actor.nameOrSystem());
        propose(waiting, identities);
        changed.addAll(settle(identities));
        tell.accept(changed, learners(changed, sure, stated));
        return new Recorded(kept.stream()
                .map(one -> new RecordedTrace(one.id(), one.isNew()))
                .toList());
    }

    private static TraceStore.Match match(UUID id, NewTrace trace, UUID learnerId, MatchMethod how) {
        return new TraceStore.Match(id, trace.time().occurredAt(), trace.about().sessionId(), learnerId, how);
    }

    private void propose(Map<ParticipantKey, NewTrace> waiting, Map<ParticipantKey, IdentityMatch> identities) {
        List<ProposalStore.Draft> drafts = new ArrayList<>();
        waiting.forEach((key, trace) -> {
            switch (identities.get(key)) {
                case IdentityMatch.Open open ->
                    drafts.add(draft(key, trace, open.candidates(), open.note(), ProposalStore.State.OPEN, null));
                case IdentityMatch.Trainer() ->
                    drafts.add(draft(
                            key, trace, List.of(), UnmatchedReason.TRAINER, ProposalStore.State.DISMISSED, SYSTEM));
                case null, default -> {}
            }
        });
        proposals.propose(drafts);
    }

    private static ProposalStore.Draft draft(
            ParticipantKey key,
            NewTrace trace,
            List<Candidate> candidates,
            String note,
            ProposalStore.State state,
            @Nullable String by) {
        return new ProposalStore.Draft(
                key,
                trace.person().name(),
                trace.person().email(),
                StableParticipantKey.of(trace),
                candidates,
                note,
                state,
                by);
    }

    /**
     * What was open and is now known by itself (an e-mail address was added to a learner) or told better waits for nobody.
     *
     * @return sessions where someone no longer waits
     */
    private Set<UUID> settle(Map<ParticipantKey, IdentityMatch> identities) {
        Set<UUID> sessionIds = identities.keySet().stream()
                .map(ParticipantKey::sessionId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (sessionIds.isEmpty()) {
            return Set.of();
        }
        List<ProposalStore.StoredProposal> unknown = new ArrayList<>();
        for (ProposalStore.StoredProposal open : proposals.open(sessionIds)) {
            if (identities.get(ParticipantKey.of(open.proposal())) instanceof IdentityMatch.Known known) {
                decisions.known(open, known);
            } else {
                unknown.add(open);
            }
        }
        return toldBetter.close(unknown);
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

    @Override
    @Transactional(readOnly = true)
    public List<Trace> ofSession(UUID sessionId) {
        return meetings.of(List.of(sessionId)).getOrDefault(sessionId, List.of());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, List<Trace>> ofSessions(Collection<UUID> sessionIds) {
        return meetings.of(sessionIds);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Trace> ofLearner(UUID learnerId, Instant from, Instant to, int limit) {
        return ConnectionIntervals.of(traces.ofLearner(learnerId, from, to, limit))
                .reversed();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, List<Trace>> activityOf(Collection<UUID> learnerIds, Instant from, Instant to) {
        Map<UUID, List<Trace>> found = new HashMap<>();
        for (Trace trace : traces.activityOf(learnerIds, from, to)) {
            found.computeIfAbsent(Objects.requireNonNull(trace.match().learnerId()), id -> new ArrayList<>())
                    .add(trace);
        }
        return found;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Proposal> openProposals(UUID sessionId) {
        return proposals.open(List.of(sessionId)).stream()
                .map(ProposalStore.StoredProposal::proposal)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, List<Proposal>> openProposals(Collection<UUID> sessionIds) {
        return proposals.open(sessionIds).stream()
                .map(ProposalStore.StoredProposal::proposal)
                .collect(Collectors.groupingBy(Proposal::sessionId));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Proposal> proposal(UUID proposalId) {
        return proposals.find(proposalId).map(ProposalStore.StoredProposal::proposal);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Participant> participants(UUID sessionId, EvidenceSource source, Collection<String> personKeys) {
        if (personKeys.isEmpty()) {
            return List.of();
        }
        Map<String, ProposalStore.StoredProposal> decided = new HashMap<>();
        for (ProposalStore.StoredProposal kept : proposals.ofSessions(List.of(sessionId))) {
            if (kept.proposal().source() == source) {
                decided.put(kept.proposal().personKey(), kept);
            }
        }
        Map<String, Participant> found = new LinkedHashMap<>();
        var keys = personKeys.stream().map(TextSanitizer::required).distinct().toList();
        for (Trace trace : traces.ofParticipant(sessionId, source, keys)) {
            ProposalStore.StoredProposal kept = decided.get(trace.person().key());
            if (trace.match().learnerId() != null) {
                kept = null;
            }
            var one = new Participant(
                    trace.person().key(),
                    trace.person().name() == null
                            ? trace.person().key()
                            : trace.person().name(),
                    trace.match().learnerId(),
                    trace.match().how(),
                    kept != null && kept.state() == ProposalStore.State.OPEN ? kept.proposal() : null,
                    kept != null && kept.state() == ProposalStore.State.DISMISSED);
            found.merge(trace.person().key(), one, (a, b) -> a.learnerId() != null ? a : b);
        }
        return List.copyOf(found.values());
    }

    @Override
    @Transactional
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    public void confirm(UUID proposalId, UUID learnerId, String by) {
        decisions.confirm(List.of(proposalId), learnerId, by);
    }

    @Override
    @Transactional
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    public void dismiss(UUID proposalId, String by) {
        decisions.dismiss(List.of(proposalId), by);
    }

    @Override
    @Transactional
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    public void withdraw(UUID sessionId, UUID learnerId, String personKey, String by) {
        actor.find().ifPresent(person -> ownership.requireSession(person, sessionId));
        List<Trace> theirs = traces.ofSessions(List.of(sessionId)).stream()
                .filter(trace -> trace.person().key().equals(personKey)
                        && learnerId.equals(trace.match().learnerId()))
                .toList();
        if (traces.withdraw(sessionId, learnerId, personKey) == 0) {
            return;
        }
        takingBack.inSession(sessionId, learnerId, personKey, theirs, by);
    }
}
