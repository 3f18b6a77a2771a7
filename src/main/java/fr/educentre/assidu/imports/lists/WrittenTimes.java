package fr.educentre.assidu.imports.lists;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates and times as lists write them. What does not exist is not rounded to what does. */
final class WrittenTimes {

    private static final DateTimeFormatter DAY_FIRST =
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final LocalDate FIRST_OF_WORKBOOKS = LocalDate.of(1899, 12, 30);
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2100;
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
        if (day.getYear() < EARLIEST || day.getYear() > LATEST) {
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
        String[] parts = text.split("[h:]");
        return LocalTime.of(Integer.parseInt(parts[0]), parts.length > 1 ? Integer.parseInt(parts[1]) : 0);
    }

    /** When a written time is. */
    sealed interface Moment {

        record At(Instant instant) implements Moment {}

        /** The clock skips it in spring. */
        record Skipped() implements Moment {}

        /** It comes twice in autumn, and the cell does not say which: {@code 02:30 été} or {@code 02:30 hiver}. */
        record Twice() implements Moment {}
    }

    /** @param cell as it was written, which may say whether summer or winter time is meant */
    static Moment moment(LocalDate day, LocalTime time, ZoneId zone, String cell) {
        LocalDateTime at = day.atTime(time);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(at);
        if (offsets.isEmpty()) {
            return new Moment.Skipped();
        }
        if (offsets.size() == 1) {
            return new Moment.At(at.toInstant(offsets.getFirst()));
        }
        Boolean summer = summer(cell);
        return summer == null
                ? new Moment.Twice()
                : new Moment.At(at.toInstant(summer ? offsets.getFirst() : offsets.getLast()));
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
