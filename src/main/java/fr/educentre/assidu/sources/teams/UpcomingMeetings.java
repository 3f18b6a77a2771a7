package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.training.MeetingProvider;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Meetings of the sessions that run or begin within a day, by their identifier. */
@Component
class UpcomingMeetings {

    private static final Duration AHEAD = Duration.ofHours(24);
    private static final Duration LONGEST_SESSION = Duration.ofHours(12);
    /** Calls overrun, and Graph notifies of their end late. */
    private static final Duration AFTER = Duration.ofHours(2);

    private static final int PAGE = 500;

    private final Sessions sessions;
    private final Clock clock;

    UpcomingMeetings(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** @param until how long notifications of its calls are needed */
    record Meeting(String joinUrl, Instant until) {}

    Map<String, Meeting> all() {
        Instant now = clock.instant();
        var query = new Sessions.Query(
                null, null, null, now.minus(LONGEST_SESSION).minus(AFTER), now.plus(AHEAD), Set.of());
        Map<String, Meeting> found = new HashMap<>();
        int page = 0;
        PageOf<SessionInfo> read;
        do {
            read = sessions.search(query, page++, PAGE);
            read.items().forEach(session -> add(session, now, found));
        } while ((long) page * PAGE < read.totalElements());
        return found;
    }

    private static void add(SessionInfo session, Instant now, Map<String, Meeting> found) {
        SessionInfo.Meeting meeting = session.meeting();
        Instant until = session.endsAt().plus(AFTER);
        if (meeting != null
                && meeting.provider() == MeetingProvider.TEAMS
                && meeting.url() != null
                && !meeting.url().isBlank()
                && session.state() != SessionState.CANCELLED
                && session.state() != SessionState.POSTPONED
                && until.isAfter(now)) {
            found.merge(
                    meeting.id(),
                    new Meeting(meeting.url().strip(), until),
                    (a, b) -> a.until().isAfter(b.until()) ? a : b);
        }
    }
}
