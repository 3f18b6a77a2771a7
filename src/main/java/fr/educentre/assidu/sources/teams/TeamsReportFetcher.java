package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The reports of a meeting that overlap a stretch: there may be several, a restarted or recurring meeting has one each. */
@Component("teamsReportFetch")
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

    sealed interface Result {}

    /** @param reaches the last end of a report, null where there is none */
    record Fetched(int reports, int fresh, @Nullable Instant reaches) implements Result {}

    record Later(Duration after) implements Result {}

    record Failed(GraphProblem problem) implements Result {}

    Result of(SessionInfo session) {
        SessionInfo.Meeting meeting = session.meeting();
        if (meeting == null) {
            return new Failed(GraphProblem.of("noMeeting"));
        }
        Optional<String> organizer = settings.organizer(meeting);
        if (organizer.isEmpty()) {
            return new Failed(GraphProblem.of("noOrganizer"));
        }
        String meetings = "/users/" + GraphClient.encoded(organizer.get()) + "/onlineMeetings";
        Optional<String> own = graphId(meeting.id());
        String id;
        if (own.isPresent()) {
            id = own.get();
        } else {
            Optional<String> filter = filter(meeting);
            if (filter.isEmpty()) {
                return new Failed(GraphProblem.of("noLink"));
            }
            switch (graph.get(meetings + "?$filter=" + filter.get())) {
                case GraphResponse.Ok ok -> {
                    String found = GraphJson.items(ok.body(), "value").stream()
                            .map(one -> GraphJson.text(one, "id", ""))
                            .findFirst()
                            .orElse("");
                    if (found.isEmpty()) {
                        return new Failed(GraphProblem.of("meetingNotFound", organizer.get()));
                    }
                    id = found;
                }
                case GraphResponse other -> {
                    return failed(other);
                }
            }
        }
        return under(
                meetings + "/" + GraphClient.encoded(id) + "/attendanceReports", List.of(meeting.id()), session.slot());
    }

    /** @param slot those that overlap it, null for all */
    Result under(String path, List<String> meetingKeys, @Nullable TimeSlot slot) {
        List<JsonNode> reports = new ArrayList<>();
        switch (graph.pages(path)) {
            case GraphClient.All all ->
                all.pages().forEach(page -> reports.addAll(GraphJson.items(page.body(), "value")));
            case GraphClient.None none -> {
                return failed(none.why());
            }
        }
        int count = 0;
        int fresh = 0;
        Instant reaches = null;
        for (JsonNode report : reports) {
            Instant from = GraphJson.instant(report, "meetingStartDateTime");
            Instant to = GraphJson.instant(report, "meetingEndDateTime");
            String id = GraphJson.text(report, "id");
            if (id == null || from == null || to == null || !to.isAfter(from) || apart(slot, from, to)) {
                continue;
            }
            switch (one(path, id, report, meetingKeys)) {
                case Fetched one -> fresh += one.fresh();
                case Result other -> {
                    return other;
                }
            }
            count++;
            reaches = reaches == null || to.isAfter(reaches) ? to : reaches;
        }
        return new Fetched(count, fresh, reaches);
    }

    private static boolean apart(@Nullable TimeSlot slot, Instant from, Instant to) {
        return slot != null && !slot.overlaps(new TimeSlot(from, to));
    }

    private Result one(String path, String id, JsonNode report, List<String> meetingKeys) {
        switch (graph.pages(path + "/" + GraphClient.encoded(id) + "/attendanceRecords")) {
            case GraphClient.All all -> {
                List<byte[]> pages =
                        all.pages().stream().map(GraphResponse.Ok::bytes).toList();
                if (pages.stream().mapToLong(page -> page.length).sum() > LONGEST_PAGES) {
                    return new Failed(GraphProblem.of("pages", path));
                }
                boolean fresh = kept.keep(meetingKeys, id, GraphJson.write(report), pages);
                return new Fetched(1, fresh ? 1 : 0, null);
            }
            case GraphClient.None none -> {
                return failed(none.why());
            }
        }
    }

    static Result failed(GraphResponse answer) {
        return switch (answer) {
            case GraphResponse.Later later -> new Later(later.after());
            case GraphResponse.Failed failed -> new Failed(failed.problem());
            case GraphResponse.Ok ok -> throw new IllegalArgumentException("no failure");
        };
    }

    /** The join link tells which meeting; failing it the number people type to join. */
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
