package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.evidence.Trace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.evidence.TraceTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Arrivals and departures as stays. The result depends on what was told alone, never on the order or the number of times
 * it was told. An arrival without departure lasts until the meeting's end, or is still open; a departure without arrival
 * tells nothing of how long someone was there and makes no stay. Where the source's own report tells of the same
 * connection, or of the same person over a whole meeting, the report is right.
 */
final class ConnectionIntervals {

    private static final Comparator<Trace> IN_TIME = Comparator.comparing(
                    (Trace one) -> one.time().occurredAt())
            .thenComparing(Trace::kind)
            .thenComparing((Trace one) -> one.person().key())
            .thenComparing(Trace::id);

    private static final NavigableSet<Instant> NO_END = Collections.emptyNavigableSet();

    private ConnectionIntervals() {}

    /** One stay of one device in one instance of a meeting; numbers of connections begin anew in each instance. */
    private record Connection(String source, String occurrence, String connection) {

        static @Nullable Connection of(Trace trace) {
            Object occurrence = trace.payload().get("occurrence");
            Object connection = trace.payload().get("connection");
            return occurrence == null || connection == null
                    ? null
                    : new Connection(trace.origin().source().name(), occurrence.toString(), connection.toString());
        }
    }

    /** Stays in place of the events; other traces as they are. By start. */
    static List<Trace> of(Collection<Trace> traces) {
        List<Trace> told = new ArrayList<>();
        Map<Connection, List<Trace>> events = new LinkedHashMap<>();
        Map<String, NavigableSet<Instant>> ends = new HashMap<>();
        Set<Connection> reported = new HashSet<>();
        var people = new ReportedParticipants();
        for (Trace trace : traces.stream().sorted(IN_TIME).toList()) {
            Connection connection = Connection.of(trace);
            switch (trace.kind()) {
                case JOINED, LEFT -> {
                    if (connection != null) {
                        events.computeIfAbsent(connection, c -> new ArrayList<>())
                                .add(trace);
                    }
                }
                case ENDED ->
                    ends.computeIfAbsent(occurrence(trace), o -> new TreeSet<>())
                            .add(trace.time().occurredAt());
                default -> {
                    told.add(trace);
                    if (connection != null && trace.kind() == TraceKind.INTERVAL) {
                        reported.add(connection);
                    }
                    people.add(trace);
                }
            }
        }
        events.forEach((connection, its) -> {
            if (!reported.contains(connection)) {
                stays(its, ends.getOrDefault(connection.source() + ' ' + connection.occurrence(), NO_END)).stream()
                        .filter(stay -> !people.tell(stay))
                        .forEach(told::add);
            }
        });
        told.sort(Comparator.<Trace, Instant>comparing(trace -> trace.time().from() == null
                        ? trace.time().occurredAt()
                        : trace.time().from())
                .thenComparing(Trace::id));
        return List.copyOf(told);
    }

    private static String occurrence(Trace ended) {
        return ended.origin().source().name() + ' ' + ended.payload().get("occurrence");
    }

    /**
     * Events of one connection in time order: each arrival goes with the first departure after it, unless the meeting
     * ended and was entered again in between.
     */
    private static List<Trace> stays(List<Trace> events, NavigableSet<Instant> ends) {
        TreeMap<Instant, Trace> joins = new TreeMap<>();
        TreeMap<Instant, Trace> leaves = new TreeMap<>();
        for (Trace event : events) {
            (event.kind() == TraceKind.JOINED ? joins : leaves)
                    .putIfAbsent(event.time().occurredAt(), event);
        }
        List<Trace> stays = new ArrayList<>();
        Instant until = Instant.MIN;
        for (Map.Entry<Instant, Trace> join : joins.entrySet()) {
            if (join.getKey().isBefore(until)) {
                continue;
            }
            Instant end = end(join.getKey(), ends);
            Map.Entry<Instant, Trace> leave = leaves.higherEntry(join.getKey());
            if (leave != null && end != null && end.isAfter(join.getKey()) && entered(joins, end, leave.getKey())) {
                leave = null;
            }
            Instant to = leave != null ? leave.getKey() : notBefore(join.getKey(), end);
            stays.add(stay(join.getValue(), leave == null ? null : leave.getValue(), to));
            if (to == null) {
                break;
            }
            until = to;
        }
        return stays;
    }

    /** The meeting's end after an arrival, or else the last one known. */
    private static @Nullable Instant end(Instant arrival, NavigableSet<Instant> ends) {
        Instant next = ends.higher(arrival);
        return next != null || ends.isEmpty() ? next : ends.last();
    }

    private static @Nullable Instant notBefore(Instant arrival, @Nullable Instant end) {
        return end == null || end.isAfter(arrival) ? end : arrival;
    }

    private static boolean entered(TreeMap<Instant, Trace> joins, Instant from, Instant to) {
        return from.isBefore(to) && !joins.subMap(from, true, to, false).isEmpty();
    }

    private static Trace stay(Trace join, @Nullable Trace leave, @Nullable Instant to) {
        Map<String, Object> payload = new HashMap<>(join.payload());
        payload.put("implicitEnd", leave == null && to != null);
        Trace known = join.match().learnerId() == null && leave != null ? leave : join;
        return new Trace(
                join.id(),
                join.origin(),
                TraceKind.INTERVAL,
                new TraceTime(join.time().occurredAt(), join.time().occurredAt(), to),
                new Trace.Person(
                        join.person().key(),
                        join.person().name() != null || leave == null
                                ? join.person().name()
                                : leave.person().name()),
                join.about(),
                payload,
                known.match());
    }
}
