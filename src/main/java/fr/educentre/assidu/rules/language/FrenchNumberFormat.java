package fr.educentre.assidu.rules.language;

import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** Numbers and dates as the explanations write them. */
public final class FrenchNumberFormat {

    private FrenchNumberFormat() {}

    /** One decimal at most: {@code 73,3}, {@code 80}. */
    public static String number(double value) {
        return ReaderFormats.number(value, Texts.FRENCH);
    }

    public static String day(LocalDate day) {
        return ReaderFormats.day(day, Texts.FRENCH);
    }

    /** {@code 2026-11-23/AM} to {@code lun. 23 nov. matin}. */
    public static String halfDay(String halfDay) {
        int slash = halfDay.indexOf('/');
        String part = halfDay.endsWith("AM") ? " matin" : " après-midi";
        return day(LocalDate.parse(halfDay.substring(0, slash))) + part;
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
