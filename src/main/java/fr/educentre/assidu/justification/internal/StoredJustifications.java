package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.justification.Justifications;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.Learners;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Justifications as each role may read them; a learner files their own, referent and quality manager on behalf. */
@Service
class StoredJustifications implements Justifications {

    private final JustificationRepository justifications;
    private final ReasonCatalogue reasons;
    private final DocumentVault vault;
    private final JustificationSubmission filing;
    private final Learners learners;
    private final CurrentActor current;
    private final Journal journal;
    private final Texts texts;

    StoredJustifications(
            JustificationRepository justifications,
            ReasonCatalogue reasons,
            DocumentVault vault,
            JustificationSubmission filing,
            Learners learners,
            CurrentActor current,
            Journal journal,
            Texts texts) {
        this.texts = texts;
        this.justifications = justifications;
        this.reasons = reasons;
        this.vault = vault;
        this.filing = filing;
        this.learners = learners;
        this.current = current;
        this.journal = journal;
    }

    @Override
    public List<Reason> reasons() {
        return reasons.offered();
    }

    @Override
    @Transactional
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT, Role.LEARNER})
    public JustificationView submit(Submission submission) {
        Actor actor = current.get();
        boolean staff = actor.is(Role.QUALITY_MANAGER, Role.REFERENT);
        if (!staff && !actor.is(Role.LEARNER)) {
            throw Refusal.role();
        }
        if (learners.find(submission.learnerId()).isEmpty()) {
            throw Refusal.notFound("learner");
        }
        if (!staff && !submission.learnerId().equals(actor.personId())) {
            throw Refusal.notYours();
        }
        Filer filer = staff ? Filer.staff(actor) : Filer.learner(actor.displayName(), actor.accountId());
        return views(List.of(filing.file(submission, filer))).getFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<JustificationView> find(UUID id) {
        return justifications.findById(id).map(found -> views(List.of(found)).getFirst());
    }

    @Override
    @Transactional(readOnly = true)
    public List<JustificationView> ofLearner(UUID learnerId) {
        return views(justifications.findByLearnerIdOrderByCreatedAtDesc(learnerId));
    }

    @Override
    @Transactional
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT, Role.TRAINER, Role.AUDITOR, Role.LEARNER})
    public Document document(UUID justificationId) {
        Actor actor = current.get();
        Justification justification =
                justifications.findById(justificationId).orElseThrow(() -> Refusal.notFound("document"));
        StoredDocument document = vault.of(justificationId).orElseThrow(() -> Refusal.notFound("document"));
        if (!ReasonCatalogue.readable(actor, justification)) {
            throw new Refusal(Refusal.Kind.NOT_YOURS, "refusal.justification.reservedDocument");
        }
        Document opened = vault.open(document);
        journal.record(JournalRecord.of("justification.documentOpened", "justification", justificationId.toString())
                .by(actor.displayName(), actor.role().name())
                .learner(justification.learnerId()));
        return opened;
    }

    private List<JustificationView> views(Collection<Justification> found) {
        Map<UUID, String> names =
                vault.names(found.stream().map(Justification::id).toList());
        Map<String, AbsenceReason> catalogue = reasons.all().stream()
                .collect(java.util.stream.Collectors.toMap(AbsenceReason::code, reason -> reason));
        Actor actor = current.find().orElse(null);
        return found.stream()
                .map(one -> view(one, names.get(one.id()), catalogue.get(one.reasonCode()), actor))
                .toList();
    }

    /** A trainer or auditor learns that it was checked and decided, nothing of the reason, whatever it is. */
    private JustificationView view(
            Justification one, @Nullable String documentName, @Nullable AbsenceReason reason, @Nullable Actor actor) {
        boolean hidden = !ReasonCatalogue.readable(actor, one);
        String label = reason == null ? one.reasonCode() : reasons.label(reason);
        return new JustificationView(
                one.id(),
                one.learnerId(),
                new JustificationView.GivenReason(
                        hidden ? "CONFIDENTIAL" : one.reasonCode(),
                        hidden ? reasons.confidential() : label,
                        hidden ? null : one.medical(),
                        hidden ? null : one.comment()),
                one.state().name(),
                new JustificationView.JustifiedAbsence(List.copyOf(one.sessionIds()), one.from(), one.to()),
                new JustificationView.JustifyingDocument(
                        documentName != null,
                        hidden ? null : documentName,
                        one.submittedAt(),
                        one.documentCheckedBy(),
                        one.submittedBy(),
                        one.onBehalf()),
                new JustificationView.ReviewDecision(
                        one.decidedBy(), one.decidedAt(), hidden ? null : shown(one.decisionNote())));
    }

    private @Nullable String shown(@Nullable String note) {
        return note == null ? null : Wording.shown(note, texts);
    }
}
