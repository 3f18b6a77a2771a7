package fr.educentre.assidu.imports.evidence;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lengths of time as written by Zoom (whole minutes) and Teams (hours, minutes, seconds in words). */
final class DurationParser {

    private static final Pattern MINUTES = Pattern.compile("\\d{1,6}");
    private static final Pattern PART = Pattern.compile("(\\d{1,5})\\s?(h|godz|std|hr|m|min|s|sek|sec)[\\p{L}.]{0,8}");

    private DurationParser() {}

    /** In seconds, null when unreadable. */
    static @Nullable Long seconds(String cell) {
        String text = cell.replaceAll("[\\s\\u00A0\\u202F]+", " ").strip().toLowerCase(Locale.ROOT);
        if (text.length() > 60 || text.isEmpty()) {
            return null;
        }
        if (MINUTES.matcher(text).matches()) {
            return Long.parseLong(text) * 60;
        }
        Matcher parts = PART.matcher(text);
        long sum = 0;
        boolean found = false;
        while (parts.find()) {
            found = true;
            long number = Long.parseLong(parts.group(1));
            sum += switch (parts.group(2).charAt(0)) {
                case 'h', 'g' -> number * 3600;
                case 'm' -> number * 60;
                default -> parts.group(2).startsWith("st") ? number * 3600 : number;
            };
        }
        return found ? sum : null;
    }
}
