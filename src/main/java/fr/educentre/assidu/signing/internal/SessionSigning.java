package fr.educentre.assidu.signing.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.ActorJournal;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.signing.ChainVerification;
import fr.educentre.assidu.signing.Signing;
import fr.educentre.assidu.training.SessionInfo;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
class SessionSigning implements Signing {

    private final SigningSheets sheets;
    private final SigningPeriods periods;
    private final SigningMoments moments;
    private final SheetSigning signatures;
    private final SigningScope scope;
    private final ActorJournal journal;

    SessionSigning(
            SigningSheets sheets,
            SigningPeriods periods,
            SigningMoments moments,
            SheetSigning signatures,
            SigningScope scope,
            ActorJournal journal) {
        this.sheets = sheets;
        this.periods = periods;
        this.moments = moments;
        this.signatures = signatures;
        this.scope = scope;
        this.journal = journal;
    }

    @Override
    @Transactional
    public Sheet open(UUID sessionId) {
        SessionInfo session = scope.own(sessionId);
        moments.requireOpenable(session, scope.now());
        if (periods.open(sessionId, scope.now(), journal.author())) {
            journal.record(JournalRecord.of("signing.opened", "session", sessionId.toString()));
        }
        return sheets.of(session);
    }

    @Override
    @Transactional
    public Sheet close(UUID sessionId) {
        SessionInfo session = scope.own(sessionId);
        ended(sessionId);
        return sheets.of(session);
    }

    @Override
    @Transactional(readOnly = true)
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER, Role.REFERENT, Role.AUDITOR})
    public Sheet of(UUID sessionId) {
        return sheets.of(scope.own(sessionId));
    }

    @Override
    @Transactional
    public Receipt signLearner(UUID sessionId, UUID learnerId, Act act) {
        return signatures.learner(scope.own(sessionId), learnerId, act, scope.actor());
    }

    @Override
    @Transactional
    @AllowedRoles(Role.TRAINER)
    public Receipt signTrainer(UUID sessionId, Act act) {
        SessionInfo session = scope.own(sessionId);
        Actor actor = scope.actor();
        if (actor.personId() == null) {
            throw Refusal.notYours();
        }
        Receipt receipt = signatures.trainer(session, actor, actor.personId(), act);
        if (receipt.isNew()) {
            ended(sessionId);
        }
        return receipt;
    }

    private void ended(UUID sessionId) {
        if (periods.close(sessionId, scope.now(), journal.author())) {
            journal.record(JournalRecord.of("signing.closed", "session", sessionId.toString()));
        }
    }

    @Override
    @Transactional(readOnly = true)
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER, Role.AUDITOR})
    public List<Proof> proofs(UUID sessionId) {
        return sheets.proofs(scope.own(sessionId).id());
    }

    @Override
    @Transactional(readOnly = true)
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER, Role.AUDITOR})
    public ChainVerification verify(UUID sessionId) {
        return sheets.verify(scope.own(sessionId).id());
    }
}
