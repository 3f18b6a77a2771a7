package fr.educentre.assidu.rules.language;

import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;

/** Half-days as explanations name them, and working days as they count them. */
public final class DayFormat {

    private DayFormat() {}

    /** {@code 2026-11-23/AM} to {@code lun. 23 nov. matin}. */
    public static String halfDay(String halfDay, Locale language) {
        int slash = halfDay.indexOf('/');
        boolean english = Texts.english(language);
        String part =
                halfDay.endsWith("AM") ? (english ? " morning" : " matin") : english ? " afternoon" : " après-midi";
        return ReaderFormats.day(LocalDate.parse(halfDay.substring(0, slash)), language) + part;
    }

    /** Days from Monday to Friday, after the one and until the other. */
    public static int workingDays(LocalDate after, LocalDate until) {
        int days = 0;
        for (LocalDate day = after.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                days++;
            }
        }
        return days;
    }
}
