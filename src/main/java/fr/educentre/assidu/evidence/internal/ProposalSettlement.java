package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.evidence.Evidences.Proposal;
import fr.educentre.assidu.evidence.MatchMethod;
import fr.educentre.assidu.training.ExpectedLearner;
import fr.educentre.assidu.training.Sessions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Settles whose a participant's traces are, in the sessions where that learner is expected. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ProposalSettlement {

    private final ProposalStore proposals;
    private final TraceStore traces;
    private final ParticipantMatches participants;
    private final Sessions sessions;

    ProposalSettlement(ProposalStore proposals, TraceStore traces, ParticipantMatches participants, Sessions sessions) {
        this.proposals = proposals;
        this.traces = traces;
        this.participants = participants;
        this.sessions = sessions;
    }

    /** Of all these, the proposals of sessions where the learner is expected. */
    List<ProposalStore.StoredProposal> whereExpected(List<ProposalStore.StoredProposal> kept, UUID learnerId) {
        Map<UUID, List<ExpectedLearner>> expected = sessions.expected(sessionsOf(kept));
        return kept.stream()
                .filter(one -> expected.getOrDefault(one.proposal().sessionId(), List.of()).stream()
                        .anyMatch(learner -> learner.learner().id().equals(learnerId)))
                .toList();
    }

    void settle(
            List<ProposalStore.StoredProposal> kept,
            UUID learnerId,
            MatchMethod how,
            String decidedBy,
            String matchedBy) {
        Proposal one = kept.getFirst().proposal();
        proposals.decide(
                kept.stream().map(each -> each.proposal().id()).toList(),
                ProposalStore.State.CONFIRMED,
                learnerId,
                decidedBy);
        traces.match(
                participants.unmatched(one.source(), one.personKey(), sessionsOf(kept), learnerId, how), matchedBy);
    }

    /** What waited is known by itself by now: so are the traces that came before. */
    void known(ProposalStore.StoredProposal open, IdentityMatch.Known as) {
        settle(List.of(open), as.learnerId(), as.how(), ProposalStore.SYSTEM, ProposalStore.SYSTEM);
    }

    private static List<UUID> sessionsOf(List<ProposalStore.StoredProposal> kept) {
        return kept.stream().map(one -> one.proposal().sessionId()).toList();
    }
}
