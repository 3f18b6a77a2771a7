package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Evidences.Proposal;
import fr.educentre.assidu.shell.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The proposals that whoever acts now may decide, locked until they have. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OwnProposals {

    private final ProposalStore proposals;
    private final AliasStore aliases;
    private final CurrentActor actor;
    private final Ownership ownership;

    OwnProposals(ProposalStore proposals, AliasStore aliases, CurrentActor actor, Ownership ownership) {
        this.proposals = proposals;
        this.aliases = aliases;
        this.actor = actor;
        this.ownership = ownership;
    }

    /** All of one participant, existing and the caller's own. */
    List<ProposalStore.StoredProposal> locked(Collection<UUID> proposalIds) {
        UUID first = proposalIds.stream().findFirst().orElseThrow(() -> Refusal.notFound("proposal"));
        Proposal known = proposals
                .find(first)
                .orElseThrow(() -> Refusal.notFound("proposal"))
                .proposal();
        aliases.lock(known.source(), known.personKey());
        List<ProposalStore.StoredProposal> kept = proposals.lock(proposalIds);
        boolean same =
                kept.stream().allMatch(one -> sameParticipant(one.proposal(), known.source(), known.personKey()));
        if (!same || kept.size() != Set.copyOf(proposalIds).size()) {
            throw Refusal.notFound("proposal");
        }
        actor.find()
                .ifPresent(person -> kept.forEach(
                        one -> ownership.requireSession(person, one.proposal().sessionId())));
        return kept;
    }

    private static boolean sameParticipant(Proposal proposal, EvidenceSource source, String personKey) {
        return proposal.source() == source && proposal.personKey().equals(personKey);
    }
}
