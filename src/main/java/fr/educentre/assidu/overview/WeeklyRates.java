package fr.educentre.assidu.overview;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Attendance week by week: observed over taught minutes of closed sessions, as the rate to date has it. */
final class WeeklyRates {

    static final int WEEKS = 8;

    private WeeklyRates() {}

    /** Of the last eight weeks, the one of that day last; null for a week that has nothing to divide by. */
    static List<@Nullable BigDecimal> of(Collection<AttendanceOutcome> outcomes, LocalDate today) {
        LocalDate first = monday(today).minusWeeks(WEEKS - 1L);
        long[] observed = new long[WEEKS];
        long[] taught = new long[WEEKS];
        for (AttendanceOutcome one : outcomes) {
            long week = ChronoUnit.WEEKS.between(first, monday(one.startsAt().toLocalDate()));
            if (one.counts() && week >= 0 && week < WEEKS) {
                observed[(int) week] += one.minutes().observed();
                taught[(int) week] += one.catchUp() ? 0 : one.minutes().taught();
            }
        }
        List<@Nullable BigDecimal> rates = new ArrayList<>();
        for (int week = 0; week < WEEKS; week++) {
            rates.add(AttendanceFigures.rate(Math.min(observed[week], taught[week]), taught[week]));
        }
        return rates;
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
