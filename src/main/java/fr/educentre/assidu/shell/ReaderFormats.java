package fr.educentre.assidu.shell;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Numbers, hours and dates as people read them, on screens, in mails and on paper: 92,5 %, 12 h 30, lun. 23 nov. 2026,
 * 09:00. A line never breaks inside a figure or before its unit.
 */
public final class ReaderFormats {

    /** The one no-break space that Assidu writes; fonts of documents hold it. */
    public static final char NO_BREAK = '\u00a0';

    private static final char NARROW_NO_BREAK = '\u202f';
    private static final String NONE = "–";

    private ReaderFormats() {}

    /** One decimal at most, no grouping: {@code 73,3}, {@code 80}. */
    public static String number(double value, Locale locale) {
        return new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(locale)).format(value);
    }

    /** @param rate between 0 and 1, null over an empty denominator */
    public static String percent(@Nullable Number rate, Locale locale) {
        if (rate == null) {
            return NONE;
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        return oneNoBreakSpace(format.format(rate.doubleValue() * 100)) + NO_BREAK + "%";
    }

    /** 750 minutes are 12 h 30. */
    public static String duration(long minutes) {
        long hours = minutes / 60;
        long rest = minutes % 60;
        if (hours == 0) {
            return rest + "" + NO_BREAK + "min";
        }
        return hours + "" + NO_BREAK + "h" + (rest == 0 ? "" : NO_BREAK + String.format(Locale.ROOT, "%02d", rest));
    }

    /** Decimal hours as funders ask for them, of a figure that stands beside no part of it (see {@link DecimalHours}): 3990 minutes are {@code 66,50}. */
    public static String decimalHours(long minutes) {
        return decimalHours(DecimalHours.of(minutes));
    }

    /** 66.5 hours are {@code 66,50}. */
    public static String decimalHours(BigDecimal hours) {
        var digits = hours.toPlainString().replace('.', ',');
        return digits.replaceAll("(?<=\\d)(?=(\\d{3})+,)", String.valueOf(NO_BREAK));
    }

    /** lun. 23 nov. 2026, 09:00. */
    public static String dateTime(Instant instant, ZoneId zone, Locale locale) {
        return DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", locale).format(instant.atZone(zone));
    }

    /** 09:00. */
    public static String time(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(instant.atZone(zone));
    }

    /** lun. 23 nov. 2026. */
    public static String date(LocalDate date, Locale locale) {
        return DateTimeFormatter.ofPattern("EEE d MMM yyyy", locale).format(date);
    }

    /** lun. 23 nov. */
    public static String day(LocalDate date, Locale locale) {
        return DateTimeFormatter.ofPattern("EEE d MMM", locale).format(date);
    }

    /** lundi 23 novembre 2026. */
    public static String longDate(LocalDate date, Locale locale) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", locale).format(date);
    }

    /** lundi 23 novembre 2026. */
    public static String longDate(Instant instant, ZoneId zone, Locale locale) {
        return longDate(instant.atZone(zone).toLocalDate(), locale);
    }

    /** lundi 23 novembre 2026 à 09 h 00. */
    public static String longDateTime(Instant instant, ZoneId zone, Locale locale) {
        String at = Texts.english(locale) ? " at " : " à ";
        return longDate(instant, zone, locale) + at + hour(instant, zone, locale);
    }

    /** 09 h 00; 09:00 in English. */
    public static String hour(Instant instant, ZoneId zone, Locale locale) {
        String between = Texts.english(locale) ? ":" : "'" + NO_BREAK + "h" + NO_BREAK + "'";
        return DateTimeFormatter.ofPattern("HH" + between + "mm", locale).format(instant.atZone(zone));
    }

    /** 23/11/2026. */
    public static String numericDate(LocalDate date) {
        return DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT).format(date);
    }

    /** 23/11/2026 à 09:00. */
    public static String numericDateTime(Instant instant, ZoneId zone, Locale locale) {
        String at = Texts.english(locale) ? " at " : " à ";
        return numericDate(instant.atZone(zone).toLocalDate()) + at + time(instant, zone);
    }

    /** What a clock is called: heure de La Réunion; UTC+04:00 where its place is not known. */
    public static String clock(Instant at, ZoneId zone, Locale locale) {
        if (zone instanceof ZoneOffset) {
            return "UTC" + zone.getId().replace("Z", "");
        }
        // Of a clock that is put forward and back, the name of both its times.
        boolean changes = zone.getRules().nextTransition(at) != null;
        return DateTimeFormatter.ofPattern(changes ? "vvvv" : "zzzz", locale).format(at.atZone(zone));
    }

    /** The same no-break space everywhere, those that the platform puts into numbers included. */
    public static String oneNoBreakSpace(String text) {
        return text.replace(NARROW_NO_BREAK, NO_BREAK);
    }
}
