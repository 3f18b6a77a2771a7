package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.training.GroupInfo;
import fr.educentre.assidu.training.Groups;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.WorkingCalendars;
import fr.educentre.assidu.training.WorkingDays;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Who looks at a request, and by when: who taught the session, and the group's referent; all referents where the group has
 * none.
 */
@Component
class CorrectionAddressees {

    private static final int WORKING_DAYS = 3;

    private final Groups groups;
    private final WorkingCalendars calendars;
    private final Clock clock;

    CorrectionAddressees(Groups groups, WorkingCalendars calendars, Clock clock) {
        this.groups = groups;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** As candidates of a task, separated by commas. */
    String of(SessionInfo session) {
        String referent = groups.find(session.groupId())
                .map(GroupInfo::referent)
                .map(person -> "person:" + person.id())
                .orElse("role:REFERENT");
        return "person:" + session.trainer().id() + "," + referent;
    }

    /** As the process engine reads a moment. */
    String dueAt(SessionInfo session) {
        WorkingDays days = calendars.of(session.siteId());
        return days.endOfWorkingDay(days.plus(clock.instant(), WORKING_DAYS)).toString();
    }
}
