package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.attendance.AbsenceCases;
import fr.educentre.assidu.attendance.AbsenceCases.AbsenceCase;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.workflow.TaskKind.Decision;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Carries out what was decided of a justification; the status and minutes of the sessions stay what they were. */
@Component
class JustificationDecision {

    private static final int LONGEST_COMMENT = 2000;

    private final JustificationRepository justifications;
    private final ReasonCatalogue reasons;
    private final AbsenceCases cases;
    private final DecisionMessage message;
    private final Sessions sessions;
    private final Deadlines deadlines;
    private final Journal journal;
    private final Clock clock;

    JustificationDecision(
            JustificationRepository justifications,
            ReasonCatalogue reasons,
            AbsenceCases cases,
            DecisionMessage message,
            Sessions sessions,
            Deadlines deadlines,
            Journal journal,
            Clock clock) {
        this.justifications = justifications;
        this.reasons = reasons;
        this.cases = cases;
        this.message = message;
        this.sessions = sessions;
        this.deadlines = deadlines;
        this.journal = journal;
        this.clock = clock;
    }

    /** The document is what it should be: who decides is next; a trainer does without seeing a medical one. */
    @Transactional
    void documentChecked(Actor actor, UUID justificationId) {
        Justification justification = open(actor, justificationId);
        justification.documentChecked(actor.displayName(), clock.instant());
        record(actor, "justification.documentChecked", justification, Map.of());
    }

    @Transactional
    void decide(Actor actor, UUID justificationId, Decision decision, String comment) {
        Justification justification = open(actor, justificationId);
        String note = comment.strip();
        if (note.length() > LONGEST_COMMENT) {
            throw Refusal.invalid("refusal.justification.commentTooLong", LONGEST_COMMENT);
        }
        if (decision != Decision.APPROVE && note.isEmpty()) {
            throw Refusal.invalid("refusal.justification.commentRequired");
        }
        Instant now = clock.instant();
        List<UUID> moved = underReview(justification);
        Instant newDeadline =
                deadlines.ofMore(sessions.byIds(justification.sessionIds()).values(), now);
        switch (decision) {
            case APPROVE -> {
                AbsenceReason reason = reasons.of(justification);
                if (!reason.accepted()) {
                    throw Refusal.invalid(
                            "refusal.justification.reasonNotAccepted", reasons.labelFor(actor, justification));
                }
                justification.decide(ReviewState.APPROVED, actor.displayName(), note.isEmpty() ? null : note, now);
                cases.justified(moved, justificationId, reason.code(), reason.effects(), actor.displayName());
            }
            case REFUSE -> {
                justification.decide(ReviewState.REFUSED, actor.displayName(), note, now);
                cases.unjustified(
                        moved,
                        justification.medical() ? Wording.of("justification.note.reserved") : new Wording.Written(note),
                        actor.displayName());
            }
            case ASK_MORE -> {
                justification.decide(ReviewState.MORE_ASKED, actor.displayName(), note, now);
                cases.toJustify(moved, newDeadline, actor.displayName());
            }
            case DONE -> throw Refusal.invalid("refusal.justification.decision");
        }
        message.send(justification, newDeadline);
        record(
                actor,
                "justification." + justification.state().name().toLowerCase(java.util.Locale.ROOT),
                justification,
                justification.medical()
                        ? Map.of("sessions", moved.size())
                        : Map.of("sessions", moved.size(), "comment", note));
    }

    private Justification open(Actor actor, UUID justificationId) {
        Justification justification =
                justifications.findById(justificationId).orElseThrow(() -> Refusal.notFound("justification"));
        if (justification.state() != ReviewState.SUBMITTED) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.justification.alreadyDecided");
        }
        if (actor.accountId() != null && actor.accountId().equals(justification.submittedByAccount())) {
            throw new Refusal(Refusal.Kind.NOT_YOURS, "refusal.justification.ownSubmission");
        }
        return justification;
    }

    private List<UUID> underReview(Justification justification) {
        return cases.ofSessions(justification.learnerId(), justification.sessionIds()).stream()
                .filter(absence -> absence.state() == JustificationState.UNDER_REVIEW
                        && justification.id().equals(absence.justification().id()))
                .map(AbsenceCase::id)
                .toList();
    }

    private void record(Actor actor, String action, Justification justification, Map<String, ?> after) {
        journal.record(
                JournalRecord.of(action, "justification", justification.id().toString())
                        .by(actor.displayName(), actor.role().name())
                        .learner(justification.learnerId())
                        .before(Map.of("state", ReviewState.SUBMITTED.name()))
                        .after(after));
    }
}
