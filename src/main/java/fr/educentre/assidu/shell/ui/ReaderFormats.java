package fr.educentre.assidu.shell.ui;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers and dates as people read them: 92,5 %, 12 h 30, lun. 23 nov. 2026, 09:00. */
public final class ReaderFormats {

    private static final String NONE = "–";
    private static final char NO_BREAK = '\u00a0';

    private ReaderFormats() {}

    /** @param rate between 0 and 1, null over an empty denominator */
    public static String percent(@Nullable Number rate, Locale locale) {
        if (rate == null) {
            return NONE;
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(rate.doubleValue() * 100) + NO_BREAK + "%";
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

    public static String dateTime(Instant instant, ZoneId zone, Locale locale) {
        return DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", locale).format(instant.atZone(zone));
    }

    public static String time(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(instant.atZone(zone));
    }

    public static String date(LocalDate date, Locale locale) {
        return DateTimeFormatter.ofPattern("EEE d MMM yyyy", locale).format(date);
    }
}
