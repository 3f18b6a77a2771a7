package fr.educentre.assidu.sources.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.sources.simulator.FakeZoomMeeting;
import fr.educentre.assidu.sources.simulator.ZoomEmitter;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import fr.educentre.assidu.testing.SmallCentre;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A group whose sessions are held on one Zoom meeting of their own. */
final class ZoomClass {

    static final String SECRET = "test-zoom-secret";

    final SmallCentre centre;
    final String number = "8" + ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_999_999_999L);
    final ZoomEmitter emitter;
    private final JdbcClient sql;
    private final Calls calls;
    private final BackgroundWork background;
    private final JsonMapper json = JsonMapper.builder().build();

    ZoomClass(JdbcClient sql, Calls calls, MutableClock clock, BackgroundWork background, int learners) {
        this.background = background;
        this.sql = sql;
        this.calls = calls;
        this.centre = new SmallCentre(sql, learners);
        this.emitter = new ZoomEmitter(calls.uri("/hooks/zoom"), SECRET, clock);
        calls.account("qm-" + centre.code, Role.QUALITY_MANAGER, UUID.randomUUID());
    }

    /** Three hours, without a break. */
    UUID session(Instant startsAt) {
        UUID id = centre.session(startsAt);
        sql.sql(
                        "update training_session set modality = 'VIDEO', meeting_provider = 'ZOOM', meeting_id = ? where id = ?")
                .params(number, id)
                .update();
        return id;
    }

    void meetingId(UUID session, String spelling) {
        sql.sql("update training_session set meeting_id = ? where id = ?")
                .params(spelling, session)
                .update();
    }

    void zone(String zone) {
        sql.sql("update site set zone = ? where code = ?")
                .params(zone, "S-" + centre.code)
                .update();
    }

    FakeZoomMeeting run(Instant from, Instant to, FakeZoomMeeting.Stay... stays) {
        return run(from, to, List.of(stays));
    }

    FakeZoomMeeting run(Instant from, Instant to, List<FakeZoomMeeting.Stay> stays) {
        String uuid = "/" + UUID.randomUUID().toString().replace("-", "").substring(0, 19) + "//==";
        return new FakeZoomMeeting(number, uuid, "Atelier", from, to, stays);
    }

    /** A stay of a learner who is known by e-mail address. */
    FakeZoomMeeting.Stay stay(int learner, String connection, Instant from, Instant to) {
        return FakeZoomMeeting.Stay.of(connection, "Lou Apprenant" + learner, centre.email(learner), from, to);
    }

    /** Every event is taken. */
    void send(List<ZoomEmitter.Event> events) {
        assertThat(emitter.send(events)).containsOnly(200).hasSameSizeAs(events);
    }

    void send(FakeZoomMeeting run) {
        send(emitter.events(run));
    }

    JsonNode get(String path) {
        return body(calls.send(HttpRequest.newBuilder(calls.uri(path))
                .header("Authorization", calls.authorization("qm-" + centre.code))
                .build()));
    }

    HttpResponse<String> post(String path) {
        return calls.send(HttpRequest.newBuilder(calls.uri(path))
                .header("Authorization", calls.authorization("qm-" + centre.code))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    JsonNode body(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json.readTree(response.body());
    }

    /** By learner's number: status and observed minutes. */
    Map<Integer, String> attendance(UUID session) {
        Map<Integer, String> found = new TreeMap<>();
        for (JsonNode row : get("/api/v1/sessions/" + session + "/attendance").path("items")) {
            int learner = centre.learners.indexOf(
                    UUID.fromString(row.path("learnerId").asString("")));
            found.put(
                    learner,
                    row.path("status").asString("") + " "
                            + row.path("attendedMinutes").asInt(-1));
        }
        return found;
    }

    /** Once all that was sent has been taken up. */
    void assertAttendance(UUID session, String... byLearner) {
        Map<Integer, String> expected = new TreeMap<>();
        for (String one : byLearner) {
            expected.put(expected.size(), one);
        }
        background.runDue();
        assertThat(attendance(session)).isEqualTo(expected);
    }

    /** Nothing of this meeting waits to be understood. */
    void understood() {
        background.runDue();
        assertThat(sql.sql("select count(*) from delivery where connector = 'zoom' and state = 'RECEIVED'"
                                + " and position(? in convert_from(bytes, 'UTF8')) > 0")
                        .param(number)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    long failedDeliveries() {
        return sql.sql("select count(*) from delivery where connector = 'zoom' and state = 'FAILED'"
                        + " and position(? in convert_from(bytes, 'UTF8')) > 0")
                .param(number)
                .query(Long.class)
                .single();
    }

    long traces(UUID session) {
        return sql.sql("select count(*) from evidence where session_id = ?")
                .param(session)
                .query(Long.class)
                .single();
    }

    static Instant paris(String local) {
        return at(local, "Europe/Paris");
    }

    static Instant at(String local, String zone) {
        return LocalDateTime.parse(local).atZone(ZoneId.of(zone)).toInstant();
    }

    static List<String> times(int count, String text) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(text);
        }
        return all;
    }
}
