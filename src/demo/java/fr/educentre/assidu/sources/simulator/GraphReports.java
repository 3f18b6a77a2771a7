package fr.educentre.assidu.sources.simulator;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Online meetings by join link, their reports, and the records page by page, as Graph words them. */
final class GraphReports {

    private static final Pattern MEETINGS = Pattern.compile("/users/([^/]+)/onlineMeetings");
    private static final Pattern REPORTS = Pattern.compile("/users/([^/]+)/onlineMeetings/([^/]+)/attendanceReports");
    private static final Pattern RECORDS =
            Pattern.compile("/users/([^/]+)/onlineMeetings/([^/]+)/attendanceReports/([^/]+)/attendanceRecords");
    private static final Pattern FILTER = Pattern.compile("JoinWebUrl eq '(.+)'", Pattern.CASE_INSENSITIVE);
    private static final DateTimeFormatter SEVEN_DIGITS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final JsonMapper json;
    private final String url;
    private final Map<String, GraphMeeting> meetings = new ConcurrentHashMap<>();
    private volatile int pageSize = 50;

    GraphReports(JsonMapper json, String url) {
        this.json = json;
        this.url = url;
    }

    void add(GraphMeeting meeting) {
        meetings.put(meeting.id(), meeting);
    }

    void pages(int records) {
        pageSize = records;
    }

    GraphReply call(URI uri) {
        String path = uri.getRawPath().replaceFirst("^/(v1\\.0|beta)", "");
        Map<String, String> query = FakeGraphServer.form(uri.getRawQuery() == null ? "" : uri.getRawQuery());
        Matcher list = MEETINGS.matcher(path);
        if (list.matches()) {
            return find(decoded(list.group(1)), query.getOrDefault("$filter", ""));
        }
        Matcher reports = REPORTS.matcher(path);
        if (reports.matches()) {
            GraphMeeting meeting = meetings.get(decoded(reports.group(2)));
            return meeting == null || !meeting.organizer().equals(decoded(reports.group(1)))
                    ? GraphReply.refused(404, "NotFound", "Meeting not found.")
                    : new GraphReply(
                            200,
                            Map.of(
                                    "value",
                                    meeting.reports().stream()
                                            .map(GraphReports::report)
                                            .toList()));
        }
        Matcher records = RECORDS.matcher(path);
        if (records.matches()) {
            GraphMeeting meeting = meetings.get(decoded(records.group(2)));
            return (meeting == null ? List.<GraphMeeting.Held>of() : meeting.reports())
                    .stream()
                            .filter(held -> held.id().equals(decoded(records.group(3))))
                            .findFirst()
                            .map(held -> page(held, path, Integer.parseInt(query.getOrDefault("$skiptoken", "0"))))
                            .orElseGet(() -> GraphReply.refused(404, "NotFound", "Report not found."));
        }
        return GraphReply.refused(404, "ResourceNotFound", "Resource not found for the segment.");
    }

    private GraphReply find(String organizer, String filter) {
        Matcher link = FILTER.matcher(filter);
        if (!link.matches()) {
            return GraphReply.refused(400, "BadRequest", "Unsupported filter: " + filter);
        }
        String wanted = link.group(1).replace("''", "'");
        return new GraphReply(
                200,
                Map.of(
                        "value",
                        meetings.values().stream()
                                .filter(one -> one.organizer().equals(organizer)
                                        && one.joinUrl().equals(wanted))
                                .map(one -> Map.of("id", one.id(), "joinWebUrl", one.joinUrl(), "subject", "Classe"))
                                .toList()));
    }

    private static Map<String, Object> report(GraphMeeting.Held held) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("id", held.id());
        report.put("totalParticipantCount", held.attendees().size());
        report.put("meetingStartDateTime", held.from().toString());
        report.put("meetingEndDateTime", held.to().toString());
        report.put("attendanceRecords", List.of());
        return report;
    }

    private GraphReply page(GraphMeeting.Held held, String path, int from) {
        int to = Math.min(held.attendees().size(), from + pageSize);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put(
                "value",
                held.attendees().subList(Math.min(from, to), to).stream()
                        .map(GraphReports::row)
                        .toList());
        if (to < held.attendees().size()) {
            page.put("@odata.nextLink", url + "/v1.0" + path + "?$skiptoken=" + to);
        }
        return new GraphReply(200, json.valueToTree(page));
    }

    private static Map<String, @Nullable Object> row(GraphMeeting.Attendee attendee) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("emailAddress", attendee.email());
        long seconds = 0;
        List<Map<String, @Nullable Object>> intervals = new ArrayList<>();
        for (GraphMeeting.Stay stay : attendee.stays()) {
            long length = stay.from() == null || stay.to() == null
                    ? 0
                    : Duration.between(stay.from(), stay.to()).toSeconds();
            Map<String, @Nullable Object> interval = new LinkedHashMap<>();
            interval.put("joinDateTime", time(stay.from()));
            interval.put("leaveDateTime", time(stay.to()));
            interval.put("durationInSeconds", length);
            intervals.add(interval);
            seconds += length;
        }
        row.put("totalAttendanceInSeconds", seconds);
        row.put("role", attendee.role());
        if (attendee.entraId() == null && attendee.name() == null) {
            row.put("identity", null);
        } else {
            Map<String, @Nullable Object> identity = new LinkedHashMap<>();
            identity.put("id", attendee.entraId());
            identity.put("displayName", attendee.name());
            identity.put("tenantId", null);
            row.put("identity", identity);
        }
        row.put("attendanceIntervals", intervals);
        return row;
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : SEVEN_DIGITS.format(at);
    }

    private static String decoded(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
