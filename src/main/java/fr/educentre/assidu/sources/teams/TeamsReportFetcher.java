package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.sources.core.LenientJson;
import fr.educentre.assidu.sources.core.RemoteFailure;
import fr.educentre.assidu.sources.core.RemoteResult;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Fetches the reports of a meeting that overlap a stretch: a restarted or recurring meeting has several. */
@Component
class TeamsReportFetcher {

    private static final int LONGEST_PAGES = 60 * 1024 * 1024;

    private final GraphClient graph;
    private final TeamsSettings settings;
    private final StoredTeamsReports kept;

    TeamsReportFetcher(GraphClient graph, TeamsSettings settings, StoredTeamsReports kept) {
        this.graph = graph;
        this.settings = settings;
        this.kept = kept;
    }

    /** @param reaches the last end of a report, null where there is none */
    record Fetched(int reports, int fresh, @Nullable Instant reaches) {
        RemoteResult<Fetched> asResult() {
            return new RemoteResult.Success<>(this, new byte[0]);
        }
    }

    RemoteResult<Fetched> of(SessionInfo session) {
        SessionInfo.Meeting meeting = session.meeting();
        if (meeting == null) {
            return RemoteResult.failure(GraphProtocol.notAsked("noMeeting"));
        }
        Optional<String> organizer = settings.organizer(meeting);
        if (organizer.isEmpty()) {
            return RemoteResult.failure(GraphProtocol.notAsked("noOrganizer"));
        }
        String meetings = "/users/" + GraphClient.encoded(organizer.get()) + "/onlineMeetings";
        return graphId(meeting, meetings, organizer.get())
                .then(id -> under(
                        meetings + "/" + GraphClient.encoded(id) + "/attendanceReports",
                        List.of(meeting.id()),
                        session.slot()));
    }

    private RemoteResult<String> graphId(SessionInfo.Meeting meeting, String meetings, String organizer) {
        Optional<String> own = graphId(meeting.id());
        if (own.isPresent()) {
            return found(own.get());
        }
        Optional<String> filter = filter(meeting);
        if (filter.isEmpty()) {
            return RemoteResult.failure(GraphProtocol.notAsked("noLink"));
        }
        return graph.get(meetings + "?$filter=" + filter.get())
                .then(answer -> GraphProtocol.JSON.items(answer, "value").stream()
                        .map(one -> GraphProtocol.JSON.text(one, "id", ""))
                        .findFirst()
                        .filter(id -> !id.isEmpty())
                        .map(TeamsReportFetcher::found)
                        .orElseGet(() -> RemoteResult.failure(GraphProtocol.notAsked("meetingNotFound", organizer))));
    }

    private static RemoteResult<String> found(String id) {
        return new RemoteResult.Success<>(id, new byte[0]);
    }

    /** @param slot those that overlap it, null for all */
    RemoteResult<Fetched> under(String path, List<String> meetingKeys, @Nullable TimeSlot slot) {
        return graph.items(path).then(reports -> each(reports, path, meetingKeys, slot));
    }

    private RemoteResult<Fetched> each(
            List<JsonNode> reports, String path, List<String> meetingKeys, @Nullable TimeSlot slot) {
        int count = 0;
        int fresh = 0;
        Instant reaches = null;
        for (JsonNode report : reports) {
            Instant from = GraphProtocol.JSON.instant(report, "meetingStartDateTime");
            Instant to = GraphProtocol.JSON.instant(report, "meetingEndDateTime");
            String id = GraphProtocol.JSON.text(report, "id");
            if (id == null || from == null || to == null || !to.isAfter(from) || apart(slot, from, to)) {
                continue;
            }
            switch (one(path, id, report, meetingKeys)) {
                case RemoteResult.Success<Boolean> stored -> fresh += stored.value() ? 1 : 0;
                case RemoteResult.Failure<Boolean>(RemoteFailure why) -> {
                    return RemoteResult.failure(why);
                }
            }
            count++;
            reaches = reaches == null || to.isAfter(reaches) ? to : reaches;
        }
        return new Fetched(count, fresh, reaches).asResult();
    }

    private static boolean apart(@Nullable TimeSlot slot, Instant from, Instant to) {
        return slot != null && !slot.overlaps(new TimeSlot(from, to));
    }

    /** @return whether the report is new, or has changed */
    private RemoteResult<Boolean> one(String path, String id, JsonNode report, List<String> meetingKeys) {
        return graph.pages(path + "/" + GraphClient.encoded(id) + "/attendanceRecords")
                .then(all -> {
                    List<byte[]> pages =
                            all.stream().map(RemoteResult.Success::bytes).toList();
                    if (pages.stream().mapToLong(page -> page.length).sum() > LONGEST_PAGES) {
                        return RemoteResult.failure(GraphProtocol.notAsked("pages", path));
                    }
                    return new RemoteResult.Success<>(
                            kept.keep(meetingKeys, id, LenientJson.write(report), pages), new byte[0]);
                });
    }

    /** Finds the meeting by its join link; failing it by the number people type to join. */
    static Optional<String> filter(SessionInfo.Meeting meeting) {
        String url = meeting.url();
        if (url != null && !url.isBlank()) {
            return Optional.of("JoinWebUrl%20eq%20'" + GraphClient.quoted(url.strip()) + "'");
        }
        String number = meeting.id().replaceAll("[\\s\\u00A0]", "");
        return number.matches("\\d{9,15}")
                ? Optional.of("joinMeetingIdSettings/joinMeetingId%20eq%20'" + number + "'")
                : Optional.empty();
    }

    /** The session knows its meeting by Graph's own identifier. */
    private static Optional<String> graphId(String id) {
        return id.startsWith("MSo") || id.startsWith("MCM") ? Optional.of(id) : Optional.empty();
    }
}
