package fr.educentre.assidu.sources.bigbluebutton;

import fr.educentre.assidu.training.TimeSlot;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Decides what an analytics callback is answered, once its body is stored. */
@Component
public class AnalyticsAcknowledgement {

    private final MeetingInstanceStore occurrences;
    private final BigBlueButtonSessions held;
    private final Clock clock;

    AnalyticsAcknowledgement(MeetingInstanceStore occurrences, BigBlueButtonSessions held, Clock clock) {
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
            AnalyticsReport.Head head = AnalyticsReport.head(body);
            if (held.calledOff(head.meetingId(), slot(body))) {
                return Arrival.CALLED_OFF;
            }
            return occurrences.firstAnalytics(head.occurrence(), head.meetingId()) ? Arrival.FIRST : Arrival.AGAIN;
        } catch (UnreadablePayloadException e) {
            return Arrival.FIRST;
        }
    }

    private TimeSlot slot(byte[] body) {
        try {
            AnalyticsReport told = AnalyticsReport.read(body);
            return new TimeSlot(told.start(), told.finish());
        } catch (UnreadablePayloadException e) {
            Instant now = clock.instant();
            return new TimeSlot(now, now.plusSeconds(1));
        }
    }
}
