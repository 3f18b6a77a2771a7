package fr.educentre.assidu.training.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** A call made again under its key answers what the first made; the key of something else is refused, not answered with that. */
@AssiduIT
class RepeatedCallsIT {

    @Autowired
    JdbcClient sql;

    @Autowired
    Calls calls;

    @Autowired
    BackgroundWork background;

    private final JsonMapper json = JsonMapper.builder().build();
    private SmallCentre centre;

    @BeforeEach
    void a_quality_manager() {
        background.leap(Instant.parse("2027-01-04T08:00:00Z"));
        centre = new SmallCentre(sql, 2);
        calls.account("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
    }

    @Test
    void the_same_again_answers_the_first_result_and_something_else_is_refused() {
        var first = post("/funders", funder("OPCO"), "one");
        var again = post("/funders", funder("OPCO").replace(" ", "  "), "one");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.headers().firstValue("location"))
                .isEqualTo(first.headers().firstValue("location"));
        var other = post("/funders", funder("Région"), "one");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("refusal.repeatedKey", "Idempotency-Key");
        assertThat(post("/funders", funder("Autre").replace("F1", "F2"), "two").statusCode())
                .isEqualTo(201);
    }

    @Test
    void what_was_refused_may_be_mended_under_its_key() {
        assertThat(post("/funders", funder(""), "key").statusCode()).isEqualTo(422);
        assertThat(post("/funders", funder("OPCO"), "key").statusCode()).isEqualTo(201);
    }

    @Test
    void what_was_changed_since_is_still_answered() {
        var first = post("/funders", funder("OPCO"), "key");
        String path = "/funders/" + json.readTree(first.body()).path("id").asString();
        assertThat(send("PUT", path, first.body().replace("\"name\":\"OPCO\"", "\"name\":\"Région\""), "")
                        .statusCode())
                .isEqualTo(200);
        var again = post("/funders", funder("OPCO"), "key");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(json.readTree(again.body()).path("name").asString()).isEqualTo("Région");
    }

    @Test
    void sessions_series_and_postponements_too() {
        var first = post("/sessions", session("2027-03-10"), "s");
        assertThat(post("/sessions", session("2027-03-10"), "s").body()).isEqualTo(first.body());
        assertThat(post("/sessions", session("2027-03-11"), "s").statusCode()).isEqualTo(422);

        assertThat(post("/sessions/series", series("MONDAY"), "r").statusCode()).isEqualTo(201);
        assertThat(post("/sessions/series", series("MONDAY"), "r").statusCode()).isEqualTo(201);
        assertThat(post("/sessions/series", series("FRIDAY"), "r").statusCode()).isEqualTo(422);

        String postpone = "/sessions/" + json.readTree(first.body()).path("id").asString() + "/postpone";
        String later = "{\"reason\": \"Grève\", \"newStartsAt\": \"2027-04-07T14:00\"}";
        var moved = post(postpone, later, "p");
        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(201);
        assertThat(post(postpone, later, "p").body()).isEqualTo(moved.body());
        assertThat(post(postpone, later.replace("04-07", "04-08"), "p").statusCode())
                .isEqualTo(422);
    }

    @Test
    void an_interruption_declared_again_changes_nothing_and_another_is_no_repeat() {
        String enrolment = sql.sql("select id::text from enrolment where learner_id = ?")
                .param(centre.learners.getFirst())
                .query(String.class)
                .single();
        String on = sql.sql("select (starts_on + 3)::text from enrolment where id = ?::uuid")
                .param(enrolment)
                .query(String.class)
                .single();
        String event = "{\"kind\": \"INTERRUPTION\", \"on\": \"" + on + "\", \"reason\": \"Déménagement\"}";
        String path = "/enrolments/" + enrolment + "/events";
        assertThat(post(path, event, "e").statusCode()).isEqualTo(201);
        var again = post(path, event, "e");
        assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
        assertThat(json.readTree(again.body())).hasSize(1);
        assertThat(post(path, event.replace("INTERRUPTION", "ABANDONMENT"), "e").statusCode())
                .isEqualTo(422);
    }

    private String funder(String name) {
        return "{\"code\": \"F1" + centre.code + "\", \"name\": \"" + name + "\", \"kind\": \"OPCO\"}";
    }

    private String session(String day) {
        return """
                {"title": "Atelier", "group": "%s", "trainer": "%s", "startsAt": "%sT09:00", "endsAt": "%sT12:00",
                 "modality": "IN_PERSON"}
                """.formatted(centre.group, centre.trainer, day, day);
    }

    private String series(String day) {
        return """
                {"title": "Cours", "group": "%s", "trainer": "%s", "weekdays": ["%s"], "from": "2027-03-01", "to": "2027-03-19",
                 "startTime": "14:00", "endTime": "17:00", "modality": "IN_PERSON"}
                """.formatted(centre.group, centre.trainer, day);
    }

    private HttpResponse<String> post(String path, String body, String key) {
        return send("POST", path, body, key);
    }

    private HttpResponse<String> send(String verb, String path, String body, String key) {
        return calls.send(HttpRequest.newBuilder(calls.uri("/api/v1" + path))
                .header("Authorization", calls.authorization("q-" + centre.code))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .method(verb, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
