package fr.educentre.assidu.sources.signatures;

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
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AssiduIT
class SignaturesWebhookIT {

    private static final Instant START = Instant.parse("2026-11-05T08:00:00Z");
    private static final String SECRET = "un-secret-convenu-ensemble";

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

    private SmallCentre centre;
    private UUID session;
    private String partner;

    @BeforeEach
    void a_partner_and_a_finished_session_of_five() {
        centre = new SmallCentre(sql, 5);
        session = centre.session(START);
        partner = "p" + centre.code;
        calls.account("admin-" + centre.code, Role.ADMIN, SmallCentre.id());
        calls.account("qm-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        set(Map.of("partners", partner));
        set(Map.of(partner + ".secret", SECRET));
    }

    @Test
    void every_status_of_a_message_is_that_of_the_session() {
        String body = """
                {"rows":[
                 {"session_external_id":"SE-%1$s","learner_external_id":"L-%2$s0","status":"PRESENT","signed_at":"2026-11-05T09:02:00+01:00"},
                 {"session_external_id":"SE-%1$s","learner_external_id":"L-%2$s1","status":"ABSENT"},
                 {"session_external_id":"SE-%1$s","email":"%3$s","status":"LATE","late_minutes":45},
                 {"session_external_id":"SE-%1$s","learnerExternalId":"L-%2$s3","status":"EXCUSED"},
                 {"session_external_id":"%1$s","learner_external_id":"L-%2$s4","status":"LEFT_EARLY","left_at":"11:00"}]}
                """.formatted(session, centre.code, centre.email(2).toUpperCase());
        assertThat(deliver(body).statusCode()).isEqualTo(200);
        background.runDue();
        assertThat(statuses()).containsExactly("PRESENT", "ABSENT", "LATE", "ABSENT", "LEFT_EARLY");
        assertThat(attendedMinutes()).containsExactly(180, 0, 135, 0, 120);
        assertThat(outcome()).isEqualTo("5 traces enregistrées ou déjà connues.");

        assertThat(deliver(body).statusCode()).isEqualTo(200);
        background.runDue();
        assertThat(count("evidence where session_id = ?")).isEqualTo(5);
        assertThat(count("evidence where source = 'SIGNATURE' and channel = 'WEBHOOK' and session_id = ?"))
                .isEqualTo(5);
        assertThat(statuses()).containsExactly("PRESENT", "ABSENT", "LATE", "ABSENT", "LEFT_EARLY");
    }

    @Test
    void what_does_not_prove_its_sender_is_refused_in_one_same_way_and_not_kept() {
        byte[] body = row("L-" + centre.code + "0", "PRESENT").getBytes(StandardCharsets.UTF_8);
        long now = clock.instant().getEpochSecond();
        byte[] altered = body.clone();
        altered[altered.length - 3] ^= 1;
        String good = signature(SECRET, now, body);
        List<HttpResponse<String>> refused = List.of(
                post(partner, signature("autre", now, body), body),
                post(partner, null, body),
                post(partner, "n'importe quoi", body),
                post(partner, signature(SECRET, now - 301, body), body),
                post(partner, signature(SECRET, now + 320, body), body),
                post(partner, good, altered),
                post(partner, good.replace("t=" + now, "t=" + (now - 1)), body),
                post("inconnu", good, body),
                post("inconnu", signature("0", now, body), body),
                post("inconnu%20%27", good, body));
        assertThat(refused).extracting(HttpResponse::statusCode).containsOnly(401);
        assertThat(refused)
                .extracting(
                        answer -> json.readTree(answer.body()).path("detail").asString())
                .containsOnly(
                        json.readTree(refused.getFirst().body()).path("detail").asString());
        assertThat(deliveries()).isZero();
        assertThat(post(partner, signature(SECRET, now - 290, body), body).statusCode())
                .isEqualTo(200);
        assertThat(deliveries()).isEqualTo(1);
    }

    @Test
    void a_line_that_cannot_be_taken_is_named_with_its_remedy_and_holds_up_no_other() {
        String csv = """
                Code séance;Identifiant;Courriel;Prénom;Nom;Présence;Signé le
                SE-%1$s;L-%2$s0;;;;Oui;05/11/2026 09:01
                SE-%1$s;;%3$s;;;Peut-être;
                AUTRE;L-%2$s2;;;;Oui;
                SE-%1$s;L-%2$s3;%3$s;;;X;
                SE-%1$s;;;Lou;Apprenant4;X;
                """.formatted(session, centre.code, centre.email(1));
        assertThat(deliver(csv).statusCode()).isEqualTo(200);
        background.runDue();
        assertThat(statuses()).containsOnly("AWAITING_DATA");
        assertThat(outcome())
                .contains("Ligne 3, champ status : statut « Peut-être » inconnu. Envoyez PRESENT")
                .contains("Ligne 4, champ session_external_id : aucune séance « AUTRE »")
                .contains(
                        "Ligne 5, champ email : l'identifiant est celui de Lou Apprenant3, l'e-mail celui de Lou Apprenant1")
                .contains("1 ligne nomme seulement la personne");
        assertThat(count("evidence where kind <> 'SEEN' and session_id = ?")).isEqualTo(2);
        assertThat(count("evidence where kind = 'SEEN' and session_id = ?"))
                .as("whom a line names that is not taken is not absent for want of others")
                .isOne();
        assertThat(count("evidence_proposal where state = 'OPEN' and session_id = ?"))
                .isEqualTo(1);
        assertThat(sql.sql("select data_complete_at is null from training_session where id = ?")
                        .param(session)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void without_a_code_the_day_and_half_day_of_the_learner_find_the_session() {
        UUID afternoon = centre.session(START.plus(Duration.ofHours(5)));
        String body = """
                [{"session_date":"05/11/2026","half_day":"Après-midi","learner_external_id":"L-%1$s0","status":"Signé"},
                 {"session_date":"2026-11-05","start":"9h00","learner_external_id":"L-%1$s1","status":1},
                 {"session_date":"2026-11-05","learner_external_id":"L-%1$s2","status":true}]
                """.formatted(centre.code);
        deliver(body);
        background.runDue();
        assertThat(count("evidence where session_id = ?")).isEqualTo(1);
        assertThat(sql.sql("select count(*) from evidence where session_id = ?")
                        .param(afternoon)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(outcome()).contains("Ligne 3, champ start : plusieurs séances de Lou Apprenant2");
    }

    @Test
    void somebody_called_absent_who_signs_afterwards_is_present() {
        for (int i = 0; i < 5; i++) {
            deliver(row("L-" + centre.code + i, "ABSENT"));
        }
        background.runDue();
        assertThat(statuses()).containsOnly("ABSENT");
        deliver(row("L-" + centre.code + "0", "PRESENT\",\"signed_at\":\"2026-11-05T09:20:00+01:00"));
        background.runDue();
        assertThat(statuses()).containsExactly("PRESENT", "ABSENT", "ABSENT", "ABSENT", "ABSENT");
    }

    @Test
    void signatures_of_the_start_make_the_session_complete_when_it_ends() {
        Instant start = Instant.parse("2027-02-03T08:00:00Z");
        UUID later = centre.session(start);
        background.leap(start.plus(Duration.ofMinutes(10)));
        for (int i = 0; i < 5; i++) {
            deliver("{\"session_external_id\":\"SE-%s\",\"learner_external_id\":\"L-%s%d\",\"signed_at\":\"%s\"}"
                    .formatted(later, centre.code, i, start.plusSeconds(60L * i)));
        }
        background.runDue();
        assertThat(complete(later)).isFalse();
        background.leap(start.plus(Duration.ofHours(3)));
        assertThat(complete(later)).isTrue();
    }

    @Test
    void what_is_no_table_stays_visible_with_what_to_do() {
        deliver("{\"rows\":[]}");
        deliver("bonjour");
        deliver("Alpha;Beta\n1;2\n");
        background.runDue();
        assertThat(sql.sql("select problem from delivery where connector = 'signatures' and received_by = ?"
                                + " and state = 'FAILED' order by received_at")
                        .param(partner)
                        .query(String.class)
                        .list())
                .hasSize(3)
                .satisfies(problems -> assertThat(Reading.sentence(problems.getLast(), texts))
                        .contains("En-têtes inconnus : Alpha ; Beta"));
    }

    private String row(String learner, String status) {
        return "{\"session_external_id\":\"SE-" + session + "\",\"learner_external_id\":\"" + learner
                + "\",\"status\":\"" + status + "\"}";
    }

    private HttpResponse<String> deliver(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return post(partner, signature(SECRET, clock.instant().getEpochSecond(), bytes), bytes);
    }

    private static String signature(String secret, long at, byte[] body) {
        byte[] start = (at + ".").getBytes(StandardCharsets.UTF_8);
        byte[] signed = new byte[start.length + body.length];
        System.arraycopy(start, 0, signed, 0, start.length);
        System.arraycopy(body, 0, signed, start.length, body.length);
        return "t=" + at + ",v1=" + FakeEdusignServer.sign(secret, signed);
    }

    private HttpResponse<String> post(String name, String signature, byte[] body) {
        var request = HttpRequest.newBuilder(calls.uri("/hooks/signatures/" + name))
                .header("Content-Type", "application/json");
        if (signature != null) {
            request.header("X-Signature", signature);
        }
        return calls.send(
                request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build());
    }

    private void set(Map<String, String> values) {
        assertThat(calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/connectors/signatures/settings"))
                                .header("Authorization", calls.authorization("admin-" + centre.code))
                                .header("Content-Type", "application/json")
                                .PUT(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(values)))
                                .build())
                        .statusCode())
                .isEqualTo(204);
    }

    private Map<String, JsonNode> attendance() {
        JsonNode answer = json.readTree(
                calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/sessions/" + session + "/attendance"))
                                .header("Authorization", calls.authorization("qm-" + centre.code))
                                .build())
                        .body());
        Map<String, JsonNode> rows = new LinkedHashMap<>();
        answer.path("items").forEach(row -> rows.put(row.path("learnerId").asString(), row));
        return rows;
    }

    private List<String> statuses() {
        var rows = attendance();
        return centre.learners.stream()
                .map(id -> rows.get(id.toString()).path("status").asString())
                .toList();
    }

    private List<Integer> attendedMinutes() {
        var rows = attendance();
        return centre.learners.stream()
                .map(id -> rows.get(id.toString()).path("attendedMinutes").asInt())
                .toList();
    }

    private String outcome() {
        return Reading.sentence(
                sql.sql(
                                "select coalesce(outcome, problem) from delivery where connector = 'signatures' and received_by = ?"
                                        + " order by received_at desc limit 1")
                        .param(partner)
                        .query(String.class)
                        .single(),
                texts);
    }

    private long deliveries() {
        return sql.sql("select count(*) from delivery where connector = 'signatures' and received_by = ?")
                .param(partner)
                .query(Long.class)
                .single();
    }

    private boolean complete(UUID id) {
        return sql.sql("select data_complete_at is not null from training_session where id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private long count(String from) {
        return sql.sql("select count(*) from " + from)
                .param(session)
                .query(Long.class)
                .single();
    }
}
