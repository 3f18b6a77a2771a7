package fr.educentre.assidu.imports.evidence;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date and time as written, the order of day and month not yet decided.
 *
 * @param first the first number of the date; @param second the second
 * @param year 0 where no date is written
 * @param monthFirst known from the way it is written, null while only the whole file tells
 */
record ParsedDateTime(
        int first,
        int second,
        int year,
        @Nullable Boolean monthFirst,
        LocalTime time,
        @Nullable ZoneOffset offset) {

    /** Order of day and month in a file. */
    enum DayOrder {
        DAY_FIRST,
        MONTH_FIRST
    }

    private static final int LONGEST = 60;
    private static final String TIME =
            "(\\d{1,2})[:h](\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?\\s?(?:([ap])\\.?\\s?m\\.?)?\\s?(z|utc|gmt|[+-]\\d{2}:?\\d{2})?";
    private static final Pattern NUMBERS =
            Pattern.compile("(\\d{1,4})[/.-](\\d{1,2})[/.-](\\d{1,4})(?:,? ?(?:a|at|t)? ?)" + TIME);
    private static final Pattern MONTH_THEN_DAY =
            Pattern.compile("([a-z]{3,9})\\.? (\\d{1,2}),? (\\d{4}),? (?:a |at )?" + TIME);
    private static final Pattern DAY_THEN_MONTH =
            Pattern.compile("(\\d{1,2}) ([a-z]{3,9})\\.?,? (\\d{4}),? (?:a |at )?" + TIME);
    private static final Pattern TIME_ALONE = Pattern.compile(TIME);
    private static final String DAY_OF_WEEK = "(?:[a-z]{3,9}\\.?,? )?";
    private static final Pattern DATE_ALONE = Pattern.compile(DAY_OF_WEEK + "(\\d{1,4})[/.-](\\d{1,2})[/.-](\\d{1,4})");
    private static final Pattern NAMED_DATE_ALONE =
            Pattern.compile(DAY_OF_WEEK + "(?:le )?(\\d{1,2})(?:er)? ([a-z]{3,9})\\.?,? (\\d{4})");
    private static final List<List<String>> MONTHS = List.of(
            List.of("jan"),
            List.of("feb", "fev"),
            List.of("mar"),
            List.of("apr", "avr"),
            List.of("may", "mai"),
            List.of("jun", "juin"),
            List.of("jul", "juil"),
            List.of("aug", "aou"),
            List.of("sep"),
            List.of("oct"),
            List.of("nov"),
            List.of("dec"));

    static Optional<ParsedDateTime> read(String cell) {
        String text = plain(cell);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher numbers = NUMBERS.matcher(text);
        if (numbers.matches()) {
            return dated(numbers.group(1), numbers.group(2), numbers.group(3), time(numbers, 4), offset(numbers, 8));
        }
        Matcher monthDay = MONTH_THEN_DAY.matcher(text);
        if (monthDay.matches()) {
            return named(
                    monthDay.group(1), monthDay.group(2), monthDay.group(3), time(monthDay, 4), offset(monthDay, 8));
        }
        Matcher dayMonth = DAY_THEN_MONTH.matcher(text);
        if (dayMonth.matches()) {
            return named(
                    dayMonth.group(2), dayMonth.group(1), dayMonth.group(3), time(dayMonth, 4), offset(dayMonth, 8));
        }
        Matcher alone = TIME_ALONE.matcher(text);
        if (alone.matches()) {
            return time(alone, 1).map(time -> new ParsedDateTime(0, 0, 0, null, time, offset(alone, 5)));
        }
        return Optional.empty();
    }

    /** A date without a time; at midnight. */
    static Optional<ParsedDateTime> readDate(String cell) {
        Matcher date = DATE_ALONE.matcher(plain(cell));
        if (date.matches()) {
            return dated(date.group(1), date.group(2), date.group(3), Optional.of(LocalTime.MIDNIGHT), null);
        }
        Matcher named = NAMED_DATE_ALONE.matcher(plain(cell));
        return named.matches()
                ? named(named.group(2), named.group(1), named.group(3), Optional.of(LocalTime.MIDNIGHT), null)
                : Optional.empty();
    }

    boolean hasDate() {
        return year != 0;
    }

    /** Empty where that order makes no date. */
    Optional<LocalDateTime> at(DayOrder order, LocalDate whereNone) {
        if (!hasDate()) {
            return Optional.of(whereNone.atTime(time));
        }
        boolean monthThenDay = monthFirst == null ? order == DayOrder.MONTH_FIRST : monthFirst;
        try {
            return Optional.of(LocalDate.of(year, monthThenDay ? first : second, monthThenDay ? second : first)
                    .atTime(time));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String plain(String cell) {
        if (cell.length() > LONGEST) {
            return "";
        }
        return Normalizer.normalize(cell, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[\\s\\u00A0\\u202F]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static Optional<ParsedDateTime> dated(
            String a, String b, String c, Optional<LocalTime> time, @Nullable ZoneOffset offset) {
        int last = Integer.parseInt(c);
        if (a.length() == 4 && c.length() <= 2) {
            return time.map(at -> new ParsedDateTime(Integer.parseInt(b), last, Integer.parseInt(a), true, at, offset));
        }
        if (a.length() > 2 || (c.length() != 2 && c.length() != 4)) {
            return Optional.empty();
        }
        int year = c.length() == 2 ? 2000 + last : last;
        return time.map(at -> new ParsedDateTime(Integer.parseInt(a), Integer.parseInt(b), year, null, at, offset));
    }

    private static Optional<ParsedDateTime> named(
            String month, String day, String year, Optional<LocalTime> time, @Nullable ZoneOffset offset) {
        for (int i = 0; i < MONTHS.size(); i++) {
            if (MONTHS.get(i).stream().anyMatch(month::startsWith)) {
                int number = i + 1;
                return time.map(at ->
                        new ParsedDateTime(number, Integer.parseInt(day), Integer.parseInt(year), true, at, offset));
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalTime> time(Matcher match, int group) {
        int hour = Integer.parseInt(match.group(group));
        int minute = Integer.parseInt(match.group(group + 1));
        String second = match.group(group + 2);
        String half = match.group(group + 3);
        if (half != null) {
            if (hour > 12) {
                return Optional.empty();
            }
            hour = hour % 12 + (half.equals("p") ? 12 : 0);
        }
        int seconds = second == null ? 0 : Integer.parseInt(second);
        return hour < 24 && minute < 60 && seconds < 60
                ? Optional.of(LocalTime.of(hour, minute, seconds))
                : Optional.empty();
    }

    private static @Nullable ZoneOffset offset(Matcher match, int group) {
        String text = match.group(group);
        if (text == null) {
            return null;
        }
        try {
            return Character.isLetter(text.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
