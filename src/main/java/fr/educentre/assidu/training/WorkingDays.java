package fr.educentre.assidu.training;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * Working days (jours ouvrés) of a site: Monday to Friday, less the public holidays of its territory and the days on which it
 * is closed.
 */
public record WorkingDays(ZoneId zone, HolidayCalendar holidays, List<ClosedDays> closures) {

    /** The last minute of a day: a delay runs out at its end (Code de procédure civile, article 642). */
    private static final LocalTime END = LocalTime.of(23, 59);

    /** Days on which the site is closed, both included. */
    public record ClosedDays(LocalDate from, LocalDate to) {

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** Where no site is known, by the time it is there. */
    public static WorkingDays of(ZoneId zone) {
        return new WorkingDays(zone, HolidayCalendar.of(zone), List.of());
    }

    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.on(day)
                && closures.stream().noneMatch(closure -> closure.holds(day));
    }

    /** @param days working days to add; negative to go back; 0 answers the day itself */
    public LocalDate plus(LocalDate day, int days) {
        LocalDate result = day;
        int step = Integer.signum(days);
        for (int left = Math.abs(days); left > 0; ) {
            result = result.plusDays(step);
            if (isWorkingDay(result)) {
                left--;
            }
        }
        return result;
    }

    /** The same local time, that many working days later (or before, when negative). */
    public Instant plus(Instant instant, int days) {
        var local = instant.atZone(zone);
        return local.with(plus(local.toLocalDate(), days)).toInstant();
    }

    /** The end of that day, or of the next working one where it is none. */
    public Instant endOfWorkingDay(Instant instant) {
        LocalDate day = instant.atZone(zone).toLocalDate();
        Instant end = end(day);
        while (end.isBefore(instant) || !isWorkingDay(day)) {
            day = day.plusDays(1);
            end = end(day);
        }
        return end;
    }

    private Instant end(LocalDate day) {
        return day.atTime(END).atZone(zone).toInstant();
    }
}
