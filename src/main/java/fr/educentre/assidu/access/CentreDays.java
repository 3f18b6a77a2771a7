package fr.educentre.assidu.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days on which accounts and tokens are good, in the centre's zone. */
final class CentreDays {

    private static final ZoneId CENTRE = ZoneId.of("Europe/Paris");

    private CentreDays() {}

    static LocalDate of(Instant moment) {
        return LocalDate.ofInstant(moment, CENTRE);
    }

    static Instant start(LocalDate day) {
        return day.atStartOfDay(CENTRE).toInstant();
    }

    /** The moment at which a last day is over. */
    static Instant after(LocalDate last) {
        return start(last.plusDays(1));
    }

    /** The last day that is over at that moment. */
    static LocalDate lastBefore(Instant end) {
        return LocalDate.ofInstant(end.minusNanos(1), CENTRE);
    }
}
