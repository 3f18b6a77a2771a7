package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.evidence.Evidences.Candidate;
import fr.educentre.assidu.evidence.NewTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Participants of whom nobody has said yet who they are. */
@Component
class WaitingParticipants {

    private final ProposalStore proposals;
    private final ProposalSettlement settlement;
    private final SupersededParticipants toldBetter;

    WaitingParticipants(ProposalStore proposals, ProposalSettlement settlement, SupersededParticipants toldBetter) {
        this.proposals = proposals;
        this.settlement = settlement;
        this.toldBetter = toldBetter;
    }

    void propose(Map<ParticipantKey, NewTrace> waiting, Map<ParticipantKey, IdentityMatch> identities) {
        List<ProposalStore.Draft> drafts = new ArrayList<>();
        waiting.forEach((key, trace) -> {
            switch (identities.get(key)) {
                case IdentityMatch.Open open ->
                    drafts.add(draft(key, trace, open.candidates(), open.note(), ProposalStore.State.OPEN, null));
                case IdentityMatch.Trainer() ->
                    drafts.add(draft(
                            key,
                            trace,
                            List.of(),
                            UnmatchedReason.TRAINER,
                            ProposalStore.State.DISMISSED,
                            ProposalStore.SYSTEM));
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
    Set<UUID> settle(Map<ParticipantKey, IdentityMatch> identities) {
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
                settlement.known(open, known);
            } else {
                unknown.add(open);
            }
        }
        return toldBetter.close(unknown);
    }
}
