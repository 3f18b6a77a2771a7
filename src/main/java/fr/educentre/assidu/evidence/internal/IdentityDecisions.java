package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.ActorJournal;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.evidence.Evidences.Proposal;
import fr.educentre.assidu.evidence.Identities.Decided;
import fr.educentre.assidu.evidence.MatchMethod;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.Refusal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What people decide about participants, and what follows from it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class IdentityDecisions {

    private final ProposalStore proposals;
    private final AliasStore aliases;
    private final OwnProposals own;
    private final ProposalSettlement settlement;
    private final MatchRevocation takingBack;
    private final EvidenceChanges changes;
    private final CurrentActor actor;
    private final ActorJournal journal;

    IdentityDecisions(
            ProposalStore proposals,
            AliasStore aliases,
            OwnProposals own,
            ProposalSettlement settlement,
            MatchRevocation takingBack,
            EvidenceChanges changes,
            CurrentActor actor,
            ActorJournal journal) {
        this.proposals = proposals;
        this.aliases = aliases;
        this.own = own;
        this.settlement = settlement;
        this.takingBack = takingBack;
        this.changes = changes;
        this.actor = actor;
        this.journal = journal;
    }

    Decided confirm(Collection<UUID> proposalIds, UUID learnerId, String by) {
        List<ProposalStore.StoredProposal> kept = own.locked(proposalIds);
        List<ProposalStore.StoredProposal> open = kept.stream()
                .filter(one -> one.state() != ProposalStore.State.CONFIRMED || !learnerId.equals(one.learnerId()))
                .toList();
        if (open.isEmpty()) {
            return new Decided(0, 0);
        }
        requireOpen(open);
        List<ProposalStore.StoredProposal> theirs = settlement.whereExpected(open, learnerId);
        if (theirs.isEmpty()) {
            throw Refusal.invalid("refusal.proposal.notExpected");
        }
        Proposal one = theirs.getFirst().proposal();
        boolean lasting = theirs.stream().anyMatch(ProposalStore.StoredProposal::lasting);
        settlement.settle(theirs, learnerId, MatchMethod.CONFIRMED, by, by);
        theirs.forEach(each -> record("evidence.confirmed", each.proposal(), learnerId, by));
        UUID account = actor.find().map(Actor::accountId).orElse(null);
        AliasStore.StoredAlias alias =
                aliases.remember(one.source(), one.personKey(), one.personName(), learnerId, lasting, by, account);
        List<ProposalStore.StoredProposal> others = lasting ? others(one, learnerId) : List.of();
        if (!others.isEmpty()) {
            settlement.settle(others, learnerId, MatchMethod.ALIAS, ProposalStore.SYSTEM, by);
        }
        if (lasting) {
            journal.recordBy(
                    by,
                    JournalRecord.of(
                                    "identity.aliasConfirmed",
                                    "alias",
                                    alias.id().toString())
                            .learner(learnerId)
                            .after(Map.of(
                                    "participant",
                                    one.personName(),
                                    "source",
                                    one.source().name(),
                                    "sessions",
                                    theirs.size() + others.size())));
        }
        Set<UUID> changed = new HashSet<>(sessionsOf(theirs));
        changed.addAll(sessionsOf(others));
        changes.publish(changed, Set.of(learnerId));
        return new Decided(theirs.size(), others.size());
    }

    /** Where the same participant waits too, and the alias that now holds says who it is. */
    private List<ProposalStore.StoredProposal> others(Proposal one, UUID learnerId) {
        List<UUID> said =
                aliases.lasting(one.source(), List.of(one.personKey())).getOrDefault(one.personKey(), List.of());
        if (!said.equals(List.of(learnerId))) {
            return List.of();
        }
        List<ProposalStore.StoredProposal> waiting = proposals.lockOpen(one.source(), one.personKey()).stream()
                .filter(each -> !each.reopened())
                .toList();
        return waiting.isEmpty() ? List.of() : settlement.whereExpected(waiting, learnerId);
    }

    void dismiss(Collection<UUID> proposalIds, String by) {
        List<ProposalStore.StoredProposal> open = own.locked(proposalIds).stream()
                .filter(one -> one.state() != ProposalStore.State.DISMISSED)
                .toList();
        if (open.isEmpty()) {
            return;
        }
        requireOpen(open);
        proposals.decide(ids(open), ProposalStore.State.DISMISSED, null, by);
        open.forEach(each -> record("evidence.dismissed", each.proposal(), null, by));
        changes.publish(new HashSet<>(sessionsOf(open)), Set.of());
    }

    void undo(Collection<UUID> proposalIds, String by) {
        List<ProposalStore.StoredProposal> kept = own.locked(proposalIds);
        List<ProposalStore.StoredProposal> dismissed = kept.stream()
                .filter(one -> one.state() == ProposalStore.State.DISMISSED)
                .toList();
        if (!dismissed.isEmpty()) {
            proposals.reopenDismissed(ids(dismissed));
            dismissed.forEach(each -> record("evidence.reopened", each.proposal(), null, by));
            changes.publish(new HashSet<>(sessionsOf(dismissed)), Set.of());
        }
        kept.stream()
                .filter(one -> one.state() == ProposalStore.State.CONFIRMED && one.learnerId() != null)
                .collect(Collectors.groupingBy(one -> Optional.ofNullable(one.learnerId())))
                .forEach((learner, said) -> learner.ifPresent(id -> {
                    Proposal one = said.getFirst().proposal();
                    takingBack.confirmations(one.source(), one.personKey(), id, sessionsOf(said), by);
                    said.forEach(each -> record("evidence.withdrawn", each.proposal(), id, by));
                }));
    }

    private static void requireOpen(List<ProposalStore.StoredProposal> kept) {
        if (kept.stream().anyMatch(one -> one.state() != ProposalStore.State.OPEN)) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.proposal.decided");
        }
    }

    private static List<UUID> ids(List<ProposalStore.StoredProposal> kept) {
        return kept.stream().map(one -> one.proposal().id()).toList();
    }

    private static List<UUID> sessionsOf(List<ProposalStore.StoredProposal> kept) {
        return kept.stream().map(one -> one.proposal().sessionId()).toList();
    }

    private void record(String action, Proposal proposal, @Nullable UUID learnerId, String by) {
        journal.recordBy(
                by,
                JournalRecord.of(action, "session", proposal.sessionId().toString())
                        .learner(learnerId)
                        .after(Map.of(
                                "participant",
                                proposal.personName(),
                                "source",
                                proposal.source().name())));
    }
}
