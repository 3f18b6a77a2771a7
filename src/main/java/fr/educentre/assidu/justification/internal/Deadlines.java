package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.rules.RuleParameters;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.WorkingCalendars;
import fr.educentre.assidu.training.WorkingDays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import org.springframework.stereotype.Component;

/** Until when something may be brought, and when that is recalled, by the days on which the site works. */
@Component
class Deadlines {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final RuleParameters parameters;
    private final WorkingCalendars calendars;

    Deadlines(RuleParameters parameters, WorkingCalendars calendars) {
        this.parameters = parameters;
        this.calendars = calendars;
    }

    /** What is asked now, of these sessions, may be brought until the end of the working day on which the published delay ends. */
    Instant ofMore(Collection<SessionInfo> sessions, Instant now) {
        WorkingDays days = sessions.stream()
                .min(Comparator.comparing(SessionInfo::startsAt))
                .map(first -> calendars.of(first.siteId()))
                .orElseGet(() -> WorkingDays.of(PARIS));
        return days.endOfWorkingDay(now.plus(parameters.timeToJustify()));
    }

    Instant reminder(Instant now, Instant deadline, SessionInfo session) {
        return reminder(now, deadline, calendars.of(session.siteId()));
    }

    /** At noon of the working day before the deadline, or halfway when that is already past. */
    static Instant reminder(Instant now, Instant deadline, WorkingDays days) {
        Instant dayBefore =
                days.plus(deadline, -1).atZone(days.zone()).with(LocalTime.NOON).toInstant();
        return dayBefore.isAfter(now)
                ? dayBefore
                : now.plus(Duration.between(now, deadline).dividedBy(2));
    }
}
