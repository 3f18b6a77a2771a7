package fr.educentre.assidu.sources.zoom;

import fr.educentre.assidu.sources.core.MeetingSessionResolver;
import fr.educentre.assidu.training.MeetingProvider;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Sessions by a meeting's number, however they write it. */
@Component
class ZoomSessions {

    private final MeetingSessionResolver sessionOfMeeting;
    private final Sessions sessions;

    ZoomSessions(MeetingSessionResolver sessionOfMeeting, Sessions sessions) {
        this.sessionOfMeeting = sessionOfMeeting;
        this.sessions = sessions;
    }

    Optional<SessionInfo> arrival(String number, Instant at) {
        return nearest(number, at, id -> sessionOfMeeting.arrival(MeetingProvider.ZOOM, id, at));
    }

    Optional<SessionInfo> departure(String number, Instant at) {
        return nearest(number, at, id -> sessionOfMeeting.departure(MeetingProvider.ZOOM, id, at));
    }

    Optional<SessionInfo> mostOverlapped(String number, TimeSlot stretch) {
        return nearest(
                number, stretch.from(), id -> sessionOfMeeting.mostOverlapped(MeetingProvider.ZOOM, id, stretch));
    }

    List<SessionInfo> overlapped(String number, TimeSlot stretch) {
        return MeetingNumber.spellings(number).stream()
                .flatMap(id -> sessions.ofMeeting(MeetingProvider.ZOOM, id, stretch).stream())
                .toList();
    }

    private static Optional<SessionInfo> nearest(
            String number, Instant at, Function<String, Optional<SessionInfo>> find) {
        SessionInfo best = null;
        for (String id : MeetingNumber.spellings(number)) {
            Optional<SessionInfo> found = find.apply(id);
            if (found.isPresent() && (best == null || distance(found.get(), at).compareTo(distance(best, at)) < 0)) {
                best = found.get();
            }
            if (best != null && distance(best, at).isZero()) {
                return Optional.of(best);
            }
        }
        return Optional.ofNullable(best);
    }

    private static Duration distance(SessionInfo session, Instant at) {
        return List.of(Duration.between(at, session.startsAt()), Duration.between(session.endsAt(), at), Duration.ZERO)
                .stream()
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
