package fr.educentre.assidu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Accounts;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Reading;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AssiduIT
class RulesIT {

    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    PresenceRules presence;

    @Autowired
    JdbcClient sql;

    @BeforeEach
    void people() {
        accounts.createIfAbsent(new Accounts.NewAccount(
                "rules-quality", "secret-secret", "Zoé Qualité", null, Role.QUALITY_MANAGER, null));
        accounts.createIfAbsent(
                new Accounts.NewAccount("rules-trainer", "secret-secret", "Ali Formateur", null, Role.TRAINER, null));
        accounts.createIfAbsent(
                new Accounts.NewAccount("rules-learner", "secret-secret", "Léa Apprenante", null, Role.LEARNER, null));
    }

    @Test
    void shipped_rules_are_published_and_readable() throws Exception {
        JsonNode list = call("rules-trainer", "GET", "/rules", null, 200);
        assertThat(list.get("items")
                        .valueStream()
                        .map(r -> r.get("code").asString())
                        .toList())
                .contains(
                        "trois-absences",
                        "absences-consecutives",
                        "taux-assiduite",
                        "inactivite",
                        "retards",
                        "presence",
                        "justification",
                        "completion");
        assertThat(list.get("items").get(0).get("versions").get(0).get("state").asString())
                .isEqualTo("PUBLISHED");
        assertThat(call("rules-trainer", "GET", "/vocabulary", null, 200)
                        .get("totalElements")
                        .asInt())
                .isGreaterThan(20);
        call("rules-learner", "GET", "/rules", null, 403);
        call("rules-trainer", "POST", "/rules", Map.of("ruleSet", "assiduity", "text", "x"), 403);
        call("rules-trainer", "GET", "/rules/nothing", null, 404);
    }

    @Test
    void checking_names_the_line_and_suggests() throws Exception {
        String text = "règle \"Essai\"\nquand\n  l'apprenant a 3 retards\nalors\n  prévenir le référent";
        JsonNode checked =
                call("rules-quality", "POST", "/rules/check", Map.of("ruleSet", "assiduity", "text", text), 200);
        assertThat(checked.get("valid").asBoolean()).isFalse();
        assertThat(checked.get("problems").get(0).get("line").asInt()).isEqualTo(3);
        assertThat(Reading.plain(checked.get("problems").get(0).get("message").asString()))
                .contains("n'est pas une phrase du vocabulaire");
        assertThat(checked.get("problems").get(0).get("suggestion").asString()).contains("retards");
        call("rules-quality", "POST", "/rules", Map.of("ruleSet", "assiduity", "text", text), 422);
        call("rules-quality", "POST", "/rules/check", Map.of("ruleSet", "assiduity"), 400);
    }

    @Test
    void a_published_parameter_is_in_force_at_once_and_can_be_taken_back() throws Exception {
        String id = sql.sql("select id from rule where code = 'presence'")
                .query(String.class)
                .single();
        String before = call("rules-quality", "GET", "/rules/" + id, null, 200)
                .get("text")
                .asString();
        JsonNode drafted = call(
                "rules-quality",
                "POST",
                "/rules/" + id + "/versions",
                Map.of("text", before.replace("80 %", "70 %")),
                201);
        int version = drafted.get("versions").size();
        assertThat(statusOf(150)).as("a draft changes nothing").isEqualTo("PARTIAL");
        call("rules-quality", "POST", "/rules/" + id + "/publish", Map.of("version", version), 200);
        assertThat(statusOf(150)).isEqualTo("PRESENT");
        JsonNode back = call("rules-quality", "POST", "/rules/" + id + "/publish", Map.of("version", 1), 200);
        assertThat(back.get("text").asString()).isEqualTo(before);
        assertThat(back.get("versions").get(version - 1).get("state").asString())
                .isEqualTo("RETIRED");
        assertThat(statusOf(150)).isEqualTo("PARTIAL");
        assertThat(sql.sql("select count(*) from journal_entry where action = 'rule.published'")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void a_rule_is_drafted_published_and_retired() throws Exception {
        String text =
                "règle \"Retards du matin\"\nquand\n  l'apprenant cumule au moins 5 retards sur les 30 derniers jours\nalors\n  prévenir le formateur";
        JsonNode created = call("rules-quality", "POST", "/rules", Map.of("ruleSet", "assiduity", "text", text), 201);
        String id = created.get("id").asString();
        assertThat(created.get("text").isNull()).isTrue();
        JsonNode published = call("rules-quality", "POST", "/rules/" + id + "/publish", Map.of("version", 1), 200);
        assertThat(published.get("text").asString()).isEqualTo(text);
        JsonNode retired = call("rules-quality", "POST", "/rules/" + id + "/retire", null, 200);
        assertThat(retired.get("versions").get(0).get("state").asString()).isEqualTo("RETIRED");
        call("rules-quality", "POST", "/rules/" + id + "/publish", Map.of("version", 9), 404);
    }

    @Test
    void the_newest_draft_is_published_where_no_version_is_named() throws Exception {
        String text =
                "règle \"Retards du soir\"\nquand\n  l'apprenant cumule au moins 5 retards sur les 30 derniers jours\nalors\n  prévenir le formateur";
        JsonNode created = call("rules-quality", "POST", "/rules", Map.of("ruleSet", "assiduity", "text", text), 201);
        String path = "/rules/" + created.get("id").asString();
        String newer = text.replace("5 retards", "6 retards");
        call("rules-quality", "POST", path + "/versions", Map.of("text", newer), 201);
        JsonNode published = call("rules-quality", "POST", path + "/publish", null, 200);
        assertThat(published.get("text").asString()).isEqualTo(newer);
        call("rules-quality", "POST", path + "/retire", null, 200);
        call("rules-quality", "POST", path + "/publish", null, 200);
        call("rules-quality", "POST", path + "/publish", Map.of(), 422);
        call("rules-quality", "POST", path + "/retire", null, 200);
    }

    private String statusOf(int minutes) {
        Collection<PresenceFacts> facts = List.of(new PresenceFacts(
                "k",
                new PresenceScope("VIDEO", "", List.of()),
                new PresenceFacts.Presence(210, minutes, true, minutes / 210.0, 0, 0),
                new PresenceFacts.Received(true, true, false, true, false, false, List.of()),
                null,
                new PresenceFacts.Signatures(false, false)));
        return Objects.requireNonNull(presence.decide(facts).get("k")).status();
    }

    private JsonNode call(String user, String method, String path, Object body, int expected) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((user + ":secret-secret").getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
        return JSON.readTree(answer.body());
    }
}
