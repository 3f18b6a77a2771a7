package fr.educentre.assidu.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import fr.educentre.assidu.testing.SmallCentre;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AssiduIT
class ReplayIT {

    private static final LocalDate MONDAY = LocalDate.of(2027, 1, 11);
    private static final Instant START = Instant.parse("2027-01-11T08:00:00Z");
    private static final String TWO_ABSENCES = """
            règle "%s"
            quand
                l'apprenant a au moins %d demi-journées d'absence, justifiées ou non, sur les 30 derniers jours
            alors
                prévenir le référent
                relancer l'apprenant avec le modèle "Absences répétées"
            au plus une fois par apprenant tous les 14 jours
            """;

    @Autowired
    JdbcClient sql;

    @Autowired
    MutableClock clock;

    @Autowired
    Calls calls;

    private final JsonMapper json = JsonMapper.builder().build();
    private SmallCentre centre;
    private String quality;
    private String trainer;

    @BeforeEach
    void twoAbsencesThenACorrection() {
        clock.set(START);
        centre = new SmallCentre(sql, 2);
        quality = "q-" + centre.code;
        trainer = "t-" + centre.code;
        calls.account(quality, Role.QUALITY_MANAGER, SmallCentre.id());
        calls.account(trainer, Role.TRAINER, centre.trainer);
        UUID first = centre.session(START);
        UUID second = centre.session(START.plus(Duration.ofDays(1)));
        clock.set(START.plus(Duration.ofHours(2)));
        mark(first, "ABSENT");
        clock.set(START.plus(Duration.ofHours(26)));
        mark(second, "ABSENT");
        clock.set(START.plus(Duration.ofHours(75)));
        mark(first, "PRESENT");
        clock.set(START.plus(Duration.ofHours(100)));
    }

    @Test
    void a_rule_is_replayed_on_what_was_known_each_day_whatever_was_corrected_later() {
        JsonNode report = replayed(body(text(2), MONDAY, MONDAY.plusDays(4)));
        assertThat(report.path("items")).hasSize(1);
        JsonNode raised = report.path("items").get(0);
        assertThat(raised.path("learnerId").asString())
                .isEqualTo(centre.learners.getFirst().toString());
        assertThat(raised.path("date").asString()).isEqualTo(MONDAY.plusDays(1).toString());
        assertThat(raised.path("why").asString()).contains("2 demi-journées d’absence");
        assertThat(calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/rules/replay"))
                                .header("Authorization", calls.authorization(quality))
                                .header("Content-Type", "application/json")
                                .header("Accept-Language", "en")
                                .POST(HttpRequest.BodyPublishers.ofString(body(text(2), MONDAY, MONDAY.plusDays(4))))
                                .build())
                        .body())
                .contains("2 half-days of absence over the last 30 days (threshold: 2): Mon 11 Jan morning");
        assertThat(raised.path("actions").toString()).contains("ALERT_REFERENT", "RELAUNCH_LEARNER");
        assertThat(report.path("mails").asInt()).isEqualTo(1);
        assertThat(report.path("difference").path("added")).hasSize(1);
    }

    @Test
    void after_the_correction_nothing_is_left_to_raise() {
        JsonNode report = replayed(body(text(2), MONDAY.plusDays(3), MONDAY.plusDays(4)));
        assertThat(report.path("items")).isEmpty();
    }

    @Test
    void a_draft_is_compared_with_the_published_version() {
        String created = send("/api/v1/rules", json(text(2), null, null), 201).body();
        String id = json.readTree(created).path("id").asString();
        send("/api/v1/rules/" + id + "/publish", "{\"version\":1}", 200);
        String draft = json.createObjectNode()
                .put("ruleSet", "assiduity")
                .put("ruleId", id)
                .put("text", text(1))
                .put("from", MONDAY.toString())
                .put("to", MONDAY.plusDays(4).toString())
                .put("group", centre.group.toString())
                .toString();
        JsonNode report;
        try {
            report = replayed(draft);
        } finally {
            send("/api/v1/rules/" + id + "/retire", "", 200);
        }
        assertThat(report.path("comparedWith").path("ruleId").asString()).isEqualTo(id);
        assertThat(report.path("items").get(0).path("date").asString()).isEqualTo(MONDAY.toString());
        assertThat(report.path("difference").path("gone").get(0).path("date").asString())
                .isEqualTo(MONDAY.plusDays(1).toString());
    }

    @Test
    void nothing_is_raised_and_nothing_leaves() {
        long alerts = count("alert");
        long messages = count("message");
        replayed(body(text(1), MONDAY, MONDAY.plusDays(4)));
        assertThat(count("alert")).isEqualTo(alerts);
        assertThat(count("message")).isEqualTo(messages);
    }

    @Test
    void what_cannot_be_replayed_is_refused() {
        send("/api/v1/rules/replay", body("System.exit(1)", MONDAY, MONDAY), 422);
        send("/api/v1/rules/replay", body(text(2), MONDAY.plusDays(1), MONDAY), 422);
        send("/api/v1/rules/replay", body(text(2), MONDAY, MONDAY.plusDays(5)), 422);
        send("/api/v1/rules/replay", body(text(2), MONDAY.minusYears(2), MONDAY), 422);
        send("/api/v1/rules/replay", "{\"from\":\"hier\"}", 400);
        send("/api/v1/rules/replay", "{\"from\":\"2027-01-11\",\"to\":\"2027-01-11\"}", 400);
    }

    private String text(int halfDays) {
        return TWO_ABSENCES.formatted("Rejeu " + centre.code, halfDays);
    }

    private String body(String text, LocalDate from, LocalDate to) {
        return json(text, from, to);
    }

    private String json(String text, LocalDate from, LocalDate to) {
        var body = json.createObjectNode().put("ruleSet", "assiduity").put("text", text);
        if (from != null) {
            body.put("from", from.toString()).put("to", to.toString()).put("group", centre.group.toString());
        }
        return body.toString();
    }

    private JsonNode replayed(String body) {
        return json.readTree(send("/api/v1/rules/replay", body, 200).body());
    }

    private HttpResponse<String> send(String path, String body, int status) {
        var answer = calls.send(HttpRequest.newBuilder(calls.uri(path))
                .header("Authorization", calls.authorization(quality))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer;
    }

    private void mark(UUID session, String status) {
        assertThat(calls.send(HttpRequest.newBuilder(calls.uri(
                                        "/api/v1/sessions/" + session + "/attendance/" + centre.learners.getFirst()))
                                .header("Authorization", calls.authorization(trainer))
                                .header("Content-Type", "application/json")
                                .PUT(HttpRequest.BodyPublishers.ofString(
                                        "{\"status\":\"" + status + "\",\"reason\":\"Appel\"}"))
                                .build())
                        .statusCode())
                .isBetween(200, 204);
    }

    private long count(String table) {
        return sql.sql("select count(*) from " + table + " where learner_id = ?")
                .param(centre.learners.getFirst())
                .query(Long.class)
                .single();
    }
}
