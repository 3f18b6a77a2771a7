package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.access.ActorJournal;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.MatchMethod;
import fr.educentre.assidu.evidence.Trace;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.training.ExpectedLearner;
import fr.educentre.assidu.training.Sessions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person's word taken back: what was matched by it is matched no more, the participant waits again and the sessions are
 * decided again. An alias rests on people's words and falls with the last of them.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MatchRevocation {

    private final ProposalStore proposals;
    private final AliasStore aliases;
    private final ParticipantMatches participants;
    private final CandidateFinder candidates;
    private final Sessions sessions;
    private final EvidenceChanges changes;
    private final ActorJournal journal;

    MatchRevocation(
            ProposalStore proposals,
            AliasStore aliases,
            ParticipantMatches participants,
            CandidateFinder candidates,
            Sessions sessions,
            EvidenceChanges changes,
            ActorJournal journal) {
        this.proposals = proposals;
        this.aliases = aliases;
        this.participants = participants;
        this.candidates = candidates;
        this.sessions = sessions;
        this.changes = changes;
        this.journal = journal;
    }

    /** In these sessions only; and everywhere when nobody's word is left. */
    void confirmations(
            EvidenceSource source, String personKey, UUID learnerId, Collection<UUID> sessionIds, String by) {
        participants.withdrawSaid(source, personKey, learnerId, sessionIds);
        boolean lasting = aliases.current(source, personKey, learnerId)
                .map(AliasStore.StoredAlias::lasting)
                .orElse(false);
        waitAgain(source, personKey, lasting, sessionIds, by);
        changes.publish(new HashSet<>(sessionIds), Set.of(learnerId));
        dropUnlessSaid(source, personKey, learnerId, by);
    }

    /** What was the learner's in a session is not any more, however it had been matched. */
    void inSession(UUID sessionId, UUID learnerId, String personKey, List<Trace> theirs, String by) {
        Map<EvidenceSource, Boolean> sources = new EnumMap<>(EvidenceSource.class);
        theirs.forEach(trace -> sources.merge(trace.origin().source(), lasting(trace), Boolean::logicalOr));
        sources.forEach((source, lasting) -> {
            boolean known = aliases.current(source, personKey, learnerId)
                    .map(AliasStore.StoredAlias::lasting)
                    .orElse(false);
            waitAgain(source, personKey, lasting || known, List.of(sessionId), by);
        });
        journal.recordBy(
                by,
                JournalRecord.of("evidence.withdrawn", "session", sessionId.toString())
                        .learner(learnerId)
                        .before(Map.of("participant", personKey)));
        changes.publish(Set.of(sessionId), Set.of(learnerId));
        sources.keySet().forEach(source -> dropUnlessSaid(source, personKey, learnerId, by));
    }

    private static boolean lasting(Trace trace) {
        return trace.match().how() == MatchMethod.ISSUED_ID
                || (trace.match().how() == MatchMethod.EMAIL
                        && trace.person().key().indexOf('@') > 0);
    }

    private void dropUnlessSaid(EvidenceSource source, String personKey, UUID learnerId, String by) {
        if (proposals.confirmations(source, personKey, learnerId) == 0) {
            aliases.current(source, personKey, learnerId).ifPresent(alias -> alias(alias, by));
        }
    }

    /** @return false when it was withdrawn already */
    boolean alias(AliasStore.StoredAlias alias, String by) {
        if (!aliases.withdraw(alias.id(), by)) {
            return false;
        }
        Set<UUID> changed = participants.withdrawSaid(
                alias.participant().source(), alias.participant().personKey(), alias.learnerId());
        changed.addAll(proposals.settledAs(
                alias.participant().source(), alias.participant().personKey(), alias.learnerId()));
        waitAgain(alias.participant().source(), alias.participant().personKey(), alias.lasting(), changed, by);
        journal.recordBy(
                by,
                JournalRecord.of("identity.aliasWithdrawn", "alias", alias.id().toString())
                        .learner(alias.learnerId())
                        .before(Map.of(
                                "participant",
                                alias.participant().personName() == null
                                        ? alias.participant().personKey()
                                        : alias.participant().personName(),
                                "source",
                                alias.participant().source().name(),
                                "confirmedBy",
                                alias.confirmation().by()))
                        .after(Map.of("sessions", changed.size())));
        changes.publish(changed, Set.of(alias.learnerId()));
        return true;
    }

    private void waitAgain(
            EvidenceSource source, String personKey, boolean lasting, Collection<UUID> sessionIds, String by) {
        if (sessionIds.isEmpty()) {
            return;
        }
        List<UUID> unsettled = new ArrayList<>(new TreeSet<>(sessionIds));
        // First what is there, so that its candidates are brought up to date; then what is added.
        proposals.reopen(source, personKey, unsettled, by);
        Map<UUID, ParticipantMatches.Shown> shown = participants.shown(source, personKey, unsettled);
        Map<UUID, List<ExpectedLearner>> expected = sessions.expected(unsettled);
        Map<UUID, Integer> said = proposals.confirmations(List.of(personKey)).getOrDefault(personKey, Map.of());
        String note = UnmatchedReason.TAKEN_BACK;
        List<ProposalStore.Draft> drafts = new ArrayList<>();
        shown.forEach((sessionId, as) -> drafts.add(new ProposalStore.Draft(
                new ParticipantKey(sessionId, source, personKey),
                as.name(),
                as.email(),
                lasting,
                candidates.among(expected.getOrDefault(sessionId, List.of()), as.name(), as.email(), said),
                note,
                ProposalStore.State.OPEN,
                null)));
        proposals.propose(drafts);
        proposals.reopen(source, personKey, unsettled, by);
    }
}
