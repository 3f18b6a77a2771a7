package fr.educentre.assidu.sources.edusign;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.sources.simulator.FakeEdusignServer;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import fr.educentre.assidu.testing.Reading;
import fr.educentre.assidu.testing.SmallCentre;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AssiduIT
class EdusignIT {

    private static final Instant START = Instant.parse("2026-11-05T08:00:00Z");
    private static final String SECRET = "edusign-client-secret";
    private static final String LOCKED = "on_course_locked";

    @Autowired
    Calls calls;

    @Autowired
    JdbcClient sql;

    @Autowired
    Texts texts;

    @Autowired
    JsonMapper json;

    @Autowired
    BackgroundWork background;

    @Autowired
    MutableClock clock;

    @Autowired
    EdusignReconciliationJob reconciling;

    private FakeEdusignServer peer;
    private SmallCentre centre;
    private UUID session;
    private String course;

    @BeforeEach
    void a_finished_session_of_three() throws IOException {
        peer = new FakeEdusignServer();
        centre = new SmallCentre(sql, 3);
        session = centre.session(START);
        course = "crs-" + centre.code;
        calls.account("admin-" + centre.code, Role.ADMIN, SmallCentre.id());
        calls.account("qm-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        settings(Map.of("client-secret", SECRET, "api-url", peer.url()));
    }

    @AfterEach
    void as_before() {
        settings(Map.of("client-secret", "", "api-url", "", "api-key", "", "hmac-over", "", "zone-shift", ""));
        peer.close();
    }

    @Test
    void only_what_the_secret_signs_is_taken() {
        byte[] body = "{ \"ID\" : \"c-é\" }".getBytes(StandardCharsets.UTF_8);
        byte[] compact = "{\"ID\":\"c-é\"}".getBytes(StandardCharsets.UTF_8);
        byte[] altered = body.clone();
        altered[3] = 'J';
        var hook = calls.uri("/hooks/edusign");
        String good = FakeEdusignServer.sign(SECRET, body);
        long before = deliveries();
        assertThat(peer.send(hook, null, LOCKED, body)).isEqualTo(401);
        assertThat(peer.send(hook, FakeEdusignServer.sign("autre", body), LOCKED, body))
                .isEqualTo(401);
        assertThat(peer.send(hook, good, LOCKED, altered)).isEqualTo(401);
        assertThat(peer.send(hook, FakeEdusignServer.sign(SECRET, compact), LOCKED, body))
                .isEqualTo(401);
        assertThat(deliveries()).isEqualTo(before);
        assertThat(peer.send(hook, good.toUpperCase(), LOCKED, body)).isEqualTo(200);
        settings(Map.of("hmac-over", "json"));
        assertThat(peer.send(hook, FakeEdusignServer.sign(SECRET, compact), LOCKED, body))
                .isEqualTo(200);
        assertThat(peer.send(hook, good, LOCKED, altered)).isEqualTo(401);
        assertThat(deliveries()).isEqualTo(before + 2);
    }

    @Test
    void without_a_key_the_sheet_in_the_body_counts() {
        Map<String, Object> sheet = course(true, signed("e0", 3, 0), signed("e1", 4, 20), unsigned("e2"));
        sheet.put("PROFESSOR_SIGNATURE", "https://edusign.example/p.png?token=x");
        named(sheet);
        hook(LOCKED, Map.of("course", sheet));
        assertThat(statuses()).containsExactly("PRESENT", "LATE", "ABSENT");
        assertThat(minutes()).containsExactly(180, 160, 0);
        assertThat(traces("channel = 'WEBHOOK' and kind = 'SIGNATURE'")).isEqualTo(3);
        assertThat(sql.sql("select payload ->> 'signatureRef' from evidence where session_id = ? and person_key = ?")
                        .params(session, centre.trainer.toString())
                        .query(String.class)
                        .single())
                .isEqualTo("https://edusign.example/p.png");
        hook(LOCKED, Map.of("course", sheet));
        assertThat(traces("true")).isEqualTo(3);
    }

    @Test
    void with_a_key_the_course_read_at_edusign_is_the_truth_whatever_the_webhook_says() {
        settings(Map.of("api-key", FakeEdusignServer.KEY));
        peer.student("e0" + course, "Lou", "Zéro", null, "L-" + centre.code + "0");
        peer.student("e1" + course, "Lou", "Un", centre.email(1).toUpperCase(), null);
        peer.student("e2" + course, "Lou", "Deux", centre.email(2), "");
        peer.course(course(true, signed("e0" + course, 3, 0), signed("e1" + course, 4, 0), unsigned("e2" + course)));
        Map<String, Object> lie =
                course(true, unsigned("e0" + course), unsigned("e1" + course), signed("e2" + course, 1, 0));
        hook(LOCKED, lie);
        assertThat(statuses()).containsExactly("PRESENT", "PRESENT", "ABSENT");
        assertThat(traces("channel = 'API'")).isEqualTo(2);
        int asked = peer.calls().size();
        hook(LOCKED, lie);
        assertThat(traces("true")).isEqualTo(2);
        assertThat(peer.calls()).as("students are known by now").hasSize(asked + 1);
        assertThat(statuses()).containsExactly("PRESENT", "PRESENT", "ABSENT");
    }

    @Test
    void a_server_that_is_busy_or_down_is_asked_again() {
        settings(Map.of("api-key", FakeEdusignServer.KEY));
        peer.course(named(course(true, signed("e0", 3, 0), unsigned("e1"), unsigned("e2"))));
        peer.fail(new FakeEdusignServer.Fault.Busy(90));
        hook(LOCKED, Map.of("ID", course));
        assertThat(traces("true")).isZero();
        peer.fail(new FakeEdusignServer.Fault.Cut(), new FakeEdusignServer.Fault.Broken());
        background.leap(clock.instant().plusSeconds(91));
        background.leap(clock.instant().plus(Duration.ofMinutes(2)));
        assertThat(traces("true")).isZero();
        background.leap(clock.instant().plus(Duration.ofMinutes(6)));
        assertThat(statuses()).containsExactly("PRESENT", "ABSENT", "ABSENT");
    }

    @Test
    void a_webhook_sent_again_under_another_type_changes_nothing() {
        Map<String, Object> open = named(course(false, signed("e0", 3, 0), unsigned("e1"), unsigned("e2")));
        hook("on_course_edited", open);
        List<String> before = statuses();
        long traces = traces("true");
        assertThat(before).doesNotContain("ABSENT");
        assertThat(traces).isOne();
        for (String type :
                List.of(LOCKED, "on_course_end", "on_justified_absence", "on_course_deleted", "cron_midnight")) {
            hook(type, open);
            assertThat(statuses()).as(type).isEqualTo(before);
            assertThat(traces("true")).as(type).isEqualTo(traces);
        }
        settings(Map.of("api-key", FakeEdusignServer.KEY));
        peer.course(open);
        hook(LOCKED, open);
        assertThat(statuses()).as("read at Edusign, where it is open").isEqualTo(before);
    }

    @Test
    void a_locked_sheet_that_leaves_somebody_out_leaves_the_statuses_open() {
        hook(LOCKED, named(course(true, signed("e0", 3, 0), unsigned("e1"))));
        assertThat(statuses()).containsOnly("AWAITING_DATA");
        assertThat(outcome()).contains("Convoqués absents de la feuille Edusign : Lou Apprenant2");
        hook("on_course_edited", named(course(false, signed("e0", 3, 0), signed("e1", 5, 0), signed("e2", 9, 0))));
        assertThat(statuses()).containsExactly("PRESENT", "PRESENT", "PRESENT");
    }

    @Test
    void shifted_hours_are_seen_and_not_recorded_until_the_setting_says_so() {
        Map<String, Object> sheet = named(course(true, signed("e0", 3, 0), unsigned("e1"), unsigned("e2")));
        sheet.put("START", "2026-11-05T09:00:00.000Z");
        hook(LOCKED, sheet);
        assertThat(traces("true")).isZero();
        assertThat(outcome()).contains("paris-offset");
        settings(Map.of("zone-shift", "paris-offset"));
        hook(LOCKED, sheet);
        assertThat(statuses()).containsExactly("PRESENT", "ABSENT", "ABSENT");
    }

    @Test
    void what_says_nothing_of_presence_is_kept_with_its_reason() {
        hook("on_justified_absence", Map.of("ID", "j1", "STUDENT_ID", "e0", "TYPE", "Maladie"));
        assertThat(outcome()).contains("Absence justifiée dans Edusign : conservée, sans effet");
        hook("cron_midnight", Map.of());
        assertThat(outcome()).contains("ne dit rien de la présence");
        hook(LOCKED, Map.of("ID", "x-" + course));
        assertThat(outcome()).contains("Renseignez la clé d'API");
        Map<String, Object> stray = course(true, signed("e0", 3, 0));
        stray.put("API_ID", "AILLEURS");
        hook(LOCKED, stray);
        assertThat(outcome()).contains("« AILLEURS », qu'aucune séance n'a");
    }

    @Test
    void the_night_goes_through_all_pages_and_reads_only_what_changed() {
        Instant now = clock.instant();
        Instant recent = now.minus(Duration.ofDays(2));
        UUID missed = centre.session(recent);
        for (int i = 0; i < 40; i++) {
            Map<String, Object> other = course(true);
            other.put("ID", "a-%02d-%s".formatted(i, centre.code));
            other.put("API_ID", "ailleurs-" + i);
            other.put("START", recent.toString());
            peer.course(other);
        }
        Map<String, Object> sheet = named(course(true, at("e0", recent), unsigned("e1"), unsigned("e2")));
        sheet.put("API_ID", missed.toString());
        sheet.put("START", recent.toString());
        peer.course(sheet);
        settings(Map.of("api-key", FakeEdusignServer.KEY));
        peer.fail(new FakeEdusignServer.Fault.Busy(0));
        reconciling.run();
        background.runDue();
        assertThat(peer.calls()).anyMatch(call -> call.startsWith("/v1/course?page=1&start="));
        assertThat(sql.sql("select count(*) from evidence where session_id = ?")
                        .param(missed)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        long read = peer.calls().stream()
                .filter(call -> call.startsWith("/v1/course/"))
                .count();
        assertThat(read).isEqualTo(41);
        reconciling.run();
        background.runDue();
        assertThat(peer.calls().stream()
                        .filter(call -> call.startsWith("/v1/course/"))
                        .count())
                .isEqualTo(41);
        sql.sql("delete from delivery where connector = 'edusign' and state = 'FAILED'")
                .update();
    }

    @Test
    void the_test_of_the_connection_says_what_is_missing_and_checks_the_hours() {
        Instant recent = clock.instant().minus(Duration.ofDays(1));
        UUID known = centre.session(recent);
        Map<String, Object> sheet = course(true);
        sheet.put("API_ID", known.toString());
        sheet.put("START", recent.toString());
        peer.course(sheet);
        assertThat(test()).containsExactly("OK", "MISSING");
        settings(Map.of("api-key", "fausse"));
        assertThat(test()).containsExactly("OK", "FAILED");
        settings(Map.of("api-key", FakeEdusignServer.KEY));
        assertThat(test()).containsExactly("OK", "OK", "OK");
        settings(Map.of("zone-shift", "paris-offset", "hmac-over", "md5"));
        assertThat(test()).containsExactly("OK", "FAILED", "OK", "FAILED");
    }

    private Map<String, Object> course(boolean locked, Map<?, ?>... students) {
        Map<String, Object> sheet = new LinkedHashMap<>();
        sheet.put("ID", course);
        sheet.put("NAME", "Atelier");
        sheet.put("START", START.toString());
        sheet.put("END", START.plus(Duration.ofHours(3)).toString());
        sheet.put("API_ID", "SE-" + session);
        sheet.put("NEED_STUDENTS_SIGNATURE", 1);
        sheet.put("LOCKED", locked);
        sheet.put("STUDENTS", new ArrayList<>(List.of(students)));
        return sheet;
    }

    /** As an envelope that names its students itself. */
    private Map<String, Object> named(Map<String, Object> sheet) {
        List<Map<String, Object>> named = new ArrayList<>();
        for (Object one : (List<?>) sheet.get("STUDENTS")) {
            Map<String, Object> student = new HashMap<>();
            ((Map<?, ?>) one).forEach((key, value) -> student.put(String.valueOf(key), value));
            student.put(
                    "API_ID",
                    "L-" + centre.code
                            + String.valueOf(student.get("studentId")).charAt(1));
            named.add(student);
        }
        sheet.put("STUDENTS", named);
        return sheet;
    }

    private static Map<String, Object> signed(String student, int minute, int delay) {
        return Map.of(
                "studentId",
                student,
                "state",
                true,
                "timestamp",
                START.plusSeconds(60L * minute).toString(),
                "signature",
                "data:image/png;base64,AAAA",
                "delay",
                delay);
    }

    private static Map<String, Object> at(String student, Instant when) {
        return Map.of(
                "studentId", student, "state", 1, "timestamp", when.toEpochMilli(), "signature", "https://x/s.png");
    }

    private static Map<String, Object> unsigned(String student) {
        Map<String, Object> one = new HashMap<>(Map.of("studentId", student, "state", false));
        one.put("timestamp", null);
        return one;
    }

    private void hook(String type, Object body) {
        assertThat(peer.send(calls.uri("/hooks/edusign"), SECRET, type, body)).isEqualTo(200);
        background.runDue();
    }

    private void settings(Map<String, String> values) {
        assertThat(calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/connectors/edusign/settings"))
                                .header("Authorization", calls.authorization("admin-" + centre.code))
                                .header("Content-Type", "application/json")
                                .PUT(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(values)))
                                .build())
                        .statusCode())
                .isEqualTo(204);
    }

    private List<String> test() {
        JsonNode answer = json.readTree(calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/connectors/edusign/test"))
                        .header("Authorization", calls.authorization("admin-" + centre.code))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build())
                .body());
        return answer.path("items").findValuesAsString("outcome");
    }

    private List<String> statuses() {
        return rows("status");
    }

    private List<Integer> minutes() {
        return rows("attendedMinutes").stream().map(Integer::valueOf).toList();
    }

    private List<String> rows(String field) {
        JsonNode answer = json.readTree(
                calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/sessions/" + session + "/attendance"))
                                .header("Authorization", calls.authorization("qm-" + centre.code))
                                .build())
                        .body());
        Map<String, String> byLearner = new HashMap<>();
        answer.path("items")
                .forEach(row -> byLearner.put(
                        row.path("learnerId").asString(), row.path(field).asString("")));
        return centre.learners.stream().map(id -> byLearner.get(id.toString())).toList();
    }

    private long traces(String condition) {
        return sql.sql("select count(*) from evidence where session_id = ? and " + condition)
                .param(session)
                .query(Long.class)
                .single();
    }

    private long deliveries() {
        return sql.sql("select count(*) from delivery where connector = 'edusign'")
                .query(Long.class)
                .single();
    }

    private String outcome() {
        return Reading.sentence(
                sql.sql("select coalesce(problem, outcome) from delivery where connector = 'edusign'"
                                + " order by id desc limit 1")
                        .query(String.class)
                        .single(),
                texts);
    }
}
