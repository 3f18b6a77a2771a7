package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.attendance.AbsenceCases;
import fr.educentre.assidu.attendance.AbsenceCases.AbsenceWithdrawn;
import fr.educentre.assidu.workflow.ProcessMessages;
import java.util.List;
import org.springframework.stereotype.Component;

/** A justification whose absences were all withdrawn has nothing to decide any more. One over a period stays. */
@Component
class ObsoleteReviews {

    private final JustificationRepository justifications;
    private final AbsenceCases cases;
    private final ProcessMessages messages;

    ObsoleteReviews(JustificationRepository justifications, AbsenceCases cases, ProcessMessages messages) {
        this.justifications = justifications;
        this.cases = cases;
        this.messages = messages;
    }

    void after(AbsenceWithdrawn absence) {
        for (Justification justification : justifications.findByLearnerIdAndStateInOrderByCreatedAtDesc(
                absence.learnerId(), List.of(ReviewState.SUBMITTED))) {
            boolean nothingLeft = justification.from() == null
                    && justification.sessionIds().contains(absence.sessionId())
                    && cases.ofSessions(absence.learnerId(), justification.sessionIds()).stream()
                            .allMatch(other -> other.id().equals(absence.caseId()));
            if (nothingLeft) {
                messages.tell(AbsenceProcessKeys.MOOT, AbsenceProcessKeys.review(justification.id()));
            }
        }
    }
}
