package fr.educentre.assidu.sources.zoom;

import fr.educentre.assidu.sources.simulator.FakeZoomMeeting;
import fr.educentre.assidu.sources.simulator.ZoomEmitter.Event;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AssiduIT
class ZoomWaitingRoomIT {

    private static final Instant START = Instant.parse("2026-09-22T07:00:00Z");

    @Autowired
    JdbcClient sql;

    @Autowired
    Calls calls;

    @Autowired
    MutableClock clock;

    @Autowired
    BackgroundWork background;

    @Test
    void who_is_put_in_the_waiting_room_and_let_in_again_is_there_again() {
        clock.set(START.plus(Duration.ofHours(4)));
        var held = new ZoomClass(sql, calls, clock, background, 1);
        var session = held.session(START);
        Instant out = START.plus(Duration.ofMinutes(60));
        Instant in = START.plus(Duration.ofMinutes(75));
        Instant end = START.plus(Duration.ofMinutes(180));
        FakeZoomMeeting.Stay stay = held.stay(0, "16778240", START, end);
        FakeZoomMeeting.Stay waiting = held.stay(0, "16778240", out, in).inWaitingRoom();
        List<Event> events = held.emitter.events(held.run(START, end, stay, waiting)).stream()
                .map(event -> new Event(
                        event.at(),
                        event.body()
                                .replace("participant_joined_waiting_room", "participant_put_in_waiting_room")
                                .replace("participant_left_waiting_room", "participant_admitted")))
                .toList();
        held.send(events.reversed());
        held.assertAttendance(session, "PRESENT 165");
    }
}
