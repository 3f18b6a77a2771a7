package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.AbsenceCases;
import fr.educentre.assidu.attendance.AbsenceCases.AbsenceCase;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.Attendance.Row;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.justification.CollectiveReasons;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes a justification for each learner concerned, decided as it is written. */
@Service
@AllowedRoles(Role.QUALITY_MANAGER)
class JustifiedTogether implements CollectiveReasons {

    private static final Set<AttendanceStatus> MISSING =
            EnumSet.of(AttendanceStatus.ABSENT, AttendanceStatus.PARTIAL, AttendanceStatus.AWAITING_DATA);

    private final Sessions sessions;
    private final Attendance attendance;
    private final AbsenceCases cases;
    private final CollectiveReasonFiling filing;
    private final ExistingJustificationMatcher brought;
    private final CurrentActor current;
    private final Journal journal;

    JustifiedTogether(
            Sessions sessions,
            Attendance attendance,
            AbsenceCases cases,
            CollectiveReasonFiling filing,
            ExistingJustificationMatcher brought,
            CurrentActor current,
            Journal journal) {
        this.sessions = sessions;
        this.attendance = attendance;
        this.cases = cases;
        this.filing = filing;
        this.brought = brought;
        this.current = current;
        this.journal = journal;
    }

    @Override
    @Transactional
    public Applied apply(UUID sessionId, Given given) {
        SessionInfo session = sessions.get(sessionId);
        if (!attendance.takesMarks(session)) {
            throw Refusal.invalid("refusal.justification.collective.notTaken");
        }
        Actor actor = current.get();
        CollectiveReasonFiling.Chosen reason = filing.chosen(given);
        List<String> learners = new ArrayList<>();
        int later = 0;
        for (Row row : attendance.ofSession(sessionId)) {
            UUID learner = row.learner().id();
            List<AbsenceCase> open = cases.ofSessions(learner, List.of(sessionId)).stream()
                    .filter(JustifiedTogether::mayBeJustified)
                    .toList();
            boolean unknown = row.status() == AttendanceStatus.AWAITING_DATA;
            if (MISSING.contains(row.status()) && (!open.isEmpty() || unknown) && !brought.covers(learner, session)) {
                filing.file(learner, session, reason, actor, open);
                learners.add(learner.toString());
                later += unknown ? 1 : 0;
            }
        }
        if (!learners.isEmpty()) {
            journal.record(JournalRecord.of("justification.collective", "session", sessionId.toString())
                    .by(actor.displayName(), actor.role().name())
                    .after(Map.of("reason", reason.reason().code(), "learners", learners)));
        }
        return new Applied(learners.size() - later, later);
    }

    private static boolean mayBeJustified(AbsenceCase absence) {
        return absence.state() == JustificationState.TO_JUSTIFY || absence.state() == JustificationState.UNJUSTIFIED;
    }
}
