package fr.educentre.assidu.training;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which public holidays a site keeps: those of article L.3133-1 of the Code du travail, with those that the place adds: Good Friday
 * where there is a mixed church and 26 December (article L.3134-13), commemorations of the abolition of slavery (article L.3422-2).
 */
public enum HolidayCalendar {
    METROPOLE(Set.of(), Set.of()),
    /** Good Friday and the day after Christmas. */
    ALSACE_MOSELLE(Set.of(MonthDay.of(Month.DECEMBER, 26)), Set.of(-2)),
    GUADELOUPE(Set.of(MonthDay.of(Month.MAY, 27)), Set.of()),
    MARTINIQUE(Set.of(MonthDay.of(Month.MAY, 22)), Set.of()),
    GUYANE(Set.of(MonthDay.of(Month.JUNE, 10)), Set.of()),
    LA_REUNION(Set.of(MonthDay.of(Month.DECEMBER, 20)), Set.of()),
    MAYOTTE(Set.of(MonthDay.of(Month.APRIL, 27)), Set.of());

    private static final Set<MonthDay> EVERYWHERE = Set.of(
            MonthDay.of(Month.JANUARY, 1),
            MonthDay.of(Month.MAY, 1),
            MonthDay.of(Month.MAY, 8),
            MonthDay.of(Month.JULY, 14),
            MonthDay.of(Month.AUGUST, 15),
            MonthDay.of(Month.NOVEMBER, 1),
            MonthDay.of(Month.NOVEMBER, 11),
            MonthDay.of(Month.DECEMBER, 25));

    /** Easter Monday, Ascension, Whit Monday: days after Easter. */
    private static final Set<Integer> AFTER_EASTER = Set.of(1, 39, 50);

    private static final Map<String, HolidayCalendar> BY_ZONE = Map.of(
            "America/Guadeloupe", GUADELOUPE,
            "America/Martinique", MARTINIQUE,
            "America/Cayenne", GUYANE,
            "Indian/Reunion", LA_REUNION,
            "Indian/Mayotte", MAYOTTE);

    private final Set<MonthDay> more;
    private final Set<Integer> moreAroundEaster;

    HolidayCalendar(Set<MonthDay> more, Set<Integer> moreAroundEaster) {
        this.more = more;
        this.moreAroundEaster = moreAroundEaster;
    }

    /** Those of the territory that has this time; Alsace-Moselle has the same as the mainland. */
    public static HolidayCalendar of(ZoneId zone) {
        return BY_ZONE.getOrDefault(zone.getId(), METROPOLE);
    }

    public boolean on(LocalDate day) {
        MonthDay date = MonthDay.from(day);
        if (EVERYWHERE.contains(date) || more.contains(date)) {
            return true;
        }
        Set<Integer> afterEaster = new HashSet<>(AFTER_EASTER);
        afterEaster.addAll(moreAroundEaster);
        LocalDate easter = easter(day.getYear());
        return afterEaster.stream().anyMatch(days -> day.equals(easter.plusDays(days)));
    }

    /** Gregorian computus (Meeus, Jones and Butcher). */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int e = b % 4;
        int f = (b + 8) / 25;
        int g = (b - f + 1) / 3;
        int h = (19 * a + b - b / 4 - g + 15) % 30;
        int l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
