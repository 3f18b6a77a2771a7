package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.AbsenceCases;
import fr.educentre.assidu.attendance.AbsenceCases.AbsenceCase;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.ClosingOutcomes;
import fr.educentre.assidu.training.ClosingPreview;
import fr.educentre.assidu.training.ExpectedLearner;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts the absences that closing makes known, and the mails that the request for a justification then writes. */
@Service
@Transactional(readOnly = true)
@AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
class ClosingMails implements ClosingPreview {

    private final ClosingOutcomes outcomes;
    private final Sessions sessions;
    private final AbsenceCases cases;
    private final JustificationRequestStarter requests;
    private final ExistingJustificationMatcher brought;
    private final AbsenceNotices notices;
    private final JustificationRequestMessages messages;
    private final Reader reader;

    ClosingMails(
            ClosingOutcomes outcomes,
            Sessions sessions,
            AbsenceCases cases,
            JustificationRequestStarter requests,
            ExistingJustificationMatcher brought,
            AbsenceNotices notices,
            JustificationRequestMessages messages,
            Reader reader) {
        this.outcomes = outcomes;
        this.sessions = sessions;
        this.cases = cases;
        this.requests = requests;
        this.brought = brought;
        this.notices = notices;
        this.messages = messages;
        this.reader = reader;
    }

    /** Whose session it must be. */
    @org.springframework.stereotype.Component
    record Reader(CurrentActor current, Ownership ownership) {

        void require(UUID sessionId) {
            ownership.requireSession(current.get(), sessionId);
        }
    }

    @Override
    public Preview of(UUID sessionId) {
        reader.require(sessionId);
        sessions.requireClosable(sessionId);
        ClosingOutcomes.Outcome after = outcomes.of(sessionId);
        List<String> absent = sessions.expected(sessionId).stream()
                .map(ExpectedLearner::learner)
                .filter(learner -> after.statuses().get(learner.id()) == AttendanceStatus.ABSENT)
                .map(learner -> learner.name())
                .toList();
        long awaiting = after.statuses().values().stream()
                .filter(status -> status == AttendanceStatus.AWAITING_DATA)
                .count();
        int mails = after.opened().stream().mapToInt(this::mails).sum();
        return new Preview(absent.size(), mails, (int) awaiting, absent);
    }

    /** Of a half-day of which something is asked already, nothing more is written. */
    private int mails(AbsenceCase opened) {
        UUID learner = opened.learnerId();
        if (requests.runs(learner, opened.missed().halfDay())) {
            return 0;
        }
        List<AbsenceCase> known =
                new ArrayList<>(cases.ofHalfDay(learner, opened.missed().halfDay()));
        List<AbsenceCase> waiting = new ArrayList<>(
                known.stream().filter(JustificationRequestSteps::waits).toList());
        known.add(opened);
        SessionInfo session = sessions.get(opened.missed().sessionId());
        if (!brought.covers(learner, session)) {
            waiting.add(opened);
        }
        int asked = waiting.isEmpty() ? 0 : messages.toLearner(notices.with(learner, waiting));
        return asked + messages.toOthers(notices.with(learner, known));
    }
}
