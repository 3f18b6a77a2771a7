package fr.educentre.assidu.sources.zoom;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.sources.ZoomReports;
import fr.educentre.assidu.sources.core.RemoteFailure;
import fr.educentre.assidu.sources.core.RemoteResult;
import fr.educentre.assidu.sources.zoom.ZoomEvent.Meeting;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Fetches the report at a person's request, also where no webhook came for the meeting. */
@Service
class ZoomReportService implements ZoomReports {

    /** A meeting is opened before its session and may overrun. */
    private static final Duration AROUND = Duration.ofHours(1);

    /** Without webhooks only the start is known; the longest session is a half-day. */
    private static final Duration STARTED_BEFORE = Duration.ofHours(12);

    private final ZoomMeetings meetings;
    private final ZoomTokenClient tokens;
    private final ZoomClient api;
    private final ZoomMeetingInstanceStore instances;
    private final ZoomReportFetcher fetch;

    ZoomReportService(
            ZoomMeetings meetings,
            ZoomTokenClient tokens,
            ZoomClient api,
            ZoomMeetingInstanceStore instances,
            ZoomReportFetcher fetch) {
        this.meetings = meetings;
        this.tokens = tokens;
        this.api = api;
        this.instances = instances;
        this.fetch = fetch;
    }

    @Override
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    public boolean offered(UUID sessionId) {
        return ZoomMeetings.number(meetings.session(sessionId)).isPresent()
                && tokens.missing().isEmpty();
    }

    @Override
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    public Fetched fetchNow(UUID sessionId) {
        SessionInfo session = meetings.session(sessionId);
        String number = ZoomMeetings.required(session);
        List<String> known = instances.during(
                number,
                new TimeSlot(session.startsAt().minus(AROUND), session.endsAt().plus(AROUND)));
        int read = 0;
        int rows = 0;
        for (String instance : known.isEmpty() ? asked(number, session) : known) {
            switch (fetch.fetch(new Meeting(number, instance))) {
                case RemoteResult.Success<Integer> whole -> {
                    read++;
                    rows += whole.value();
                }
                case RemoteResult.Failure<Integer>(RemoteFailure.NotFound noReport) -> {}
                case RemoteResult.Failure<Integer>(RemoteFailure why) -> throw ZoomMeetings.refusal(why);
            }
        }
        if (read == 0) {
            throw ZoomMeetings.conflict("refusal.zoom.noReport");
        }
        return new Fetched(read, rows);
    }

    /** Instances as Zoom lists them. */
    private List<String> asked(String number, SessionInfo session) {
        JsonNode answer = switch (api.instances(number)) {
            case RemoteResult.Success<JsonNode> success -> success.value();
            case RemoteResult.Failure<JsonNode>(RemoteFailure.NotFound none) ->
                throw ZoomMeetings.conflict("refusal.zoom.noInstance");
            case RemoteResult.Failure<JsonNode>(RemoteFailure why) -> throw ZoomMeetings.refusal(why);
        };
        if (answer.isMissingNode()) {
            throw ZoomMeetings.refusal(new RemoteFailure.Unreadable("JSON"));
        }
        List<String> found = new ArrayList<>();
        for (JsonNode told : answer.path("meetings")) {
            String uuid = ZoomProtocol.JSON.text(told, "uuid");
            Instant start = ZoomProtocol.JSON.instant(told, "start_time");
            if (uuid != null
                    && start != null
                    && start.isBefore(session.endsAt())
                    && start.isAfter(session.startsAt().minus(STARTED_BEFORE))) {
                found.add(uuid);
            }
        }
        if (found.isEmpty()) {
            throw ZoomMeetings.conflict("refusal.zoom.noInstance");
        }
        return found;
    }
}
