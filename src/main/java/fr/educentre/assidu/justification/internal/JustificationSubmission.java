package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.attendance.AbsenceCases.AbsenceCase;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.justification.Justifications.Submission;
import fr.educentre.assidu.rules.JustificationRules;
import fr.educentre.assidu.rules.JustificationTerms;
import fr.educentre.assidu.shell.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files what a learner brings, moves the absences it is about under review and has it examined. */
@Component
class JustificationSubmission {

    private static final int LONGEST_COMMENT = 2000;

    private final JustificationRepository justifications;
    private final ReasonCatalogue reasons;
    private final DocumentVault vault;
    private final JustifiedAbsences absences;
    private final JustificationReview review;
    private final JustificationRules rules;
    private final Journal journal;
    private final Clock clock;

    JustificationSubmission(
            JustificationRepository justifications,
            ReasonCatalogue reasons,
            DocumentVault vault,
            JustifiedAbsences absences,
            JustificationReview review,
            JustificationRules rules,
            Journal journal,
            Clock clock) {
        this.justifications = justifications;
        this.reasons = reasons;
        this.vault = vault;
        this.absences = absences;
        this.review = review;
        this.rules = rules;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    Justification file(Submission submission, Filer filer) {
        absences.hold(submission.learnerId());
        JustificationTerms terms = rules.inForce();
        AbsenceReason reason = reasons.getOffered(submission.reason().code()).under(terms);
        DetectedFile file = file(submission, reason);
        JustifiedAbsences.Covered covered = absences.of(submission, filer.late());
        List<AbsenceCase> moved = covered.cases();
        Instant now = clock.instant();
        boolean medical = reason.medical() || submission.document().medical();
        var justification = new Justification(submission.learnerId(), reason.code(), medical, comment(submission), now)
                .by(filer)
                .ofPrivateLife(medical || reasons.ofPrivateLife(reason.code()))
                .under(terms.version())
                .over(
                        submission.absence().sessionIds().isEmpty()
                                ? submission.absence().from()
                                : null,
                        submission.absence().sessionIds().isEmpty()
                                ? submission.absence().to()
                                : null);
        justification.cover(moved.stream().map(one -> one.missed().sessionId()).toList());
        Justification saved = justifications.saveAndFlush(justification);
        if (file != null) {
            vault.keep(saved.id(), file, medical, now);
        }
        absences.underReview(moved, saved.id(), filer.name());
        review.start(saved, covered.sessions(), file != null, terms);
        journal.record(JournalRecord.of(
                        "justification.submitted", "justification", saved.id().toString())
                .by(filer.name())
                .learner(submission.learnerId())
                .after(Map.of("sessions", moved.size(), "document", file != null, "onBehalf", filer.onBehalf())));
        return saved;
    }

    private static @Nullable DetectedFile file(Submission submission, AbsenceReason reason) {
        byte[] bytes = submission.document().bytes();
        if (bytes == null) {
            if (reason.documentRequired()) {
                throw Refusal.invalid("refusal.justification.documentRequired");
            }
            return null;
        }
        return DetectedFile.of(submission.document().fileName(), bytes);
    }

    private static @Nullable String comment(Submission submission) {
        String comment = submission.reason().comment();
        if (comment == null || comment.isBlank()) {
            return null;
        }
        if (comment.length() > LONGEST_COMMENT) {
            throw Refusal.invalid("refusal.justification.commentTooLong", LONGEST_COMMENT);
        }
        return comment.strip();
    }
}
