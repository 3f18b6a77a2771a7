package fr.educentre.assidu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.Reading;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Versions, examples and files of rules, through the calls. */
@AssiduIT
class RulesStudioIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TEXT = """
            règle "%s"
            quand
                l'apprenant a au moins 3 demi-journées d'absence non justifiée, délai échu, sur les 30 derniers jours
            alors
                prévenir le référent
            au plus une fois par apprenant tous les 14 jours""";

    @Autowired
    Calls calls;

    @Autowired
    JdbcClient sql;

    private String name;

    @BeforeEach
    void people() {
        name = "Studio " + Long.toString(System.nanoTime(), 36);
        calls.account("studio-a", Role.QUALITY_MANAGER, new UUID(0, 21));
        calls.account("studio-b", Role.QUALITY_MANAGER, new UUID(0, 22));
        calls.account("studio-admin", Role.ADMIN, new UUID(0, 23));
        calls.account("studio-trainer", Role.TRAINER, new UUID(0, 24));
    }

    @Test
    void a_version_says_who_wrote_it_who_published_it_and_why() {
        String rule = created(Map.of("purpose", "Prévenir tôt", "tags", List.of("absence", "CPF")));
        JsonNode published = post(rule + "/publish", Map.of("version", 1, "reason", "Comité du 3 mars"), 200);
        JsonNode version = published.at("/versions/0");
        assertThat(version.path("author").asString()).isEqualTo("studio-a");
        assertThat(version.path("publishedBy").asString()).isEqualTo("studio-a");
        assertThat(version.path("publishReason").asString()).isEqualTo("Comité du 3 mars");
        assertThat(version.path("purpose").asString()).isEqualTo("Prévenir tôt");
        assertThat(version.path("tags").toString()).isEqualTo("[\"absence\",\"CPF\"]");
        assertThat(journal(rule, "rule.published")).contains("Comité du 3 mars");
        JsonNode retired = post(rule + "/retire", Map.of("reason", "Remplacée"), 200);
        assertThat(retired.path("live").asBoolean()).isFalse();
        assertThat(retired.at("/versions/0/retireReason").asString()).isEqualTo("Remplacée");
        assertThat(journal(rule, "rule.retired")).contains("Remplacée");
    }

    @Test
    void going_back_publishes_the_earlier_text_as_a_new_version() {
        String rule = created(Map.of());
        post(rule + "/publish", Map.of("version", 1, "reason", "Début"), 200);
        post(rule + "/versions", Map.of("text", text().replace("3 demi", "5 demi")), 201);
        post(rule + "/publish", Map.of("version", 2, "reason", "Moins d'alertes"), 200);
        post(rule + "/rollback", Map.of("version", 2, "reason", "Non"), 409);
        JsonNode back = post(rule + "/rollback", Map.of("version", 1, "reason", "Trop laxiste"), 200);
        assertThat(back.path("versions")).hasSize(3);
        assertThat(back.path("text").asString()).isEqualTo(text());
        assertThat(back.at("/versions/0/state").asString()).isEqualTo("RETIRED");
        assertThat(back.at("/versions/2/state").asString()).isEqualTo("PUBLISHED");
        post(rule + "/rollback", Map.of("version", 9), 404);
        post(rule + "/retire", Map.of(), 200);
    }

    @Test
    void the_difference_between_two_versions_is_said_in_sentences() {
        String rule = created(Map.of());
        String other = text().replace("3 demi", "5 demi")
                .replace("\n    prévenir le référent", "\n    prévenir le référent\n    signaler à risque");
        post(rule + "/versions", Map.of("text", other, "purpose", "Autre"), 201);
        JsonNode difference = get(rule + "/difference?from=1&to=2", 200);
        assertThat(difference
                        .path("sentences")
                        .valueStream()
                        .map(JsonNode::asString)
                        .map(Reading::plain))
                .containsExactly(
                        "« l'apprenant a au moins 3 demi-journées d'absence non justifiée, délai échu, sur les 30 derniers"
                                + " jours » devient « l'apprenant a au moins 5 demi-journées d'absence non justifiée, délai échu,"
                                + " sur les 30 derniers jours »",
                        "Ajouté : « signaler à risque »",
                        "Utilité : « rien » devient « Autre »");
        assertThat(difference
                        .path("lines")
                        .valueStream()
                        .map(line -> line.path("kind").asString()))
                .containsExactly("SAME", "SAME", "CHANGED", "SAME", "SAME", "ADDED", "SAME");
        assertThat(get(rule + "/difference?from=1&to=1", 200).path("sentences")).isEmpty();
        get(rule + "/difference?from=1&to=7", 404);
        post(rule + "/retire", Map.of(), 200);
    }

    @Test
    void a_name_is_free_again_once_its_rule_is_retired() {
        String rule = created(Map.of());
        JsonNode refused = post("/rules", body(Map.of()), 409);
        assertThat(refused.path("detail").asString()).contains(name);
        post(rule + "/retire", Map.of(), 200);
        String second = created(Map.of());
        post(second + "/publish", Map.of(), 200);
        assertThat(post(rule + "/publish", Map.of("version", 1), 409)
                        .path("detail")
                        .asString())
                .contains(name);
        post(second + "/retire", Map.of(), 200);
    }

    @Test
    void where_two_persons_are_required_the_author_does_not_publish() {
        String rule = created(Map.of());
        call("studio-trainer", "PUT", "/rules/settings", Map.of("twoPersons", true), 403);
        call("studio-admin", "PUT", "/rules/settings", Map.of("twoPersons", true), 200);
        try {
            assertThat(post(rule + "/publish", Map.of("version", 1), 409)
                            .path("detail")
                            .asString())
                    .contains("Deux personnes");
            call("studio-b", "POST", rule + "/publish", Map.of("version", 1, "reason", "Relue"), 200);
        } finally {
            call("studio-a", "PUT", "/rules/settings", Map.of("twoPersons", false), 200);
        }
        assertThat(get("/rules/settings", 200).path("twoPersons").asBoolean()).isFalse();
        assertThat(sql.sql("select count(*) from journal_entry where action = 'rule.settingChanged'")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(2);
        call("studio-admin", "PUT", "/rules/settings", Map.of(), 400);
        post(rule + "/retire", Map.of(), 200);
    }

    @Test
    void a_draft_is_written_on_by_its_author_alone_until_it_is_published() {
        String rule = created(Map.of());
        String other = text().replace("3 demi", "4 demi");
        assertThat(call("studio-a", "PUT", rule + "/versions/1", Map.of("text", other), 200)
                        .path("versions"))
                .hasSize(1);
        call("studio-b", "PUT", rule + "/versions/1", Map.of("text", text()), 403);
        call("studio-a", "PUT", rule + "/versions/8", Map.of("text", text()), 404);
        post(rule + "/publish", Map.of(), 200);
        call("studio-a", "PUT", rule + "/versions/1", Map.of("text", text()), 409);
        post(rule + "/retire", Map.of(), 200);
    }

    @Test
    void a_rule_is_published_only_when_its_examples_hold() {
        var three = example("Léa, 3 absences en 12 jours", true, 1, 6, 12);
        var two = example("Tom, 2 absences", true, 1, 6);
        JsonNode outcomes = post(
                "/rules/examples",
                Map.of("ruleSet", "assiduity", "text", text(), "examples", List.of(three, two)),
                200);
        assertThat(outcomes.path("hold").asBoolean()).isFalse();
        assertThat(outcomes.at("/items/0/fires").asBoolean()).isTrue();
        assertThat(outcomes.at("/items/1/fires").asBoolean()).isFalse();
        String rule = created(Map.of("examples", List.of(three, two)));
        String detail = post(rule + "/publish", Map.of("version", 1), 422)
                .path("detail")
                .asString();
        assertThat(Reading.plain(detail))
                .contains("« Tom, 2 absences »")
                .contains("2 demi-journées d'absence non justifiée")
                .contains("(seuil : 3)")
                .doesNotContain("Léa");
        assertThat(get(rule, 200).path("text").isNull()).isTrue();
        var mended = new LinkedHashMap<String, Object>(two);
        mended.put("fires", false);
        call("studio-a", "PUT", rule + "/versions/1", Map.of("text", text(), "examples", List.of(three, mended)), 200);
        JsonNode published = post(rule + "/publish", Map.of("version", 1), 200);
        assertThat(published.at("/versions/0/examples/1/name").asString()).isEqualTo("Tom, 2 absences");
        post(rule + "/retire", Map.of(), 200);
    }

    @Test
    void an_example_that_makes_no_sense_is_refused() {
        var unknown = Map.of("name", "X", "fires", true, "sessions", List.of(Map.of("daysAgo", 1, "status", "ASLEEP")));
        post("/rules", body(Map.of("examples", List.of(unknown))), 422);
        post("/rules", body(Map.of("examples", List.of(Map.of("name", "X")))), 400);
        for (Map<String, ?> course : List.<Map<String, ?>>of(
                Map.of("agreedMinutes", -1),
                Map.of("work", List.of(Map.of("title", "Quiz", "state", "LOST"))),
                Map.of("fundings", List.of(Map.of("code", " "))),
                Map.of("connections", List.of(Map.of("daysAgo", 1, "minutes", 1_441))),
                Map.of("trainerAbsences", List.of(731)))) {
            JsonNode refused = post(
                    "/rules",
                    body(Map.of("examples", List.of(Map.of("name", "X", "fires", true, "course", course)))),
                    422);
            assertThat(refused.path("detail").asString()).contains("course.");
        }
        post(
                "/rules",
                body(Map.of(
                        "examples", List.of(Map.of("name", "X", "fires", true, "learner", Map.of("outside", "MOON"))))),
                422);
        String set = sql.sql("select id from rule where code = 'presence'")
                .query(String.class)
                .single();
        String text = get("/rules/" + set, 200).path("text").asString();
        post("/rules/" + set + "/versions", Map.of("text", text, "examples", List.of(example("X", true, 1))), 422);
        post("/rules/" + set + "/versions", Map.of("text", text, "startsOn", "2030-01-01"), 422);
    }

    @Test
    void an_example_tells_of_the_course_as_far_as_a_rule_may_ask() {
        String text = """
                règle "%s"
                quand
                    le taux de réalisation des heures du financement CPF est inférieur à 50 %%
                    et le taux de réalisation des heures du module M1 est inférieur à 20 %%
                    et l'apprenant a échoué à au moins 1 évaluations
                    et l'apprenant s'est connecté moins de 60 minutes sur les 7 derniers jours
                    et le formateur a été absent à au moins 1 séances de l'apprenant sur les 30 derniers jours
                    et l'apprenant est attendu et toujours noté absent 30 minutes après le début de la séance
                alors
                    prévenir le référent""".formatted(name);
        var course = Map.of(
                "fundings",
                List.of(Map.of("code", "CPF-9", "kind", "CPF", "agreedMinutes", 600, "creditedMinutes", 240)),
                "modules",
                List.of(Map.of("code", "M1", "plannedMinutes", 2_100)),
                "work",
                List.of(Map.of("title", "Quiz", "evaluation", true, "state", "FAILED")),
                "connections",
                List.of(Map.of("daysAgo", 2, "minutes", 45)),
                "trainerAbsences",
                List.of(9));
        var sessions = List.of(
                Map.of("daysAgo", 1, "status", "PRESENT", "module", "M1"),
                Map.of(
                        "daysAgo",
                        0,
                        "status",
                        "ABSENT",
                        "justification",
                        "TO_JUSTIFY",
                        "unsignedBy",
                        List.of("TRAINER")));
        var example = new LinkedHashMap<String, Object>(
                Map.of("name", "Léa", "fires", true, "at", "09:45", "sessions", sessions, "course", course));
        var asked = Map.of("ruleSet", "assiduity", "text", text, "examples", List.of(example));
        JsonNode outcome = post("/rules/examples", asked, 200).at("/items/0");
        assertThat(outcome.path("fires").asBoolean())
                .as(outcome.path("why").asString())
                .isTrue();
        String rule = "/rules/" + post("/rules", asked, 201).path("id").asString();
        JsonNode kept = get(rule, 200).at("/versions/0/examples/0");
        assertThat(kept.path("at").asString()).isEqualTo("09:45:00");
        assertThat(kept.at("/course/fundings/0/kind").asString()).isEqualTo("CPF");
        assertThat(kept.at("/sessions/1/unsignedBy/0").asString()).isEqualTo("TRAINER");
        example.put("at", "09:20");
        JsonNode early = post(
                "/rules/examples", Map.of("ruleSet", "assiduity", "text", text, "examples", List.of(example)), 200);
        assertThat(early.at("/items/0/fires").asBoolean()).isFalse();
        assertThat(early.at("/items/0/why").asString()).contains("20 minutes après le début");
        post(rule + "/retire", Map.of(), 200);
    }

    @Test
    void a_period_that_cannot_be_watched_is_refused_and_not_cut() {
        String rule = created(Map.of());
        for (String wrong : List.of("/rules/watch?days=0", "/rules/watch?days=367", rule + "/watch?weeks=105")) {
            JsonNode refused = get(wrong, 400);
            assertThat(refused.path("detail").asString())
                    .contains(wrong.substring(wrong.indexOf('=') + 1))
                    .contains("de 1 à");
        }
        get("/rules/watch?days=366", 200);
        assertThat(get(rule + "/watch?weeks=104", 200).path("weeks")).hasSize(104);
        get("/rules/" + UUID.randomUUID() + "/watch?weeks=0", 404);
        post(rule + "/retire", Map.of(), 200);
    }

    @Test
    void an_example_is_begun_from_the_sentences_of_its_rule() {
        JsonNode likely = post("/rules/examples/likely", Map.of("ruleSet", "assiduity", "text", text()), 200);
        assertThat(likely.path("sessions")).hasSize(3);
        assertThat(likely.at("/sessions/0/justification").asString()).isEqualTo("UNJUSTIFIED");
        call("studio-trainer", "POST", "/rules/examples/likely", Map.of("ruleSet", "assiduity", "text", text()), 403);
        post("/rules/examples/likely", Map.of("ruleSet", "assiduity"), 400);
        assertThat(post("/rules/examples/likely", Map.of("ruleSet", "assiduity", "text", "rien"), 200)
                        .path("sessions"))
                .isEmpty();
    }

    @Test
    void a_version_that_begins_later_does_not_leave_a_gap() {
        String rule = created(Map.of());
        post(rule + "/publish", Map.of(), 200);
        post(rule + "/versions", Map.of("text", text(), "startsOn", "2040-01-01"), 201);
        post(rule + "/publish", Map.of("version", 2), 422);
        post(rule + "/versions", Map.of("text", text(), "startsOn", "2040-01-02", "endsOn", "2040-01-01"), 422);
        for (String far : List.of("2090-01-01", "2099-12-31", "1899-12-31")) {
            post(rule + "/versions", Map.of("text", text(), "endsOn", far), 422);
        }
        post(rule + "/retire", Map.of(), 200);
    }

    @Test
    void a_problem_comes_with_the_text_that_mends_it_and_a_line_with_what_may_follow() {
        String wrong = text().replace("3 demi-journées", "900 demi-journées");
        JsonNode checked = post("/rules/check", Map.of("ruleSet", "assiduity", "text", wrong), 200);
        assertThat(checked.at("/problems/0/corrected").asString()).isEqualTo(text());
        JsonNode offered = post(
                "/rules/complete",
                Map.of("ruleSet", "assiduity", "text", "règle \"R\"\nquand\n    l'apprenant cumule", "line", 3),
                200);
        assertThat(offered.at("/items/0").asString()).startsWith("    l'apprenant cumule au moins 3 retards");
    }

    @Test
    void rules_leave_as_files_and_come_back_as_drafts() throws Exception {
        String rule = created(Map.of("tags", List.of("retour"), "examples", List.of(example("Léa", true, 1, 2, 3))));
        post(rule + "/publish", Map.of(), 200);
        byte[] zip = bytes("/rules/files");
        Map<String, String> files = unzipped(zip);
        String shipped = Files.readString(Path.of("rules/assiduity/trois-absences.dslr"));
        assertThat(files.get("assiduity/trois-absences.dslr")).isEqualTo(shipped);
        assertThat(files).containsKeys("presence/presence.dslr", "justification/justification.dslr");
        String path = files.keySet().stream()
                .filter(file -> file.endsWith(".dslr") && files.get(file).contains(name))
                .findFirst()
                .orElseThrow();
        assertThat(files.get(path.replace(".dslr", ".json"))).contains("retour", "UNJUSTIFIED");
        JsonNode same = upload("regles.zip", zip, "", 200);
        assertThat(same.path("wrong")).isEmpty();
        assertThat(same.path("taken")
                        .valueStream()
                        .map(one -> one.path("outcome").asString()))
                .containsOnly("UNCHANGED");
        assertThat(new String(bytes(rule + "/file"), StandardCharsets.UTF_8)).isEqualTo(text() + "\n");
        files.put(path, files.get(path).replace("3 demi", "4 demi"));
        files.put("assiduity/neuve.dslr", text().replace(name, name + " bis"));
        files.put("assiduity/fausse.dslr", text().replace("prévenir le référent", "prévenir la lune"));
        JsonNode some = upload("regles.zip", zipped(files), "", 200);
        assertThat(some.path("taken")
                        .valueStream()
                        .filter(one -> !one.path("outcome").asString().equals("UNCHANGED"))
                        .map(one -> one.path("file").asString() + " "
                                + one.path("outcome").asString()))
                .containsExactlyInAnyOrder(path + " DRAFTED", "assiduity/neuve.dslr CREATED");
        assertThat(some.at("/wrong/0/file").asString()).isEqualTo("assiduity/fausse.dslr");
        assertThat(some.at("/wrong/0/line").asInt()).isEqualTo(5);
        assertThat(some.at("/wrong/0/problem").asString()).contains("prévenir la lune");
        JsonNode after = get(rule, 200);
        assertThat(after.path("text").asString()).as("a draft changes nothing").isEqualTo(text());
        assertThat(after.at("/versions/1/state").asString()).isEqualTo("DRAFT");
        assertThat(after.at("/versions/1/examples/0/name").asString()).isEqualTo("Léa");
        post(rule + "/retire", Map.of(), 200);
        String added = some.path("taken")
                .valueStream()
                .filter(one -> one.path("outcome").asString().equals("CREATED"))
                .findFirst()
                .orElseThrow()
                .path("ruleId")
                .asString();
        post("/rules/" + added + "/retire", Map.of(), 200);
    }

    @Test
    void a_set_of_parameters_leaves_as_a_file_comes_back_as_a_draft_is_compared_and_rolled_back() throws Exception {
        String path = "presence/presence.dslr";
        String usual = unzipped(bytes("/rules/files")).get(path);
        String rule = "/rules/"
                + sql.sql("select id from rule where code = 'presence'")
                        .query(String.class)
                        .single();
        JsonNode before = get(rule, 200);
        String more = "pour le financeur CPF, retard toléré : 5 minutes";
        JsonNode taken = upload("regles.zip", zipped(Map.of(path, usual + more + "\n")), "", 200);
        assertThat(taken.at("/taken/0/outcome").asString()).isEqualTo("DRAFTED");
        JsonNode drafted = get(rule, 200);
        assertThat(drafted.path("text")).as("a draft changes nothing").isEqualTo(before.path("text"));
        int version = drafted.path("versions").size();
        int published = before.path("versions")
                .valueStream()
                .filter(one -> one.path("state").asString().equals("PUBLISHED"))
                .findFirst()
                .orElseThrow()
                .path("version")
                .asInt();
        JsonNode difference = get(rule + "/difference?from=" + published + "&to=" + version, 200);
        assertThat(difference
                        .path("sentences")
                        .valueStream()
                        .map(JsonNode::asString)
                        .map(Reading::plain))
                .containsExactly("Ajouté : « " + more + " »");
        post(rule + "/publish", Map.of("version", version, "reason", "CPF"), 200);
        try {
            assertThat(unzipped(bytes("/rules/files")).get(path)).isEqualTo(usual + more + "\n");
        } finally {
            post(rule + "/rollback", Map.of("version", published, "reason", "Fin de l'essai"), 200);
        }
        assertThat(unzipped(bytes("/rules/files")).get(path)).isEqualTo(usual);
    }

    @Test
    void a_file_that_is_no_rule_file_is_refused() throws Exception {
        upload("photo.png", new byte[] {1, 2, 3}, "", 415);
        upload("regles.zip", "PK\u0003\u0004cassé".getBytes(StandardCharsets.UTF_8), "", 422);
        JsonNode wrong = upload("latin.dslr", "règle".getBytes(StandardCharsets.ISO_8859_1), "", 200);
        assertThat(wrong.at("/wrong/0/problem").asString()).contains("UTF-8");
        byte[] rule = text().getBytes(StandardCharsets.UTF_8);
        JsonNode dry = upload("essai.dslr", rule, "?dryRun=true", 200);
        assertThat(dry.at("/taken/0/outcome").asString()).isEqualTo("CREATED");
        assertThat(sql.sql("select count(*) from rule where name = ?")
                        .param(name)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private String text() {
        return TEXT.formatted(name);
    }

    private Map<String, Object> body(Map<String, ?> more) {
        var body = new LinkedHashMap<String, Object>(Map.of("ruleSet", "assiduity", "text", text()));
        body.putAll(more);
        return body;
    }

    private String created(Map<String, ?> more) {
        return "/rules/" + post("/rules", body(more), 201).path("id").asString();
    }

    private static Map<String, Object> example(String name, boolean fires, int... daysAgo) {
        var sessions = java.util.Arrays.stream(daysAgo)
                .mapToObj(days -> Map.of("daysAgo", days, "status", "ABSENT", "justification", "UNJUSTIFIED"))
                .toList();
        return Map.of("name", name, "fires", fires, "sessions", sessions);
    }

    private String journal(String rule, String action) {
        return sql.sql(
                        "select after::text from journal_entry where action = ? and subject_id = ? order by seq desc limit 1")
                .params(action, rule.substring("/rules/".length()))
                .query(String.class)
                .single();
    }

    private JsonNode get(String path, int status) {
        return call("studio-a", "GET", path, null, status);
    }

    private JsonNode post(String path, Object body, int status) {
        return call("studio-a", "POST", path, body, status);
    }

    private JsonNode call(String user, String method, String path, Object body, int status) {
        var answer = calls.send(HttpRequest.newBuilder(calls.uri("/api/v1" + path))
                .header("Authorization", calls.authorization(user))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private byte[] bytes(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(calls.uri("/api/v1" + path))
                            .header("Authorization", calls.authorization("studio-trainer"))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }

    private JsonNode upload(String fileName, byte[] content, String query, int status) throws IOException {
        var body = new ByteArrayOutputStream();
        body.write(("--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(content);
        body.write("\r\n--limit--\r\n".getBytes(StandardCharsets.UTF_8));
        var answer = calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/rules/files" + query))
                .header("Authorization", calls.authorization("studio-a"))
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private static Map<String, String> unzipped(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static byte[] zipped(Map<String, String> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
