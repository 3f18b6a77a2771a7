package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.attendance.internal.DecisionDue.OfOnlineSessions;
import fr.educentre.assidu.attendance.internal.DecisionDue.OfSession;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.training.TimeSlot;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Decides anew from what is recorded by then. */
@Component
class DecisionJob implements DurableJobHandler<DecisionDue> {

    /** How far back activity on the platform still makes a session of that time be decided again. */
    private static final Duration LATE_ACTIVITY = Duration.ofDays(120);

    private final AttendanceDecision deciding;
    private final Sessions sessions;
    private final Clock clock;

    DecisionJob(AttendanceDecision deciding, Sessions sessions, Clock clock) {
        this.deciding = deciding;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public DurableJobType<DecisionDue> type() {
        return DecisionDue.TYPE;
    }

    @Override
    public void run(DecisionDue due) {
        Instant now = clock.instant();
        switch (due) {
            case OfSession one -> deciding.decide(List.of(one.session()), null, session -> now, true);
            case OfOnlineSessions some ->
                deciding.decide(onlineSessions(some.learners(), now), some.learners(), session -> now, true);
        }
    }

    private Set<UUID> onlineSessions(Set<UUID> learners, Instant now) {
        var stretch = new TimeSlot(now.minus(LATE_ACTIVITY), now.plus(Duration.ofDays(1)));
        Set<UUID> found = new TreeSet<>();
        learners.forEach(learner -> sessions.onlineSessionsOf(learner, stretch).stream()
                .map(SessionInfo::id)
                .forEach(found::add));
        return found;
    }
}
