package fr.educentre.assidu.sources.bigbluebutton;

import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.sources.core.DeliveryTranslation;
import fr.educentre.assidu.training.MeetingProvider;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.springframework.stereotype.Component;

/** Sessions of a meeting, and what is said where there is none. */
@Component
class BigBlueButtonSessions {

    static final Duration AROUND = Duration.ofHours(12);
    private static final int MOST = 500;

    private final Sessions sessions;

    BigBlueButtonSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Those held within half a day of the stretch, by start. */
    List<SessionInfo> around(String meetingId, TimeSlot stretch) {
        return sessions.ofMeeting(MeetingProvider.BIGBLUEBUTTON, meetingId, wide(stretch));
    }

    List<SessionInfo> during(String meetingId, TimeSlot stretch) {
        return sessions.ofMeeting(MeetingProvider.BIGBLUEBUTTON, meetingId, stretch);
    }

    /** Whether all that the meeting served around that time was cancelled or moved. */
    boolean calledOff(String meetingId, TimeSlot stretch) {
        TimeSlot wide = wide(stretch);
        var query = new Sessions.Query(
                null, null, null, wide.from(), wide.to(), EnumSet.of(SessionState.CANCELLED, SessionState.POSTPONED));
        return around(meetingId, stretch).isEmpty()
                && sessions.search(query, 0, MOST).items().stream()
                        .map(SessionInfo::meeting)
                        .anyMatch(meeting -> meeting != null
                                && meeting.provider() == MeetingProvider.BIGBLUEBUTTON
                                && meeting.id().equals(meetingId));
    }

    /** For a meeting that no session has at that time. */
    DeliveryTranslation none(String meetingId, TimeSlot stretch) {
        return calledOff(meetingId, stretch)
                ? new DeliveryTranslation.Nothing(Wording.of("connectors.bigbluebutton.nothing.calledOff"))
                : new DeliveryTranslation.NotUnderstood(
                        Wording.of("connectors.bigbluebutton.problem.unknownMeeting", meetingId));
    }

    private static TimeSlot wide(TimeSlot stretch) {
        return new TimeSlot(stretch.from().minus(AROUND), stretch.to().plus(AROUND));
    }
}
