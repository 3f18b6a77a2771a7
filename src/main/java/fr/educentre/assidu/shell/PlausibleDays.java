package fr.educentre.assidu.shell;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Days that somebody of a training centre can mean: a year far away is a slip of the hand. What is looked for may reach further than what is written down. */
public final class PlausibleDays {

    public static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    public static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    /** How far plans of a centre reach, in years: a later day is a slip of the hand, or stands for "no end", which is left empty. */
    private static final int AHEAD = 20;

    private PlausibleDays() {}

    /** Whether it can be meant by somebody who writes it down today. */
    public static boolean holds(LocalDate day, LocalDate today) {
        return !day.isBefore(FIRST) && !day.isAfter(today.plusYears(AHEAD));
    }

    public static boolean holds(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }

    /** @throws DateTimeException for a text that is no day of ISO 8601, or a day far away */
    public static LocalDate parse(String text) {
        LocalDate day = LocalDate.parse(text);
        if (!holds(day)) {
            throw new DateTimeException("Far away: " + day);
        }
        return day;
    }

    /** @throws Refusal MALFORMED, naming the field, for a day far away */
    public static LocalDate required(String name, LocalDate day) {
        if (!holds(day)) {
            throw Refusal.malformed("refusal.parameter.farAway", name, day.toString());
        }
        return day;
    }

    /** @throws Refusal MALFORMED, naming the field, for a moment far away */
    public static Instant required(String name, Instant moment) {
        // A day either way: in some zone it is already, or still, a day that can be meant.
        if (moment.isBefore(FIRST.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                || moment.isAfter(LAST.plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant())) {
            throw Refusal.malformed("refusal.parameter.farAway", name, moment.toString());
        }
        return moment;
    }
}
