package fr.educentre.assidu.sources.core;

import fr.educentre.assidu.training.MeetingProvider;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Finds the session that an event of a meeting belongs to; a meeting's number may serve many sessions. */
@Component
public class MeetingSessionResolver {

    private static final Duration AROUND = Duration.ofHours(12);

    private final Sessions sessions;

    MeetingSessionResolver(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Someone came in: to the session of that moment, else to the next one, else to the one before; within 12 hours. */
    public Optional<SessionInfo> arrival(MeetingProvider provider, String meetingId, Instant at) {
        List<SessionInfo> near = near(provider, meetingId, at);
        return during(near, at)
                .or(() -> nearest(near, session -> session.startsAt().isAfter(at), at))
                .or(() -> nearest(near, session -> true, at));
    }

    /** Someone left, or it ended: the session of that moment, else the one before, else the next; within 12 hours. */
    public Optional<SessionInfo> departure(MeetingProvider provider, String meetingId, Instant at) {
        List<SessionInfo> near = near(provider, meetingId, at);
        return during(near, at)
                .or(() -> nearest(near, session -> !session.endsAt().isAfter(at), at))
                .or(() -> nearest(near, session -> true, at));
    }

    /** A whole stretch belongs to the session it overlaps most; failing that, to the nearest one. */
    public Optional<SessionInfo> mostOverlapped(MeetingProvider provider, String meetingId, TimeSlot stretch) {
        return sessions.byMeeting(provider, meetingId, stretch).or(() -> arrival(provider, meetingId, stretch.from()));
    }

    private List<SessionInfo> near(MeetingProvider provider, String meetingId, Instant at) {
        return sessions.ofMeeting(provider, meetingId, new TimeSlot(at.minus(AROUND), at.plus(AROUND)));
    }

    /** At the very end of one and the start of the next, the one that begins. */
    private static Optional<SessionInfo> during(List<SessionInfo> sessions, Instant at) {
        return sessions.stream()
                .filter(session -> !at.isBefore(session.startsAt()) && at.isBefore(session.endsAt()))
                .findFirst();
    }

    private static Optional<SessionInfo> nearest(
            List<SessionInfo> sessions, Predicate<SessionInfo> wanted, Instant at) {
        return sessions.stream().filter(wanted).min(Comparator.comparing(session -> distance(session, at)));
    }

    private static Duration distance(SessionInfo session, Instant at) {
        return at.isBefore(session.startsAt())
                ? Duration.between(at, session.startsAt())
                : Duration.between(session.endsAt(), at);
    }
}
