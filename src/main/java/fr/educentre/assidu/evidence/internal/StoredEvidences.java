package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.access.SystemOnly;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.evidence.Trace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class StoredEvidences implements Evidences {

    private final TraceStore traces;
    private final TraceRecording recording;
    private final ProposalStore proposals;
    private final IdentityDecisions decisions;
    private final SessionRevocation revocation;
    private final MeetingTraces meetings;
    private final ApplicationEventPublisher events;

    StoredEvidences(
            TraceStore traces,
            TraceRecording recording,
            ProposalStore proposals,
            IdentityDecisions decisions,
            SessionRevocation revocation,
            MeetingTraces meetings,
            ApplicationEventPublisher events) {
        this.traces = traces;
        this.recording = recording;
        this.proposals = proposals;
        this.decisions = decisions;
        this.revocation = revocation;
        this.meetings = meetings;
        this.events = events;
    }

    @Override
    @Transactional
    @AllowedRoles({Role.QUALITY_MANAGER, Role.TRAINER})
    public Recorded record(Collection<NewTrace> given) {
        return recording.record(given, null, this::tell);
    }

    @Override
    @Transactional
    @AllowedRoles({Role.QUALITY_MANAGER, Role.TRAINER})
    public Recorded recordReading(UUID deliveryId, Collection<NewTrace> given) {
        return recording.record(given, deliveryId, this::tell);
    }

    private void tell(TraceRecording.News news) {
        if (!news.sessionIds().isEmpty() || !news.learnerIds().isEmpty()) {
            events.publishEvent(new EvidenceRecorded(meetings.touched(news.sessionIds()), news.learnerIds()));
        }
        tellActivity(news);
    }

    private void tellActivity(TraceRecording.News news) {
        if (!news.activity().isEmpty()) {
            events.publishEvent(new ActivityRecorded(news.activity()));
        }
    }

    @Override
    @Transactional
    @SystemOnly
    public Recorded loadHistory(Collection<NewTrace> given) {
        return recording.record(given, null, this::tellActivity);
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
        revocation.withdraw(sessionId, learnerId, personKey, by);
    }
}
