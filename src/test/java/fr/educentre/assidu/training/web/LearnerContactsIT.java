package fr.educentre.assidu.training.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import fr.educentre.assidu.testing.SmallCentre;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls, meetings and visits: logged by who follows the learner, in the timeline, their notes for few. */
@AssiduIT
class LearnerContactsIT {

    private static final String NOTE = "Le bus du matin ne passe plus";

    @Autowired
    JdbcClient sql;

    @Autowired
    Calls calls;

    @Autowired
    MutableClock clock;

    private final JsonMapper json = JsonMapper.builder().build();
    private SmallCentre centre;
    private String path;

    @BeforeEach
    void people() {
        clock.set(Instant.parse("2026-11-23T11:00:00Z"));
        centre = new SmallCentre(sql, 1);
        centre.session(Instant.parse("2026-11-20T08:00:00Z"));
        path = "/learners/" + centre.learners.getFirst();
        account(Role.QUALITY_MANAGER, SmallCentre.id());
        account(Role.AUDITOR, SmallCentre.id());
        account(Role.TRAINER, centre.trainer);
        account(Role.LEARNER, centre.learners.getFirst());
        account(Role.REFERENT, centre.referent);
    }

    @Test
    void a_call_is_a_line_of_the_timeline_and_of_the_register() {
        var logged = call(Role.REFERENT, "POST", path + "/contacts", contact("2026-11-23T10:30"));
        assertThat(logged.statusCode()).as(logged.body()).isEqualTo(201);
        assertThat(logged.headers().firstValue("Location")).isPresent();
        JsonNode kept = read(call(Role.QUALITY_MANAGER, "GET", path + "/contacts", null))
                .path("items")
                .get(0);
        assertThat(kept.path("at").asString()).isEqualTo("2026-11-23T10:30+01:00");
        assertThat(kept.path("note").asString()).isEqualTo(NOTE);
        assertThat(kept.path("next").asString()).isEqualTo("2026-11-27");
        assertThat(kept.path("by").asString()).isEqualTo(login(Role.REFERENT));
        JsonNode line = line(Role.QUALITY_MANAGER);
        assertThat(line.path("title").asString()).isEqualTo("Appel");
        assertThat(line.path("detail").asString()).contains("joint", NOTE);
    }

    @Test
    void a_note_is_read_by_who_follows_the_learner_and_by_nobody_else() {
        call(Role.REFERENT, "POST", path + "/contacts", contact("2026-11-23T10:30"));
        for (Role role : List.of(Role.AUDITOR, Role.TRAINER)) {
            assertThat(call(role, "GET", path + "/contacts", null).body())
                    .as(role.name())
                    .contains("REACHED")
                    .doesNotContain("bus");
        }
        for (Role role : List.of(Role.AUDITOR, Role.TRAINER, Role.LEARNER)) {
            assertThat(line(role).path("detail").asString()).as(role.name()).isEqualTo("joint");
        }
        assertThat(sql.sql(
                                "select count(*) from journal_entry where learner_id = ? and coalesce(after::text, '') like '%bus%'")
                        .param(centre.learners.getFirst())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_referent_of_other_groups_and_other_roles_log_nothing() {
        calls.account("other-" + centre.code, Role.REFERENT, UUID.randomUUID());
        assertThat(call("other-" + centre.code, "POST", path + "/contacts", contact("2026-11-23T10:30"), "")
                        .statusCode())
                .isEqualTo(403);
        for (Role role : List.of(Role.TRAINER, Role.AUDITOR, Role.LEARNER)) {
            assertThat(call(role, "POST", path + "/contacts", contact("2026-11-23T10:30"))
                            .statusCode())
                    .as(role.name())
                    .isEqualTo(403);
        }
    }

    @Test
    void what_has_not_taken_place_is_not_logged_and_each_field_says_why() {
        var refused = call(Role.QUALITY_MANAGER, "POST", path + "/contacts", """
                {"at": "2026-11-24T10:30", "kind": "CALL", "outcome": " ", "next": "2026-11-20"}
                """);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(read(refused)
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .containsExactlyInAnyOrder("at", "outcome", "next");
        assertThat(call(Role.QUALITY_MANAGER, "POST", "/learners/" + UUID.randomUUID() + "/contacts", "{}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_same_key_again_logs_nothing_more() {
        String body = contact("2026-11-23T10:30");
        call(login(Role.REFERENT), "POST", path + "/contacts", body, "one-" + centre.code);
        call(login(Role.REFERENT), "POST", path + "/contacts", body, "one-" + centre.code);
        assertThat(read(call(Role.REFERENT, "GET", path + "/contacts", null)).path("items"))
                .hasSize(1);
    }

    private JsonNode line(Role role) {
        return read(call(role, "GET", path + "/timeline?size=500", null))
                .path("items")
                .valueStream()
                .filter(one -> one.path("kind").asString().equals("CONTACT"))
                .findFirst()
                .orElseThrow();
    }

    private static String contact(String at) {
        return """
                {"at": "%s", "kind": "CALL", "outcome": "REACHED", "note": "%s", "next": "2026-11-27"}
                """.formatted(at, NOTE);
    }

    private void account(Role role, UUID person) {
        calls.account(login(role), role, person);
    }

    private String login(Role role) {
        return role.name().toLowerCase(java.util.Locale.ROOT) + centre.code;
    }

    private JsonNode read(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }

    private HttpResponse<String> call(Role role, String verb, String path, String body) {
        return call(login(role), verb, path, body, "");
    }

    private HttpResponse<String> call(String login, String verb, String path, String body, String key) {
        return calls.send(HttpRequest.newBuilder(calls.uri("/api/v1" + path))
                .header("Authorization", calls.authorization(login))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .method(
                        verb,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
