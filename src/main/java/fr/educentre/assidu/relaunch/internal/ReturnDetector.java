package fr.educentre.assidu.relaunch.internal;

import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.Attendance.AttendanceChanged;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.workflow.ProcessMessages;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The learner is back: present at a session that starts after the last one behind the alert. Ends the relaunch. */
@Component
class ReturnDetector {

    private static final String RETURNED = "learner-returned";

    private final RelaunchRepository relaunches;
    private final Attendance attendance;
    private final Sessions sessions;
    private final ProcessMessages messages;
    private final Clock clock;

    ReturnDetector(
            RelaunchRepository relaunches,
            Attendance attendance,
            Sessions sessions,
            ProcessMessages messages,
            Clock clock) {
        this.relaunches = relaunches;
        this.attendance = attendance;
        this.sessions = sessions;
        this.messages = messages;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    void on(AttendanceChanged change) {
        List<Relaunch> open = change.learnerIds().isEmpty() ? List.of() : relaunches.open(change.learnerIds());
        if (open.isEmpty()) {
            return;
        }
        SessionInfo session = sessions.get(change.sessionId());
        for (Relaunch relaunch : open) {
            if (session.startsAt().isAfter(relaunch.absentSince())
                    && attendance.ofSession(session.id()).stream()
                            .anyMatch(row -> row.learner().id().equals(relaunch.learnerId())
                                    && row.status().present())) {
                returned(relaunch);
            }
        }
    }

    /** A process that stands still is told nothing: once it goes on, it looks for itself whether the learner came back. */
    private void returned(Relaunch relaunch) {
        if (!relaunch.isPaused()) {
            messages.tell(RETURNED, RelaunchStarter.key(relaunch.alertId()));
        }
    }

    boolean happened(Relaunch relaunch) {
        Instant since = relaunch.absentSince();
        LocalDate from = LocalDate.ofInstant(since, ZoneOffset.UTC).minusDays(1);
        LocalDate to = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        List<UUID> attended = attendance
                .ofLearners(List.of(relaunch.learnerId()), from, to)
                .getOrDefault(relaunch.learnerId(), List.of())
                .stream()
                .filter(verdict -> verdict.status().present())
                .map(one -> one.subject().sessionId())
                .toList();
        Map<UUID, SessionInfo> slots = sessions.byIds(attended);
        return slots.values().stream().anyMatch(session -> session.startsAt().isAfter(since));
    }
}
