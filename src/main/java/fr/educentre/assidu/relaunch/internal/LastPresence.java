package fr.educentre.assidu.relaunch.internal;

import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.Verdict;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a funder is told of a learner: when they were last there, and how many hours are credited. */
@Component
class LastPresence {

    private static final int YEARS = 4;

    private final Attendance attendance;
    private final Sessions sessions;
    private final Clock clock;

    LastPresence(Attendance attendance, Sessions sessions, Clock clock) {
        this.attendance = attendance;
        this.sessions = sessions;
        this.clock = clock;
    }

    Optional<LocalDate> of(UUID learnerId) {
        var there = verdicts(learnerId).stream()
                .filter(verdict -> verdict.status().present())
                .map(one -> one.subject().sessionId())
                .toList();
        return sessions.byIds(there).values().stream()
                .max(Comparator.comparing(SessionInfo::startsAt))
                .map(session -> session.startsAt().atZone(session.zone()).toLocalDate());
    }

    /** {@code 12 h 30}. */
    String hours(UUID learnerId) {
        int minutes = verdicts(learnerId).stream()
                .mapToInt(one -> one.minutes().credited())
                .sum();
        return ReaderFormats.duration(minutes);
    }

    private List<Verdict> verdicts(UUID learnerId) {
        LocalDate today = LocalDate.now(clock);
        return attendance
                .ofLearners(List.of(learnerId), today.minusYears(YEARS), today.plusDays(1))
                .getOrDefault(learnerId, List.of());
    }
}
