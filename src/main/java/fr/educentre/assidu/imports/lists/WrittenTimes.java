package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.shell.LocalMoment;
import fr.educentre.assidu.shell.PlausibleDays;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates and times as lists write them. What does not exist is not rounded to what does. */
final class WrittenTimes {

    private static final DateTimeFormatter DAY_FIRST =
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final LocalDate FIRST_OF_WORKBOOKS = LocalDate.of(1899, 12, 30);
    private static final Pattern CLOCK =
            Pattern.compile("(\\d{1,2})(?:[h:](?:(\\d{1,2})(?::\\d{2}(?:[.,]\\d{1,9})?)?(?:min|mn)?)?)?");
    private static final Pattern SEASON = Pattern.compile("(.*?)\\s*\\(?(été|ete|summer|hiver|winter)\\)?");

    private WrittenTimes() {}

    /** @throws DateTimeException where there is no such day, or its year is far away */
    static LocalDate date(String text) {
        LocalDate day;
        if (text.matches("\\d{5}(\\.0+)?")) {
            day = FIRST_OF_WORKBOOKS.plusDays(Long.parseLong(text.substring(0, 5)));
        } else if (text.matches("\\d{4}-\\d{2}-\\d{2}([T ].*)?")) {
            day = LocalDate.parse(text.substring(0, 10));
        } else {
            day = LocalDate.parse(text.replaceAll("[.\\-]", "/"), DAY_FIRST);
        }
        if (!PlausibleDays.holds(day)) {
            throw new DateTimeException("A year far away: " + day);
        }
        return day;
    }

    /** @throws DateTimeException or IllegalArgumentException where it is none */
    static LocalTime time(String cell) {
        String text = withoutSeason(cell.toLowerCase(Locale.ROOT)).replace(" ", "");
        if (text.matches("0[.,]\\d+")) {
            return LocalTime.ofSecondOfDay(Math.round(Double.parseDouble(text.replace(',', '.')) * 1440) * 60);
        }
        if (text.contains("t")) {
            return LocalTime.parse(text.substring(text.indexOf('t') + 1));
        }
        Matcher clock = CLOCK.matcher(text);
        if (!clock.matches()) {
            throw new DateTimeException("No time: " + text);
        }
        return LocalTime.of(
                Integer.parseInt(clock.group(1)), clock.group(2) == null ? 0 : Integer.parseInt(clock.group(2)));
    }

    /** @param cell as it was written, which may say which of two: {@code 02:30 été}, {@code 02:30 hiver} */
    static LocalMoment moment(LocalDate day, LocalTime time, ZoneId zone, String cell) {
        LocalMoment moment = LocalMoment.of(day.atTime(time), zone);
        Boolean summer = summer(cell);
        return moment instanceof LocalMoment.Twice twice && summer != null
                ? new LocalMoment.At(summer ? twice.first() : twice.second())
                : moment;
    }

    private static String withoutSeason(String text) {
        Matcher season = SEASON.matcher(text);
        return season.matches() ? season.group(1) : text;
    }

    private static @Nullable Boolean summer(String cell) {
        Matcher season = SEASON.matcher(cell.strip().toLowerCase(Locale.ROOT));
        return season.matches() ? !season.group(2).matches("hiver|winter") : null;
    }
}
