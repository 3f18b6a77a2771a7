package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.attendance.Attendance.Row;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.ClosingOutcomes;
import fr.educentre.assidu.rules.PresenceRules;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides about the session as if it were closed, and leaves it at that. */
@Service
@Transactional(readOnly = true)
class ClosingForecast implements ClosingOutcomes {

    private final Sessions sessions;
    private final AttendanceFactsLoader facts;
    private final PresenceRules rules;
    private final VerdictStore verdicts;
    private final AttendanceRows rows;
    private final AbsenceCaseUpdater cases;
    private final Clock clock;

    ClosingForecast(
            Sessions sessions,
            AttendanceFactsLoader facts,
            PresenceRules rules,
            VerdictStore verdicts,
            AttendanceRows rows,
            AbsenceCaseUpdater cases,
            Clock clock) {
        this.sessions = sessions;
        this.facts = facts;
        this.rules = rules;
        this.verdicts = verdicts;
        this.rows = rows;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public Outcome of(UUID sessionId) {
        SessionInfo closed = closed(sessions.get(sessionId));
        Instant now = clock.instant();
        PresenceRules.InForce inForce = rules.inForce();
        List<AttendanceDecision.Change> changes = AttendanceDecision.changes(
                facts.ofGiven(Map.of(sessionId, closed), session -> now, inForce),
                verdicts.current(List.of(closed)),
                learner -> true,
                inForce);
        Map<UUID, AttendanceStatus> statuses = new LinkedHashMap<>();
        for (Row row : rows.of(List.of(sessionId)).getOrDefault(sessionId, List.of())) {
            statuses.put(row.learner().id(), row.status());
        }
        for (AttendanceDecision.Change change : changes) {
            if (change.after() != null) {
                statuses.put(change.learnerId(), change.after().status());
            }
        }
        return new Outcome(statuses, cases.opening(changes, session -> now));
    }

    private static SessionInfo closed(SessionInfo session) {
        return new SessionInfo(
                session.id(),
                session.externalId(),
                session.title(),
                session.course(),
                session.trainer(),
                session.schedule(),
                session.place(),
                new SessionInfo.Progress(SessionState.CLOSED, session.dataCompleteAt()));
    }
}
