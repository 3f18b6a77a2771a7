package fr.educentre.assidu.sources.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.educentre.assidu.access.SystemActor;
import fr.educentre.assidu.sources.core.DeliveryIntake;
import fr.educentre.assidu.sources.simulator.FakeZoomMeeting;
import fr.educentre.assidu.sources.simulator.ZoomEmitter.Event;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import fr.educentre.assidu.testing.RealJobExecutor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A whole day of a centre in one burst: how it arrives changes nothing of what is made of it. */
@AssiduIT
@RealJobExecutor
class TenThousandEventsIT {

    private static final Instant START = Instant.parse("2026-09-21T07:00:00Z");
    /** Twenty make ten thousand events, with {@code -Dassidu.test.classes=20}; the usual build takes a day of four. */
    private static final int CLASSES = Integer.getInteger("assidu.test.classes", 4);

    private static final int LEARNERS = 25;

    /** Of each learner, an arrival and a departure each. */
    private static final int STAYS = 10;

    private static final int EVENTS = CLASSES * LEARNERS * STAYS * 2;

    private static final int OVER_HTTP = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    @Autowired
    JdbcClient sql;

    @Autowired
    Calls calls;

    @Autowired
    MutableClock clock;

    @Autowired
    DeliveryIntake intake;

    @Autowired
    BackgroundWork background;

    /** Classes alike, whose events arrive in one way. */
    private final class Day {
        private final List<ZoomClass> classes = new ArrayList<>();
        private final List<UUID> sessions = new ArrayList<>();
        private final List<Event> events = new ArrayList<>();

        Day() {
            for (int c = 0; c < CLASSES; c++) {
                var one = new ZoomClass(sql, calls, clock, background, LEARNERS);
                classes.add(one);
                sessions.add(one.session(START));
                events.addAll(one.emitter.events(run(one, c)).stream()
                        .filter(event -> event.body().contains("participant_"))
                        .toList());
            }
            // Each meeting's end makes its session complete, so it is told as well, on top of the ten thousand.
            assertThat(events).hasSize(EVENTS);
            for (int c = 0; c < CLASSES; c++) {
                events.addAll(classes.get(c).emitter.events(run(classes.get(c), c)).stream()
                        .filter(event -> event.body().contains("meeting.ended"))
                        .toList());
            }
        }

        List<Map<Integer, String>> attendance() {
            List<Map<Integer, String>> all = new ArrayList<>();
            for (int c = 0; c < CLASSES; c++) {
                all.add(classes.get(c).attendance(sessions.get(c)));
            }
            return all;
        }
    }

    /** Everybody comes and goes, not twice alike; now and then on two devices. */
    private static FakeZoomMeeting run(ZoomClass of, int number) {
        var random = new Random(number);
        List<FakeZoomMeeting.Stay> stays = new ArrayList<>();
        for (int learner = 0; learner < LEARNERS; learner++) {
            for (int i = 0; i < STAYS; i++) {
                int from = i * 18 + random.nextInt(9);
                int to = from + 1 + random.nextInt(12);
                stays.add(of.stay(
                        learner, learner + "-" + i, START.plusSeconds(from * 60L), START.plusSeconds(to * 60L)));
            }
        }
        String uuid = "day/" + of.number + "==";
        return new FakeZoomMeeting(of.number, uuid, "Atelier", START, START.plus(Duration.ofMinutes(190)), stays);
    }

    private void arrive(Day day, UnaryOperator<List<Event>> order) throws InterruptedException {
        List<Event> sent = order.apply(day.events);
        int http = OVER_HTTP;
        day.classes.getFirst().send(sent.subList(0, http));
        try (var senders = Executors.newFixedThreadPool(6)) {
            for (Event event : sent.subList(http, sent.size())) {
                senders.execute(() -> SystemActor.run(() -> intake.receive(
                        "zoom",
                        "AAAAAA",
                        "application/json",
                        Map.of(),
                        event.body().getBytes(StandardCharsets.UTF_8))));
            }
            senders.shutdown();
            assertThat(senders.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        }
    }

    private static List<Event> shuffled(List<Event> events) {
        List<Event> sent = new ArrayList<>(events);
        Collections.shuffle(sent, new Random(7));
        return sent;
    }

    @Test
    void in_order_shuffled_and_twice_are_the_same_attendance_to_the_minute() throws InterruptedException {
        clock.set(START.plus(Duration.ofHours(6)));
        var inOrder = new Day();
        var shuffled = new Day();
        arrive(inOrder, UnaryOperator.identity());
        arrive(shuffled, TenThousandEventsIT::shuffled);
        understood();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(inOrder.attendance())
                        .allSatisfy(sheet -> assertThat(sheet)
                                .hasSize(LEARNERS)
                                .allSatisfy((learner, row) -> assertThat(row).doesNotContain("AWAITING_DATA"))));
        List<Map<Integer, String>> expected = expected();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(minutes(inOrder.attendance())).isEqualTo(expected));
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(shuffled.attendance()).isEqualTo(inOrder.attendance()));
        long traces = traces(shuffled);
        arrive(shuffled, UnaryOperator.identity());
        understood();
        background.settled();
        assertThat(shuffled.attendance()).as("each twice").isEqualTo(inOrder.attendance());
        assertThat(traces(shuffled)).as("nothing is kept twice").isEqualTo(traces);
    }

    private void understood() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> sql.sql("select count(*) from delivery where connector = 'zoom' and state = 'RECEIVED'")
                                .query(Long.class)
                                .single()
                        == 0);
    }

    private long traces(Day day) {
        return sql.sql("select count(*) from evidence where session_id in (:ids)")
                .param("ids", day.sessions)
                .query(Long.class)
                .single();
    }

    private static List<Map<Integer, String>> minutes(List<Map<Integer, String>> sheets) {
        return sheets.stream().map(TenThousandEventsIT::minutesOf).toList();
    }

    private static Map<Integer, String> minutesOf(Map<Integer, String> sheet) {
        Map<Integer, String> minutes = new java.util.TreeMap<>();
        sheet.forEach((learner, row) -> minutes.put(learner, row.substring(row.indexOf(' ') + 1)));
        return minutes;
    }

    /** Counted minute by minute from what was played. */
    private List<Map<Integer, String>> expected() {
        List<Map<Integer, String>> all = new ArrayList<>();
        for (int c = 0; c < CLASSES; c++) {
            var random = new Random(c);
            Map<Integer, String> sheet = new java.util.TreeMap<>();
            for (int learner = 0; learner < LEARNERS; learner++) {
                boolean[] there = new boolean[180];
                for (int i = 0; i < STAYS; i++) {
                    int from = i * 18 + random.nextInt(9);
                    int to = from + 1 + random.nextInt(12);
                    for (int minute = from; minute < Math.min(180, to); minute++) {
                        there[minute] = true;
                    }
                }
                int minutes = 0;
                for (boolean one : there) {
                    minutes += one ? 1 : 0;
                }
                sheet.put(learner, String.valueOf(minutes));
            }
            all.add(sheet);
        }
        return all;
    }
}
