package fr.educentre.assidu.training.internal;

import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.training.Groups;
import fr.educentre.assidu.training.Groups.OutsidePeriod;
import fr.educentre.assidu.training.Planning.By;
import fr.educentre.assidu.training.Planning.Off;
import fr.educentre.assidu.training.Planning.Subject;
import fr.educentre.assidu.training.Planning.Week;
import fr.educentre.assidu.training.WorkingCalendars;
import fr.educentre.assidu.training.WorkingDays;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Why nobody is taught on days of a week: public holidays and closures of the site, company periods and leave of the group. */
@Component
class DaysOff {

    private final JdbcClient sql;
    private final WorkingCalendars calendars;
    private final Groups groups;

    DaysOff(JdbcClient sql, WorkingCalendars calendars, Groups groups) {
        this.sql = sql;
        this.calendars = calendars;
        this.groups = groups;
    }

    Map<Subject, Map<LocalDate, Set<Off>>> of(Week week, List<Subject> subjects) {
        Map<Subject, Map<LocalDate, Set<Off>>> found = new HashMap<>();
        if (subjects.isEmpty()) {
            return found;
        }
        Map<UUID, WorkingDays> days = calendars.of(
                week.by() == By.TRAINER
                        ? sites()
                        : subjects.stream()
                                .map(Subject::siteId)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        Map<UUID, List<OutsidePeriod>> outside = week.by() == By.GROUP
                ? groups.outsidePeriods(subjects.stream().map(Subject::id).toList())
                : Map.of();
        for (Subject subject : subjects) {
            Collection<WorkingDays> own = subject.siteId() == null
                    ? days.values()
                    : List.of(Objects.requireNonNull(days.get(subject.siteId())));
            Map<LocalDate, Set<Off>> off = new HashMap<>();
            for (LocalDate day : week.days()) {
                Set<Off> why = why(day, own, outside.getOrDefault(subject.id(), List.of()));
                if (!why.isEmpty()) {
                    off.put(day, why);
                }
            }
            found.put(subject, off);
        }
        return found;
    }

    /** Somebody who teaches at several sites is off where all of them are. */
    private static Set<Off> why(LocalDate day, Collection<WorkingDays> sites, List<OutsidePeriod> outside) {
        Set<Off> why = EnumSet.noneOf(Off.class);
        if (!sites.isEmpty() && sites.stream().allMatch(site -> site.holidays().on(day))) {
            why.add(Off.HOLIDAY);
        }
        if (!sites.isEmpty()
                && sites.stream()
                        .allMatch(site -> site.closures().stream()
                                .anyMatch(closed -> !day.isBefore(closed.from()) && !day.isAfter(closed.to())))) {
            why.add(Off.CLOSURE);
        }
        outside.stream()
                .filter(period -> !day.isBefore(period.from()) && !day.isAfter(period.to()))
                .map(period -> period.kind() == OutsidePeriod.Kind.COMPANY ? Off.COMPANY : Off.CLOSURE)
                .forEach(why::add);
        return why;
    }

    private List<UUID> sites() {
        return sql.sql("select id from site where not retired")
                .query((row, n) -> Columns.uuid(row, "id"))
                .list();
    }
}
