package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.evidence.Evidences.EvidenceRecorded;
import fr.educentre.assidu.evidence.Evidences.SourceCompleted;
import fr.educentre.assidu.training.Sessions.ExpectedChanged;
import fr.educentre.assidu.training.Sessions.SessionClosed;
import fr.educentre.assidu.training.Sessions.SessionReopened;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** After what attendance is decided again; each listener runs in the transaction of the fact. */
@Component
class AttendanceListeners {

    private final Attendance attendance;
    private final DecisionRequests decisions;

    AttendanceListeners(Attendance attendance, DecisionRequests decisions) {
        this.attendance = attendance;
        this.decisions = decisions;
    }

    @EventListener
    void on(EvidenceRecorded recorded) {
        if (recorded.sessionIds().isEmpty()) {
            decisions.ofOnlineSessions(recorded.learnerIds());
        } else {
            decisions.ofSessions(recorded.sessionIds());
        }
    }

    @EventListener
    void on(SourceCompleted completed) {
        attendance.sourceComplete(completed.sessionId());
    }

    @EventListener
    void on(SessionClosed closed) {
        decisions.ofSessions(List.of(closed.sessionId()));
    }

    /** Who was absent only because it was closed is awaited again. */
    @EventListener
    void on(SessionReopened reopened) {
        decisions.ofSessions(List.of(reopened.sessionId()));
    }

    /** Sessions still to come have nothing to decide. */
    @EventListener
    void on(ExpectedChanged changed) {
        decisions.ofSessions(changed.sessionIds());
    }
}
