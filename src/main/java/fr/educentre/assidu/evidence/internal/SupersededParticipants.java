package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.evidence.Trace;
import fr.educentre.assidu.evidence.TraceKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Participants whom the events of a meeting knew by name alone, and whose every stay the report then told of under a surer
 * one: nobody need say any more who they are. Should a stay come up that the report does not know, they wait again.
 */
@Component
class SupersededParticipants {

    private final TraceStore traces;
    private final MeetingTraces meetings;
    private final ProposalStore proposals;

    SupersededParticipants(TraceStore traces, MeetingTraces meetings, ProposalStore proposals) {
        this.traces = traces;
        this.meetings = meetings;
        this.proposals = proposals;
    }

    /** @return sessions where someone no longer waits */
    Set<UUID> close(Collection<ProposalStore.StoredProposal> open) {
        List<ProposalStore.StoredProposal> waiting =
                open.stream().filter(one -> !one.reopened()).toList();
        Set<UUID> sessionIds =
                waiting.stream().map(one -> one.proposal().sessionId()).collect(Collectors.toSet());
        if (sessionIds.isEmpty()) {
            return Set.of();
        }
        Map<UUID, List<Trace>> raw = new HashMap<>();
        for (Trace trace : traces.ofSessions(sessionIds)) {
            raw.computeIfAbsent(Objects.requireNonNull(trace.about().sessionId()), id -> new ArrayList<>())
                    .add(trace);
        }
        Map<UUID, List<Trace>> counted = meetings.of(sessionIds);
        Set<UUID> settled = new HashSet<>();
        List<UUID> moot = new ArrayList<>();
        for (ProposalStore.StoredProposal one : waiting) {
            UUID sessionId = one.proposal().sessionId();
            if (stays(raw.getOrDefault(sessionId, List.of()), one)
                    && counted.getOrDefault(sessionId, List.of()).stream().noneMatch(trace -> theirs(trace, one))) {
                moot.add(one.proposal().id());
                settled.add(sessionId);
            }
        }
        proposals.forget(moot);
        return settled;
    }

    /** By their own events alone they would have been there. */
    private static boolean stays(List<Trace> all, ProposalStore.StoredProposal one) {
        return ConnectionIntervals.of(all.stream()
                        .filter(trace -> trace.kind() == TraceKind.ENDED || theirs(trace, one))
                        .toList())
                .stream()
                .anyMatch(trace -> theirs(trace, one));
    }

    private static boolean theirs(Trace trace, ProposalStore.StoredProposal one) {
        return trace.kind() != TraceKind.ENDED
                && trace.origin().source() == one.proposal().source()
                && trace.person().key().equals(one.proposal().personKey());
    }
}
