package fr.educentre.assidu.evidence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Trace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.evidence.TraceMatch;
import fr.educentre.assidu.evidence.TraceTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class ConnectionIntervalsProperties {

    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

    record Event(TraceKind kind, int connection, int minute) {}

    @Property(tries = 300)
    void order_and_repeats_change_nothing(@ForAll("events") List<Event> events, @ForAll Random random) {
        List<Trace> told = new ArrayList<>(
                events.stream().map(ConnectionIntervalsProperties::trace).toList());
        List<Trace> expected = ConnectionIntervals.of(told);
        told.addAll(events.stream().map(ConnectionIntervalsProperties::trace).toList());
        Collections.shuffle(told, random);
        assertThat(ConnectionIntervals.of(told)).isEqualTo(expected);
    }

    @Property(tries = 300)
    void stays_of_a_connection_never_overlap_and_each_begins_with_an_arrival(@ForAll("events") List<Event> events) {
        List<Trace> stays = ConnectionIntervals.of(
                events.stream().map(ConnectionIntervalsProperties::trace).toList());
        for (int connection = 0; connection < 3; connection++) {
            String key = "c" + connection;
            Instant until = Instant.MIN;
            for (Trace stay : stays) {
                if (!key.equals(stay.payload().get("connection"))) {
                    continue;
                }
                assertThat(stay.kind()).isEqualTo(TraceKind.INTERVAL);
                assertThat(stay.time().from()).isNotNull().isAfterOrEqualTo(until);
                assertThat(events)
                        .contains(new Event(
                                TraceKind.JOINED, connection, minute(stay.time().from())));
                until = stay.time().to() == null ? Instant.MAX : stay.time().to();
                assertThat(until).isAfterOrEqualTo(stay.time().from());
            }
        }
    }

    @Example
    void an_arrival_without_departure_is_open_until_the_meeting_ends() {
        assertThat(ConnectionIntervals.of(List.of(trace(new Event(TraceKind.JOINED, 0, 5))))
                        .getFirst()
                        .time()
                        .to())
                .isNull();
        Trace closed = ConnectionIntervals.of(
                        List.of(trace(new Event(TraceKind.JOINED, 0, 5)), trace(new Event(TraceKind.ENDED, 0, 60))))
                .getFirst();
        assertThat(closed.time().to()).isEqualTo(START.plus(Duration.ofMinutes(60)));
        assertThat(closed.payload()).containsEntry("implicitEnd", true);
    }

    @Example
    void a_departure_told_after_the_end_still_counts() {
        Trace stay = ConnectionIntervals.of(List.of(
                        trace(new Event(TraceKind.ENDED, 0, 60)),
                        trace(new Event(TraceKind.LEFT, 0, 50)),
                        trace(new Event(TraceKind.JOINED, 0, 5))))
                .getFirst();
        assertThat(stay.time().to()).isEqualTo(START.plus(Duration.ofMinutes(50)));
    }

    @Example
    void a_departure_alone_makes_no_stay() {
        assertThat(ConnectionIntervals.of(List.of(trace(new Event(TraceKind.LEFT, 0, 50)))))
                .isEmpty();
    }

    @Example
    void the_report_of_a_connection_is_right_over_its_events() {
        Trace report = interval(0, 5, 30);
        assertThat(ConnectionIntervals.of(List.of(
                        trace(new Event(TraceKind.JOINED, 0, 5)), trace(new Event(TraceKind.ENDED, 0, 60)), report)))
                .containsExactly(report);
    }

    @Example
    void a_meeting_entered_again_after_it_ended_begins_a_new_stay() {
        List<Trace> stays = ConnectionIntervals.of(List.of(
                trace(new Event(TraceKind.JOINED, 0, 5)),
                trace(new Event(TraceKind.ENDED, 0, 20)),
                trace(new Event(TraceKind.JOINED, 0, 40)),
                trace(new Event(TraceKind.LEFT, 0, 50)),
                trace(new Event(TraceKind.ENDED, 0, 60))));
        assertThat(stays).extracting(stay -> minute(stay.time().from())).containsExactly(5, 40);
        assertThat(stays)
                .extracting(one -> one.time().to())
                .containsExactly(START.plus(Duration.ofMinutes(20)), START.plus(Duration.ofMinutes(50)));
    }

    @Example
    void the_report_of_a_meeting_is_right_over_the_events_of_the_people_it_names() {
        Trace told = interval(9, 0, 30);
        Map<String, Object> payload = new java.util.HashMap<>(told.payload());
        payload.put("occurrence", "report");
        payload.put("reportFrom", START.toString());
        payload.put("reportTo", START.plus(Duration.ofMinutes(60)).toString());
        Trace report = of(told, "p0", payload);
        List<Trace> stays = ConnectionIntervals.of(List.of(
                trace(new Event(TraceKind.JOINED, 0, 5)),
                trace(new Event(TraceKind.JOINED, 1, 5)),
                trace(new Event(TraceKind.ENDED, 0, 60)),
                report));
        assertThat(stays).extracting(one -> one.person().key()).containsExactly("p0", "p1");
        assertThat(stays.getFirst()).isEqualTo(report);
    }

    private static Trace of(Trace trace, String personKey, Map<String, Object> payload) {
        return new Trace(
                trace.id(),
                new Trace.Origin(trace.origin().source(), trace.origin().channel(), START),
                trace.kind(),
                trace.time(),
                new Trace.Person(personKey, null),
                new Trace.Subject(null, null, null),
                payload,
                TraceMatch.NONE);
    }

    @Provide
    Arbitrary<List<Event>> events() {
        Arbitrary<Event> event = Combinators.combine(
                        Arbitraries.of(TraceKind.JOINED, TraceKind.LEFT, TraceKind.ENDED),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 60))
                .as(Event::new);
        return event.list().ofMaxSize(20).map(list -> list.stream().distinct().toList());
    }

    private static int minute(Instant at) {
        return (int) Duration.between(START, at).toMinutes();
    }

    private static Trace interval(int connection, int from, int to) {
        return trace(
                TraceKind.INTERVAL,
                connection,
                START.plus(Duration.ofMinutes(from)),
                START.plus(Duration.ofMinutes(to)));
    }

    private static Trace trace(Event event) {
        return trace(event.kind(), event.connection(), START.plus(Duration.ofMinutes(event.minute())), null);
    }

    private static Trace trace(TraceKind kind, int connection, Instant at, @Nullable Instant to) {
        String key = kind + "|" + connection + "|" + at;
        return new Trace(
                UUID.nameUUIDFromBytes(key.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                new Trace.Origin(EvidenceSource.ZOOM, Channel.WEBHOOK, START),
                kind,
                new TraceTime(at, at, to),
                new Trace.Person(kind == TraceKind.ENDED ? "meeting" : "p" + connection, null),
                new Trace.Subject(null, null, null),
                kind == TraceKind.ENDED
                        ? Map.of("occurrence", "o")
                        : Map.of("occurrence", "o", "connection", "c" + connection),
                TraceMatch.NONE);
    }
}
