package fr.educentre.assidu.connectors.bigbluebutton;

import fr.educentre.assidu.training.TimeSlot;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What an analytics callback is to be answered, once its body is kept. */
@Component
public class AnalyticsArrivals {

    private final Occurrences occurrences;
    private final HeldSessions held;
    private final Clock clock;

    AnalyticsArrivals(Occurrences occurrences, HeldSessions held, Clock clock) {
        this.occurrences = occurrences;
        this.held = held;
        this.clock = clock;
    }

    /** What BigBlueButton's own partners answer. */
    public enum Arrival {
        FIRST,
        AGAIN,
        CALLED_OFF
    }

    public Arrival of(byte[] body) {
        try {
            Analytics.Head head = Analytics.head(body);
            if (held.calledOff(head.meetingId(), stretch(body))) {
                return Arrival.CALLED_OFF;
            }
            return occurrences.firstAnalytics(head.occurrence(), head.meetingId()) ? Arrival.FIRST : Arrival.AGAIN;
        } catch (Unreadable e) {
            return Arrival.FIRST;
        }
    }

    private TimeSlot stretch(byte[] body) {
        try {
            Analytics told = Analytics.read(body);
            return new TimeSlot(told.start(), told.finish());
        } catch (Unreadable e) {
            Instant now = clock.instant();
            return new TimeSlot(now, now.plusSeconds(1));
        }
    }
}
