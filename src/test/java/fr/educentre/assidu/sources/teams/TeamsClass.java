package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.sources.simulator.FakeGraphServer;
import fr.educentre.assidu.sources.simulator.GraphMeeting;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A class of three hours on Teams, and what its trainer and Graph would say and see. */
final class TeamsClass {

    static final String ORGANIZER = "048c94fb-dda6-48b8-9fc8-6740ee418fb9";
    static final String STATE = "test-teams-state";

    final SmallCentre centre;
    final UUID session;
    final GraphMeeting meeting;
    private final Instant start;
    private final Calls calls;
    private final JdbcClient sql;
    private final JsonMapper json = JsonMapper.builder().build();

    TeamsClass(JdbcClient sql, Calls calls, Instant start, int learners) {
        this.sql = sql;
        this.calls = calls;
        this.start = start;
        this.centre = new SmallCentre(sql, learners);
        this.meeting = GraphMeeting.of("m" + centre.code, ORGANIZER, List.of());
        this.session = session(start, meeting.threadId());
        calls.account("qm-" + centre.code, Role.QUALITY_MANAGER, UUID.randomUUID());
    }

    UUID session(Instant at, String meetingId) {
        UUID id = centre.session(at);
        sql.sql("update training_session set modality = 'VIDEO', meeting_provider = 'TEAMS', meeting_id = ?,"
                        + " meeting_url = ? where id = ?")
                .params(meetingId, meeting.joinUrl(), id)
                .update();
        return id;
    }

    Instant at(int minute) {
        return start.plusSeconds(60L * minute);
    }

    /** Learner's number and minutes there, whole class. */
    Map<Integer, Integer> minutes() {
        Map<Integer, Integer> minutes = new LinkedHashMap<>();
        rows(session)
                .forEach((learner, row) ->
                        minutes.put(learner, row.path("attendedMinutes").asInt()));
        return minutes;
    }

    List<String> statuses(UUID of) {
        return rows(of).values().stream()
                .map(row -> row.path("status").asString())
                .toList();
    }

    List<String> statuses() {
        return statuses(session);
    }

    Map<Integer, JsonNode> rows(UUID of) {
        HttpResponse<String> answer =
                calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/sessions/" + of + "/attendance"))
                        .header("Authorization", calls.authorization("qm-" + centre.code))
                        .build());
        Map<Integer, JsonNode> rows = new java.util.TreeMap<>();
        json.readTree(answer.body())
                .path("items")
                .forEach(row -> rows.put(
                        centre.learners.indexOf(
                                UUID.fromString(row.path("learnerId").asString())),
                        row));
        return rows;
    }

    /** One notification of Graph with these events. */
    String notification(String state, List<Map<String, Object>> events) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (Map<String, Object> event : events) {
            items.add(Map.of(
                    "subscriptionId",
                    "7f105c7d-2dc5-4530-97cd-4e7ae6534c07",
                    "clientState",
                    state,
                    "changeType",
                    "updated",
                    "tenantId",
                    FakeGraphServer.TENANT,
                    "resource",
                    "communications/onlineMeetings(joinWebUrl='" + GraphClient.encoded(meeting.joinUrl())
                            + "')/meetingCallEvents",
                    "resourceData",
                    event));
        }
        return json.writeValueAsString(Map.of("value", items));
    }

    int tell(String body) {
        return hook("", body).statusCode();
    }

    HttpResponse<String> hook(String query, String body) {
        return calls.send(HttpRequest.newBuilder(calls.uri("/hooks/teams" + query))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
