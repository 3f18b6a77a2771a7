package fr.educentre.assidu.progress.internal;

import fr.educentre.assidu.evidence.ActivityIntervals;
import fr.educentre.assidu.evidence.Trace;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** Time connected to the platform, by local day. A night between two activities adds nothing. */
final class ConnectionTime {

    private ConnectionTime() {}

    /** @param minutes whole minutes, rounded down */
    record Day(int minutes, Instant lastAt) {}

    /** Every day with activity, even of no duration. */
    static SortedMap<LocalDate, Day> byDay(Collection<Trace> traces, ZoneId zone, Duration idleCap) {
        var days = new TreeMap<LocalDate, Counted>();
        for (Trace trace : traces) {
            Instant at = trace.time().occurredAt();
            days.merge(day(at, zone), new Counted(Duration.ZERO, at), Counted::plus);
        }
        for (TimeSlot slot : ActivityIntervals.byDays(traces, idleCap, zone)) {
            split(slot, zone, days);
        }
        var told = new TreeMap<LocalDate, Day>();
        days.forEach(
                (day, counted) -> told.put(day, new Day((int) counted.time().toMinutes(), counted.lastAt())));
        return told;
    }

    private record Counted(Duration time, Instant lastAt) {

        Counted plus(Counted more) {
            return new Counted(time.plus(more.time), lastAt.isBefore(more.lastAt) ? more.lastAt : lastAt);
        }
    }

    /** To each day what was played on it. */
    private static void split(TimeSlot slot, ZoneId zone, SortedMap<LocalDate, Counted> days) {
        Instant from = slot.from();
        while (from.isBefore(slot.to())) {
            LocalDate day = day(from, zone);
            Instant midnight = day.plusDays(1).atStartOfDay(zone).toInstant();
            boolean over = slot.to().isBefore(midnight);
            Instant to = over ? slot.to() : midnight;
            days.merge(day, new Counted(Duration.between(from, to), over ? to : to.minusMillis(1)), Counted::plus);
            from = to;
        }
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate();
    }
}
