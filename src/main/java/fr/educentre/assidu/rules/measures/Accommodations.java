package fr.educentre.assidu.rules.measures;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an enrolment's accommodations (aménagements) change in the measures. The text is free; of its words, "retard toléré
 * de 20 minutes" and "dispensé le mercredi" are understood, and any text at all makes the learner one who has an
 * accommodation.
 */
record Accommodations(boolean any, int toleratedMinutes, Set<DayOfWeek> excused) {

    static final Accommodations NONE = new Accommodations(false, 0, Set.of());

    private static final Pattern TOLERATED = Pattern.compile(
            "retards? tolérés? (?:de |: ?)?([0-9]{1,3}) ?min", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern EXCUSED = Pattern.compile(
            "dispensée? (?:le |les |du )?(lundi|mardi|mercredi|jeudi|vendredi|samedi)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Map<String, DayOfWeek> DAYS = Map.of(
            "lundi", DayOfWeek.MONDAY,
            "mardi", DayOfWeek.TUESDAY,
            "mercredi", DayOfWeek.WEDNESDAY,
            "jeudi", DayOfWeek.THURSDAY,
            "vendredi", DayOfWeek.FRIDAY,
            "samedi", DayOfWeek.SATURDAY);

    static Accommodations of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return NONE;
        }
        // Copied from a screen, a number stands before its unit with a space that does not break.
        String typed = text.replace('\u00a0', ' ').replace('\u202f', ' ');
        Matcher tolerated = TOLERATED.matcher(typed);
        int minutes = tolerated.find() ? Integer.parseInt(tolerated.group(1)) : 0;
        var excused = EnumSet.noneOf(DayOfWeek.class);
        Matcher days = EXCUSED.matcher(typed);
        while (days.find()) {
            DayOfWeek day = DAYS.get(days.group(1).toLowerCase(Locale.FRENCH));
            if (day != null) {
                excused.add(day);
            }
        }
        return new Accommodations(true, minutes, Set.copyOf(excused));
    }
}
