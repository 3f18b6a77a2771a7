package fr.educentre.assidu.imports.calendars;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date and time of iCalendar.
 *
 * @param dateOnly a whole day: the time is midnight
 */
record IcsDateTime(LocalDateTime local, ZoneId zone, boolean dateOnly) {

    private static final DateTimeFormatter DATE_TIME = strict("uuuuMMdd'T'HHmmss");
    private static final DateTimeFormatter DATE = strict("uuuuMMdd");
    private static final Pattern WEEKS = Pattern.compile("\\+?P(\\d{1,4})W");
    private static final int LONGEST = 40;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    static IcsDateTime of(ContentLine line, CalendarTimeZones zones) {
        return of(line, line.value(), zones);
    }

    /** @param value one of those of the line */
    static IcsDateTime of(ContentLine line, String value, CalendarTimeZones zones) {
        String text = value.strip().toUpperCase(Locale.ROOT);
        if (text.length() > LONGEST) {
            throw UnsupportedEventException.problem(line.name(), "date", text.substring(0, LONGEST));
        }
        try {
            IcsDateTime moment;
            if (text.length() == 8) {
                moment = new IcsDateTime(LocalDate.parse(text, DATE).atStartOfDay(), zones.floating(), true);
            } else if (text.endsWith("Z")) {
                moment = new IcsDateTime(
                        LocalDateTime.parse(text.substring(0, text.length() - 1), DATE_TIME), ZoneOffset.UTC, false);
            } else {
                moment = new IcsDateTime(
                        LocalDateTime.parse(text, DATE_TIME), zones.named(line.parameter("TZID"), line.name()), false);
            }
            int year = moment.local().getYear();
            if (year >= FIRST_YEAR && year <= LAST_YEAR) {
                return moment;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw UnsupportedEventException.problem(line.name(), "date", text);
    }

    static Duration duration(ContentLine line) {
        String text = line.value().strip().toUpperCase(Locale.ROOT);
        try {
            Matcher weeks = WEEKS.matcher(text.length() > LONGEST ? "" : text);
            return weeks.matches()
                    ? Duration.ofDays(7L * Integer.parseInt(weeks.group(1)))
                    : Duration.parse(text.length() > LONGEST ? "" : text);
        } catch (DateTimeException | ArithmeticException e) {
            throw UnsupportedEventException.problem(
                    line.name(), "duration", text.substring(0, Math.min(LONGEST, text.length())));
        }
    }

    /** Whether the clock skips it in spring. */
    boolean skipped() {
        return !dateOnly && zone.getRules().getValidOffsets(local).isEmpty();
    }

    /** The first of the two where the clock goes back: RFC 5545 says so. */
    Instant instant() {
        return local.atZone(zone).toInstant();
    }

    IcsDateTime at(LocalDateTime other) {
        return new IcsDateTime(other, zone, dateOnly);
    }
}
