package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.attendance.AbsenceCases.AbsenceCase;
import fr.educentre.assidu.attendance.Attendance.Row;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.Verdict;
import fr.educentre.assidu.training.ExpectedLearner;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The learners expected at sessions, each with their verdict and their absence, in a bounded number of statements. */
@Component
class AttendanceRows {

    private final Sessions sessions;
    private final VerdictStore verdicts;
    private final AbsenceCaseStore cases;

    AttendanceRows(Sessions sessions, VerdictStore verdicts, AbsenceCaseStore cases) {
        this.sessions = sessions;
        this.verdicts = verdicts;
        this.cases = cases;
    }

    Map<UUID, List<Row>> of(Collection<UUID> sessionIds) {
        Map<UUID, SessionInfo> found = sessions.byIds(sessionIds);
        if (found.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<ExpectedLearner>> expected = sessions.expected(found.keySet());
        Map<String, Verdict> current = new HashMap<>();
        verdicts.current(found.values())
                .forEach(v -> current.put(
                        VerdictStore.key(v.subject().sessionId(), v.subject().learnerId()), v));
        Map<String, AbsenceCase> open = new HashMap<>();
        cases.ofSessions(found.keySet())
                .forEach(c -> open.put(VerdictStore.key(c.missed().sessionId(), c.learnerId()), c));
        Map<UUID, List<Row>> rows = new LinkedHashMap<>();
        for (UUID id : sessionIds) {
            SessionInfo session = found.get(id);
            if (session != null) {
                rows.put(
                        id,
                        expected.getOrDefault(id, List.of()).stream()
                                .map(one -> row(session, one, current, open))
                                .toList());
            }
        }
        return rows;
    }

    private static Row row(
            SessionInfo session,
            ExpectedLearner expected,
            Map<String, Verdict> current,
            Map<String, AbsenceCase> open) {
        String key = VerdictStore.key(session.id(), expected.learner().id());
        Verdict verdict = current.get(key);
        AbsenceCase absence = open.get(key);
        return new Row(
                session.id(),
                new Row.Learner(
                        expected.learner().id(),
                        expected.learner().name(),
                        expected.learner().firstName(),
                        expected.learner().lastName(),
                        verdict == null
                                ? expected.enrolmentId()
                                : verdict.subject().enrolmentId()),
                verdict == null ? AttendanceStatus.AWAITING_DATA : verdict.status(),
                absence == null ? null : absence.state(),
                verdict == null ? session.taughtMinutes() : verdict.minutes().taught(),
                verdict);
    }
}
