package fr.educentre.assidu.justification.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The centre's own reasons: offered wherever an absence is justified, retired once used, and never less reserved than before. */
@AssiduIT
class AbsenceReasonsIT {

    @Autowired
    JdbcClient sql;

    @Autowired
    Calls calls;

    private final JsonMapper json = JsonMapper.builder().build();
    private final String code = Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);

    @BeforeEach
    void people() {
        calls.account("a-" + code, Role.ADMIN, SmallCentre.id());
        calls.account("q-" + code, Role.QUALITY_MANAGER, SmallCentre.id());
    }

    @AfterEach
    void the_catalogue_is_as_it_was() {
        sql.sql("delete from justification where reason_code = ?").param(code).update();
        sql.sql("delete from absence_reason where code = ?").param(code).update();
    }

    @Test
    void one_that_is_added_is_offered_to_who_justifies_and_one_that_is_retired_is_not() {
        JsonNode added = added(false);
        assertThat(offered()).contains(code);
        assertThat(added.path("justifiedFor").valueStream().map(JsonNode::asString))
                .containsExactly("EMPLOYER", "REGION");
        var retired = admin("PUT", path(added), text(added).replace("\"retired\":false", "\"retired\":true"));
        assertThat(retired.statusCode()).as(retired.body()).isEqualTo(200);
        assertThat(offered()).doesNotContain(code).contains("SICKNESS");
        var late = file();
        assertThat(late.statusCode()).as(late.body()).isEqualTo(422);
        assertThat(late.body()).contains("n’est plus proposé");
    }

    @Test
    void the_reasons_that_came_with_assidu_are_worth_what_they_were() {
        JsonNode exam = read(admin("GET", "/absence-reasons?q=EXAM_LEAVE", null))
                .path("items")
                .get(0);
        assertThat(exam.path("justifiedFor").valueStream().map(JsonNode::asString))
                .containsExactly("EMPLOYER");
        JsonNode atWork = read(admin("GET", "/absence-reasons?q=EMPLOYER_KEPT", null))
                .path("items")
                .get(0);
        assertThat(atWork.path("justifiedFor")).isEmpty();
    }

    @Test
    void one_that_was_used_stays_with_its_code_and_stays_reserved() {
        JsonNode added = added(true);
        var centre = new SmallCentre(sql, 1);
        sql.sql("insert into justification (id, learner_id, reason_code, state, medical, created_at)"
                        + " values (?, ?, ?, 'EXPIRED', true, now())")
                .params(UUID.randomUUID(), centre.learners.getFirst(), code)
                .update();
        var removed = admin("DELETE", path(added), null);
        assertThat(removed.statusCode()).isEqualTo(409);
        assertThat(removed.body()).contains("Un justificatif le porte");
        var open = admin("PUT", path(added), text(added).replace("\"medical\":true", "\"medical\":false"));
        assertThat(open.statusCode()).isEqualTo(422);
        assertThat(fields(open)).containsExactly("medical");
        var renamed = admin("PUT", path(added), text(added).replace('"' + code + '"', "\"X" + code + '"'));
        assertThat(fields(renamed)).containsExactly("code");
    }

    @Test
    void what_is_medical_is_of_private_life_and_a_centre_says_what_else_is() {
        assertThat(added(true).path("personal").asBoolean()).isTrue();
        JsonNode family = read(admin("GET", "/absence-reasons?q=FAMILY_EVENT", null))
                .path("items")
                .get(0);
        assertThat(family.path("personal").asBoolean()).isTrue();
        assertThat(family.path("medical").asBoolean()).isFalse();
    }

    @Test
    void one_that_was_never_used_is_removed() {
        JsonNode added = added(false);
        assertThat(admin("DELETE", path(added), null).statusCode()).isEqualTo(204);
        assertThat(offered()).doesNotContain(code);
    }

    @Test
    void what_is_missing_is_named() {
        var refused = admin("POST", "/absence-reasons", "{\"code\": \"à revoir\", \"nameFr\": \" \"}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(fields(refused)).containsExactlyInAnyOrder("code", "nameFr", "nameEn");
    }

    private JsonNode added(boolean medical) {
        var added = admin("POST", "/absence-reasons", """
                {"code": "%s", "nameFr": "Intempéries %1$s", "nameEn": "Weather %1$s", "medical": %s,
                 "documentRequired": false, "justifiedFor": ["REGION", "EMPLOYER"]}
                """.formatted(code, medical));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        return read(added);
    }

    private HttpResponse<String> file() {
        var centre = new SmallCentre(sql, 1);
        String form = part("learner", centre.learners.getFirst().toString())
                + part("reason", code)
                + part("from", "2026-11-02T08:00:00+01:00")
                + part("to", "2026-11-02T12:00:00+01:00")
                + "--x--\r\n";
        return send(
                "q-" + code,
                HttpRequest.newBuilder(calls.uri("/api/v1/justifications"))
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private static String part(String name, String value) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private List<String> offered() {
        return read(call("q-" + code, "GET", "/justifications/reasons", null))
                .path("items")
                .valueStream()
                .map(one -> one.path("code").asString())
                .toList();
    }

    private static String path(JsonNode reason) {
        return "/absence-reasons/" + reason.path("id").asString();
    }

    private String text(JsonNode content) {
        return json.writeValueAsString(content);
    }

    private List<String> fields(HttpResponse<String> answer) {
        return read(answer)
                .path("errors")
                .valueStream()
                .map(error -> error.path("field").asString())
                .toList();
    }

    private JsonNode read(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }

    private HttpResponse<String> admin(String verb, String path, String body) {
        return call("a-" + code, verb, path, body);
    }

    private HttpResponse<String> call(String username, String verb, String path, String body) {
        return send(
                username,
                HttpRequest.newBuilder(calls.uri("/api/v1" + path))
                        .header("Content-Type", "application/json")
                        .method(
                                verb,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(String username, HttpRequest.Builder request) {
        return calls.send(
                request.header("Authorization", calls.authorization(username)).build());
    }
}
