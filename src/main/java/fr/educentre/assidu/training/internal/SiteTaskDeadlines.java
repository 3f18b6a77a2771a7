package fr.educentre.assidu.training.internal;

import fr.educentre.assidu.training.Groups;
import fr.educentre.assidu.training.WorkingCalendars;
import fr.educentre.assidu.training.WorkingDays;
import fr.educentre.assidu.workflow.TaskDeadlines;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tasks by the calendar of the site where their learner is. */
@Component
class SiteTaskDeadlines implements TaskDeadlines {

    private static final ZoneId CENTRE = ZoneId.of("Europe/Paris");

    private final Groups groups;
    private final WorkingCalendars calendars;

    SiteTaskDeadlines(Groups groups, WorkingCalendars calendars) {
        this.groups = groups;
        this.calendars = calendars;
    }

    @Override
    public Instant after(Instant from, int workingDays, @Nullable UUID learnerId) {
        WorkingDays days = Optional.ofNullable(learnerId)
                .map(learner -> groups.groupsOf(List.of(learner), LocalDate.ofInstant(from, CENTRE))
                        .get(learner))
                .map(group -> calendars.of(group.site().id()))
                .orElseGet(() -> WorkingDays.of(CENTRE));
        return days.endOfWorkingDay(days.plus(from, workingDays));
    }
}
