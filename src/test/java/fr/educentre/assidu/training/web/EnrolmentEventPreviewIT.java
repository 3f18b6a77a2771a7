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
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the assistant says before is what happens after: sessions freed, certificate, whom to tell by when. */
@AssiduIT
class EnrolmentEventPreviewIT {

    @Autowired
    JdbcClient sql;

    @Autowired
    Calls calls;

    @Autowired
    BackgroundWork background;

    private final JsonMapper json = JsonMapper.builder().build();
    private SmallCentre centre;
    private UUID learner;
    private String path;

    @BeforeEach
    void an_enrolment_with_sessions_before_and_after() {
        background.leap(Instant.parse("2026-11-23T11:00:00Z"));
        centre = new SmallCentre(sql, 1);
        learner = centre.learners.getFirst();
        centre.session(Instant.parse("2026-11-20T08:00:00Z"));
        centre.session(Instant.parse("2026-11-24T08:00:00Z"));
        centre.session(Instant.parse("2026-11-25T08:00:00Z"));
        centre.session(Instant.parse("2026-12-01T08:00:00Z"));
        calls.account("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        calls.account("r-" + centre.code, Role.REFERENT, centre.referent);
        UUID enrolment = sql.sql("select id from enrolment where learner_id = ?")
                .param(learner)
                .query(UUID.class)
                .single();
        path = "/enrolments/" + enrolment + "/events";
    }

    @Test
    void an_interruption_frees_as_many_sessions_as_were_told_and_a_resumption_brings_them_back() {
        int before = expected();
        String stop = event("INTERRUPTION", "2026-11-25");
        JsonNode told = read(call("r-", "POST", path + "/preview", stop));
        assertThat(told.path("sessions").asInt()).isEqualTo(2);
        assertThat(told.path("certificate").asBoolean()).isFalse();
        assertThat(expected()).as("nothing of a preview is kept").isEqualTo(before);
        assertThat(read(call("r-", "GET", path, null))).isEmpty();

        assertThat(call("r-", "POST", path, stop).statusCode()).isEqualTo(201);
        assertThat(before - expected()).isEqualTo(told.path("sessions").asInt());

        String back = event("RESUMPTION", "2026-11-30");
        JsonNode again = read(call("q-", "POST", path + "/preview", back));
        int stopped = expected();
        assertThat(call("q-", "POST", path, back).statusCode()).isEqualTo(201);
        assertThat(expected() - stopped)
                .isEqualTo(1)
                .isEqualTo(again.path("sessions").asInt());
    }

    @Test
    void an_abandonment_says_whom_to_tell_by_when_by_each_funders_own_rule() {
        funding("CPF", "CPF");
        funding("REGION", "Région");
        funding("OPCO", "OPCO");
        sql.sql("update enrolment set apprenticeship = true where learner_id = ?")
                .param(learner)
                .update();
        sql.sql("update learner set birth_date = '2010-01-01' where id = ?")
                .param(learner)
                .update();
        JsonNode told = read(call("q-", "POST", path + "/preview", event("ABANDONMENT", "2026-11-27")));
        assertThat(told.path("certificate").asBoolean()).isTrue();
        assertThat(told.path("notices")
                        .valueStream()
                        .map(one -> one.path("reason").asString() + " "
                                + one.path("by").asString("-")))
                .containsExactlyInAnyOrder(
                        "CPF_EXIT 2026-12-02",
                        "STATE_PAID -",
                        "FUNDER_INFORMED -",
                        "APPRENTICE_EMPLOYER -",
                        "GUARDIAN_INFORMED -");
    }

    @Test
    void what_cannot_be_declared_is_not_previewed_either() {
        var refused = call("q-", "POST", path + "/preview", event("RESUMPTION", "2026-11-25"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("\"kind\"");
        calls.account("x-" + centre.code, Role.REFERENT, UUID.randomUUID());
        assertThat(call("x-", "POST", path + "/preview", event("INTERRUPTION", "2026-11-25"))
                        .statusCode())
                .isEqualTo(403);
    }

    private int expected() {
        return sql.sql("select count(*) from session_expected where learner_id = ?")
                .param(learner)
                .query(Integer.class)
                .single();
    }

    private void funding(String kind, String name) {
        UUID funder = SmallCentre.id();
        sql.sql("insert into funder (id, code, name, kind) values (?, ?, ?, ?)")
                .params(funder, kind.toLowerCase(Locale.ROOT) + centre.code, name, kind)
                .update();
        sql.sql(
                        "insert into funding (id, enrolment_id, funder_id, agreed_minutes, starts_on, ends_on, priority, crediting_method)"
                                + " select ?, id, ?, 600, starts_on, ends_on, (select count(*) + 1 from funding f where f.enrolment_id = e.id), 'MINUTE'"
                                + " from enrolment e where learner_id = ?")
                .params(SmallCentre.id(), funder, learner)
                .update();
    }

    private static String event(String kind, String on) {
        return """
                {"kind": "%s", "on": "%s", "lastPresence": null, "reason": "Départ"}
                """.formatted(kind, on);
    }

    private JsonNode read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private HttpResponse<String> call(String who, String verb, String path, String body) {
        return calls.send(HttpRequest.newBuilder(calls.uri("/api/v1" + path))
                .header("Authorization", calls.authorization(who + centre.code))
                .header("Content-Type", "application/json")
                .method(
                        verb,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
