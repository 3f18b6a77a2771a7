package fr.educentre.assidu.sources.zoom;

import static fr.educentre.assidu.sources.zoom.ZoomClass.at;
import static fr.educentre.assidu.sources.zoom.ZoomClass.paris;
import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.sources.simulator.FakeZoomMeeting;
import fr.educentre.assidu.sources.simulator.ZoomEmitter;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import fr.educentre.assidu.testing.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From signed events to statuses and minutes, over HTTP. */
@AssiduIT
class ZoomWebhooksIT {

    @Autowired
    JdbcClient sql;

    @Autowired
    Texts texts;

    @Autowired
    Calls calls;

    @Autowired
    MutableClock clock;

    @Autowired
    BackgroundWork background;

    private static final String[] EXPECTED = {
        "PRESENT 180", "LATE 160", "LEFT_EARLY 150", "PARTIAL 60", "ABSENT 0", "PRESENT 180", "LATE 150", "PRESENT 180"
    };

    /** A morning in which everything happens, but for learner 4. */
    private static List<FakeZoomMeeting.Stay> morning(ZoomClass its) {
        Instant start = paris("2026-11-05T09:00");
        return List.of(
                its.stay(0, "100", start.minusSeconds(300), start.plusSeconds(10_805)),
                its.stay(1, "101", paris("2026-11-05T09:20"), paris("2026-11-05T12:00:02")),
                its.stay(2, "102", start, paris("2026-11-05T11:30")),
                its.stay(3, "103", start, paris("2026-11-05T10:00")),
                // two devices, then one of them alone
                its.stay(5, "105", start, paris("2026-11-05T10:30")),
                its.stay(5, "115", paris("2026-11-05T10:00"), paris("2026-11-05T12:00")),
                its.stay(6, "106", start.minusSeconds(120), paris("2026-11-05T09:30"))
                        .inWaitingRoom(),
                its.stay(6, "116", paris("2026-11-05T09:30"), paris("2026-11-05T12:00")),
                // into a breakout room and back
                its.stay(7, "107", start, paris("2026-11-05T10:00")),
                its.stay(7, "107", paris("2026-11-05T10:00"), paris("2026-11-05T11:00"))
                        .inRoom("bo-1"),
                its.stay(7, "117", paris("2026-11-05T11:00"), paris("2026-11-05T12:00")));
    }

    @Test
    void exact_minutes_and_statuses_and_nobody_absent_before_the_stragglers_are_in() {
        clock.set(paris("2026-11-05T12:00:30"));
        var its = new ZoomClass(sql, calls, clock, background, 8);
        UUID session = its.session(paris("2026-11-05T09:00"));
        its.send(its.run(paris("2026-11-05T08:55"), paris("2026-11-05T12:00"), morning(its)));
        its.understood();
        assertThat(its.attendance(session)).containsEntry(4, "AWAITING_DATA 0").containsEntry(0, "AWAITING_DATA 180");
        clock.advance(Duration.ofMinutes(4));
        its.assertAttendance(session, EXPECTED);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shuffled_and_told_twice_gives_the_same(long seed) {
        clock.set(paris("2026-11-05T14:00"));
        var its = new ZoomClass(sql, calls, clock, background, 8);
        UUID session = its.session(paris("2026-11-05T09:00"));
        FakeZoomMeeting run = its.run(paris("2026-11-05T08:55"), paris("2026-11-05T12:00"), morning(its));
        its.send(ZoomEmitter.twiceAndShuffled(its.emitter.events(run), seed));
        its.assertAttendance(session, EXPECTED);
        its.understood();
        its.assertAttendance(session, EXPECTED);
        // ten stays, one who waited to be let in, and the end
        assertThat(its.traces(session)).isEqualTo(10 * 2 + 1 + 1);
    }

    @Test
    void a_thousand_events() {
        clock.set(paris("2026-11-06T14:00"));
        var its = new ZoomClass(sql, calls, clock, background, 50);
        UUID session = its.session(paris("2026-11-06T09:00"));
        List<FakeZoomMeeting.Stay> stays = new ArrayList<>();
        for (int learner = 0; learner < 50; learner++) {
            for (int part = 0; part < 5; part++) {
                Instant from = paris("2026-11-06T09:00").plusSeconds(part * 2160L);
                stays.add(its.stay(learner, learner + "-" + part, from, from.plusSeconds(2160 - 60)));
            }
        }
        FakeZoomMeeting run = its.run(paris("2026-11-06T08:50"), paris("2026-11-06T12:00"), stays);
        List<ZoomEmitter.Event> events = ZoomEmitter.twiceAndShuffled(its.emitter.events(run), 7);
        assertThat(events).hasSizeGreaterThan(1000);
        its.send(events);
        its.understood();
        its.assertAttendance(session, ZoomClass.times(50, "PRESENT 175").toArray(String[]::new));
        assertThat(its.failedDeliveries()).isZero();
    }

    @Test
    void a_recurring_meeting_fills_the_session_of_its_day() {
        clock.set(paris("2026-11-10T14:00"));
        var its = new ZoomClass(sql, calls, clock, background, 2);
        UUID monday = its.session(paris("2026-11-09T09:00"));
        UUID tuesday = its.session(paris("2026-11-10T09:00"));
        its.send(its.run(
                paris("2026-11-09T09:00"),
                paris("2026-11-09T12:00"),
                its.stay(0, "1", paris("2026-11-09T09:00"), paris("2026-11-09T12:00"))));
        its.send(its.run(
                paris("2026-11-10T09:00"),
                paris("2026-11-10T12:00"),
                // numbers of connections begin anew
                its.stay(1, "1", paris("2026-11-10T09:30"), paris("2026-11-10T12:00"))));
        its.assertAttendance(monday, "PRESENT 180", "ABSENT 0");
        its.assertAttendance(tuesday, "ABSENT 0", "LATE 150");
    }

    @Test
    void one_stay_over_a_morning_and_an_afternoon_counts_in_both() {
        clock.set(paris("2026-11-12T18:00"));
        var its = new ZoomClass(sql, calls, clock, background, 3);
        UUID morning = its.session(paris("2026-11-12T09:00"));
        UUID afternoon = its.session(paris("2026-11-12T13:30"));
        its.send(its.run(
                paris("2026-11-12T08:50"),
                paris("2026-11-12T16:31"),
                its.stay(0, "1", paris("2026-11-12T08:55"), paris("2026-11-12T16:31")),
                its.stay(1, "2", paris("2026-11-12T09:00"), paris("2026-11-12T12:05")),
                its.stay(2, "3", paris("2026-11-12T13:30"), paris("2026-11-12T15:00"))));
        its.assertAttendance(morning, "PRESENT 180", "PRESENT 180", "ABSENT 0");
        its.assertAttendance(afternoon, "PRESENT 180", "ABSENT 0", "PARTIAL 90");
    }

    @ParameterizedTest
    @CsvSource({
        // La Réunion; the night when Paris puts its clocks back; the one when it puts them forward
        "Indian/Reunion, 2026-11-03T08:00, 2026-11-03T04:00:00Z",
        "Europe/Paris, 2026-10-25T01:00, 2026-10-24T23:00:00Z",
        "Europe/Paris, 2026-03-29T01:00, 2026-03-29T00:00:00Z",
    })
    void wherever_and_whenever_the_clocks_change(String zone, String local, Instant utc) {
        assertThat(at(local, zone)).isEqualTo(utc);
        clock.set(utc.plus(Duration.ofHours(5)));
        var its = new ZoomClass(sql, calls, clock, background, 2);
        its.zone(zone);
        UUID session = its.session(utc);
        its.send(its.run(
                utc,
                utc.plus(Duration.ofHours(3)),
                its.stay(0, "1", utc.plusSeconds(1800), utc.plus(Duration.ofHours(3)))));
        its.assertAttendance(session, "LATE 150", "ABSENT 0");
    }

    @Test
    void the_session_may_write_the_number_in_groups_and_zoom_send_it_as_a_number() {
        clock.set(paris("2026-11-05T14:00"));
        var its = new ZoomClass(sql, calls, clock, background, 1);
        UUID session = its.session(paris("2026-11-05T09:00"));
        its.meetingId(
                session, its.number.substring(0, 3) + " " + its.number.substring(3, 7) + " " + its.number.substring(7));
        FakeZoomMeeting run = its.run(
                paris("2026-11-05T09:00"),
                paris("2026-11-05T12:00"),
                its.stay(0, "1", paris("2026-11-05T09:00"), paris("2026-11-05T12:00")));
        its.send(its.emitter.events(run).stream()
                .map(event ->
                        new ZoomEmitter.Event(event.at(), event.body().replace("\"" + its.number + "\"", its.number)))
                .toList());
        its.assertAttendance(session, "PRESENT 180");
    }

    @Test
    void put_back_in_the_waiting_room_is_no_longer_there() {
        clock.set(paris("2026-11-05T14:00"));
        var its = new ZoomClass(sql, calls, clock, background, 1);
        UUID session = its.session(paris("2026-11-05T09:00"));
        FakeZoomMeeting run = its.run(
                paris("2026-11-05T09:00"),
                paris("2026-11-05T12:00"),
                its.stay(0, "1", paris("2026-11-05T09:00"), paris("2026-11-05T10:15")));
        its.send(its.emitter.events(run).stream()
                .map(event -> new ZoomEmitter.Event(
                        event.at(),
                        event.body()
                                .replace("participant_left", "participant_put_in_waiting_room")
                                .replace("leave_time", "date_time")))
                .toList());
        its.assertAttendance(session, "PARTIAL 75");
    }

    @Test
    void a_meeting_that_ended_early_may_go_on_and_completes_nothing() {
        clock.set(paris("2026-11-05T14:00"));
        var its = new ZoomClass(sql, calls, clock, background, 2);
        UUID session = its.session(paris("2026-11-05T09:00"));
        its.send(its.run(
                paris("2026-11-05T09:00"),
                paris("2026-11-05T10:00"),
                its.stay(0, "1", paris("2026-11-05T09:00"), paris("2026-11-05T10:00"))));
        its.assertAttendance(session, "AWAITING_DATA 60", "AWAITING_DATA 0");
        its.understood();
        its.send(its.run(
                paris("2026-11-05T10:05"),
                paris("2026-11-05T11:58"),
                its.stay(0, "1", paris("2026-11-05T10:05"), paris("2026-11-05T11:58"))));
        its.assertAttendance(session, "PRESENT 173", "ABSENT 0");
    }

    @Test
    void events_of_a_meeting_no_session_has_stay_to_be_processed_again() {
        clock.set(paris("2026-11-05T14:00"));
        var its = new ZoomClass(sql, calls, clock, background, 1);
        FakeZoomMeeting run = its.run(
                paris("2026-11-05T09:00"),
                paris("2026-11-05T12:00"),
                its.stay(0, "1", paris("2026-11-05T09:00"), paris("2026-11-05T12:00")));
        its.send(run);
        its.understood();
        assertThat(its.failedDeliveries()).isEqualTo(3);
        assertThat(Reading.sentence(
                        sql.sql("select problem from delivery where connector = 'zoom' and state = 'FAILED' and"
                                        + " position(? in convert_from(bytes, 'UTF8')) > 0 limit 1")
                                .param(its.number)
                                .query(String.class)
                                .single(),
                        texts))
                .contains(its.number)
                .contains("traitez à nouveau");
    }
}
