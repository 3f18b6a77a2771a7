package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.sources.core.MeetingSessionResolver;
import fr.educentre.assidu.training.MeetingProvider;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Sessions by whatever names their meeting: its identifier or its join link. */
@Component
class TeamsSessionQueries {

    private final MeetingSessionResolver sessionOfMeeting;
    private final Sessions sessions;

    TeamsSessionQueries(MeetingSessionResolver sessionOfMeeting, Sessions sessions) {
        this.sessionOfMeeting = sessionOfMeeting;
        this.sessions = sessions;
    }

    Optional<SessionInfo> arrival(MeetingReference meeting, Instant at) {
        return find(meeting, id -> sessionOfMeeting.arrival(MeetingProvider.TEAMS, id, at));
    }

    Optional<SessionInfo> departure(MeetingReference meeting, Instant at) {
        return find(meeting, id -> sessionOfMeeting.departure(MeetingProvider.TEAMS, id, at));
    }

    Optional<SessionInfo> mostOverlapped(MeetingReference meeting, TimeSlot stretch) {
        return find(meeting, id -> sessionOfMeeting.mostOverlapped(MeetingProvider.TEAMS, id, stretch));
    }

    /** Those whose slot the stretch overlaps. */
    List<SessionInfo> overlapped(String meetingId, TimeSlot stretch) {
        return sessions.ofMeeting(MeetingProvider.TEAMS, meetingId, stretch);
    }

    private static Optional<SessionInfo> first(Iterable<String> ids, Function<String, Optional<SessionInfo>> byId) {
        for (String id : ids) {
            Optional<SessionInfo> found = byId.apply(id);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<SessionInfo> find(MeetingReference meeting, Function<String, Optional<SessionInfo>> byId) {
        List<String> ids = new ArrayList<>(meeting.ids());
        ids.sort(null);
        return first(ids, byId).or(() -> first(sessions.meetingIds(MeetingProvider.TEAMS, meeting.urls()), byId));
    }
}
