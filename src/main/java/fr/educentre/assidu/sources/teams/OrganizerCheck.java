package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.sources.core.RemoteFailure;
import fr.educentre.assidu.sources.core.RemoteResult;
import fr.educentre.assidu.training.MeetingProvider;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Whether the meetings of an organiser and their reports may be read: tried on a meeting of the last weeks. */
@Component
class OrganizerCheck {

    private static final Duration LOOKED_BACK = Duration.ofDays(30);
    private static final int LOOKED_AT = 500;
    private static final String NO_MEETING = "https://teams.microsoft.com/l/meetup-join/assidu";

    private final TeamsSettings settings;
    private final Sessions sessions;
    private final GraphClient graph;
    private final Clock clock;

    OrganizerCheck(TeamsSettings settings, Sessions sessions, GraphClient graph, Clock clock) {
        this.settings = settings;
        this.sessions = sessions;
        this.graph = graph;
        this.clock = clock;
    }

    /** There is an organiser to try. */
    boolean tried() {
        return settings.organizer(recent().map(SessionInfo::meeting).orElse(null))
                .isPresent();
    }

    /** Why not, if not; empty too where there is nobody to try. */
    Optional<RemoteFailure> problem() {
        SessionInfo.Meeting meeting = recent().map(SessionInfo::meeting).orElse(null);
        Optional<String> organizer = settings.organizer(meeting);
        if (organizer.isEmpty()) {
            return Optional.empty();
        }
        String filter = Optional.ofNullable(meeting)
                .flatMap(TeamsReportFetcher::filter)
                .orElse("JoinWebUrl%20eq%20'" + GraphClient.quoted(NO_MEETING) + "'");
        String meetings = "/users/" + GraphClient.encoded(organizer.get()) + "/onlineMeetings";
        return switch (graph.get(meetings + "?$filter=" + filter)) {
            case RemoteResult.Failure<JsonNode>(RemoteFailure why) -> mattering(why);
            case RemoteResult.Success<JsonNode> found ->
                GraphProtocol.JSON.items(found.value(), "value").stream()
                        .map(one -> GraphProtocol.JSON.text(one, "id", ""))
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .flatMap(id -> reports(meetings + "/" + GraphClient.encoded(id) + "/attendanceReports"));
        };
    }

    private Optional<RemoteFailure> reports(String path) {
        return graph.get(path) instanceof RemoteResult.Failure<JsonNode>(RemoteFailure why)
                ? mattering(why)
                : Optional.empty();
    }

    /** That the meeting of the try is not there is no problem of the connection. */
    private static Optional<RemoteFailure> mattering(RemoteFailure why) {
        return why instanceof RemoteFailure.NotFound ? Optional.empty() : Optional.of(why);
    }

    private Optional<SessionInfo> recent() {
        Instant now = clock.instant();
        var query = new Sessions.Query(null, null, null, now.minus(LOOKED_BACK), now, Set.of());
        int last = (int) Math.max(0, (sessions.search(query, 0, 1).totalElements() - 1) / LOOKED_AT);
        return sessions.search(query, last, LOOKED_AT).items().reversed().stream()
                .filter(session -> session.endsAt().isBefore(now))
                .filter(session -> session.meeting() != null
                        && session.meeting().provider() == MeetingProvider.TEAMS
                        && session.meeting().url() != null)
                .findFirst();
    }
}
