package fr.educentre.assidu.progress.internal;

import fr.educentre.assidu.evidence.ActivityIntervals;
import fr.educentre.assidu.evidence.Trace;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Time connected to the platform, by local day. A night between two activities adds nothing. */
final class ConnectionTime {

    private ConnectionTime() {}

    /** @param minutes whole minutes, rounded down */
    record Day(int minutes, Instant lastAt) {}

    /** Every day with activity, even of no duration. */
    static SortedMap<LocalDate, Day> byDay(Collection<Trace> traces, ZoneId zone, Duration idleCap) {
        var ordered = traces.stream()
                .sorted(Comparator.comparing((Trace one) -> one.time().occurredAt()))
                .toList();
        var lastAt = new TreeMap<LocalDate, Instant>();
        ordered.forEach(trace ->
                lastAt.put(day(trace.time().occurredAt(), zone), trace.time().occurredAt()));
        var connected = new ArrayList<TimeSlot>();
        for (List<Trace> run : runs(ordered, zone, idleCap)) {
            connected.addAll(ActivityIntervals.of(run, idleCap));
        }
        var durations = new TreeMap<LocalDate, Duration>();
        for (TimeSlot slot : ActivityIntervals.union(connected)) {
            split(slot, zone, durations);
        }
        var days = new TreeMap<LocalDate, Day>();
        durations.forEach((day, duration) -> days.put(
                day,
                new Day(
                        (int) duration.toMinutes(),
                        day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1))));
        lastAt.forEach((day, at) -> days.merge(day, new Day(0, at), (told, last) -> new Day(told.minutes(), at)));
        return days;
    }

    private static List<List<Trace>> runs(List<Trace> ordered, ZoneId zone, Duration idleCap) {
        var runs = new ArrayList<List<Trace>>();
        Instant before = null;
        for (Trace trace : ordered) {
            Instant at = trace.time().occurredAt();
            boolean goesOn = before != null
                    && (day(before, zone).equals(day(at, zone))
                            || Duration.between(before, at).compareTo(idleCap) <= 0);
            if (!goesOn) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(trace);
            before = at;
        }
        return runs;
    }

    private static void split(TimeSlot slot, ZoneId zone, SortedMap<LocalDate, Duration> durations) {
        Instant from = slot.from();
        while (from.isBefore(slot.to())) {
            LocalDate day = day(from, zone);
            Instant midnight = day.plusDays(1).atStartOfDay(zone).toInstant();
            Instant to = slot.to().isBefore(midnight) ? slot.to() : midnight;
            durations.merge(day, Duration.between(from, to), Duration::plus);
            from = to;
        }
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate();
    }
}
