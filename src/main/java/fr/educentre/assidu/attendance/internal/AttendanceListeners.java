package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.evidence.Evidences.EvidenceRecorded;
import fr.educentre.assidu.evidence.Evidences.SourceCompleted;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.training.Sessions.SessionClosed;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Verdicts are decided in the transaction of what they follow from: whoever recorded it gets its answer after them. */
@Component
class AttendanceListeners {

    /** How far back activity on the platform still makes a session of that time be decided again. */
    private static final Duration LATE_ACTIVITY = Duration.ofDays(120);

    /** A load of more sessions at once is decided by whoever loads it, each on its own day. */
    private static final int MOST_SESSIONS = 100;

    private final Attendance attendance;
    private final AttendanceDecision deciding;
    private final Sessions sessions;
    private final Clock clock;

    AttendanceListeners(Attendance attendance, AttendanceDecision deciding, Sessions sessions, Clock clock) {
        this.attendance = attendance;
        this.deciding = deciding;
        this.sessions = sessions;
        this.clock = clock;
    }

    @EventListener
    void on(EvidenceRecorded recorded) {
        if (recorded.sessionIds().size() > MOST_SESSIONS) {
            return;
        }
        attendance.decide(recorded.sessionIds());
        Instant now = clock.instant();
        var stretch = new TimeSlot(now.minus(LATE_ACTIVITY), now.plus(Duration.ofDays(1)));
        Set<UUID> online = new TreeSet<>();
        for (UUID learnerId : recorded.learnerIds()) {
            if (recorded.sessionIds().isEmpty()) {
                sessions.onlineSessionsOf(learnerId, stretch).stream()
                        .map(SessionInfo::id)
                        .forEach(online::add);
            }
        }
        deciding.decide(online, recorded.learnerIds(), session -> now, true);
    }

    @EventListener
    void on(SourceCompleted completed) {
        attendance.sourceComplete(completed.sessionId());
    }

    @EventListener
    void on(SessionClosed closed) {
        attendance.decide(closed.sessionId());
    }
}
