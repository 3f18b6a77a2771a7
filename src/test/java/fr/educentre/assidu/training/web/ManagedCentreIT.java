package fr.educentre.assidu.training.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a centre is made of is entered, corrected, ended and removed by calls; each change has its history. */
@AssiduIT
class ManagedCentreIT {

    @Autowired
    JdbcClient sql;

    @Autowired
    Calls calls;

    private final JsonMapper json = JsonMapper.builder().build();
    private final String code = Long.toString(System.nanoTime(), 36);

    @BeforeEach
    void people() {
        calls.account("a-" + code, Role.ADMIN, SmallCentre.id());
        calls.account("q-" + code, Role.QUALITY_MANAGER, SmallCentre.id());
    }

    @Test
    void a_site_is_added_read_and_changed_with_its_version() {
        var added = admin("POST", "/sites", site("Saint-Denis", "Indian/Reunion"));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        String location = added.headers().firstValue("Location").orElseThrow();
        JsonNode first = read(added);
        assertThat(location).endsWith("/api/v1/sites/" + first.path("id").asString());
        assertThat(first.path("zone").asString()).isEqualTo("Indian/Reunion");
        assertThat(first.path("postalCode").asString()).isEqualTo("97400");
        assertThat(first.path("closures").get(0).path("name").asString()).isEqualTo("Fête");

        String path = "/sites/" + first.path("id").asString();
        String changed = json.writeValueAsString(first).replace("Saint-Denis", "Saint-Pierre");
        var second = admin("PUT", path, changed);
        assertThat(second.statusCode()).as(second.body()).isEqualTo(200);
        assertThat(read(admin("GET", path, null)).path("name").asString()).isEqualTo("Saint-Pierre");

        JsonNode history = read(admin("GET", path + "/history", null));
        assertThat(history).hasSize(2);
        assertThat(history.get(0).path("by").asString()).isEqualTo("a-" + code);
        assertThat(history.get(0).path("before").path("name").asString()).isEqualTo("Saint-Denis");
        assertThat(history.get(0).path("after").path("name").asString()).isEqualTo("Saint-Pierre");
        assertThat(history.get(0).path("after").has("code"))
                .as("what stayed the same")
                .isFalse();
    }

    @Test
    void who_is_second_is_told_who_changed_it_and_nothing_is_lost() {
        JsonNode first = read(admin("POST", "/sites", site("Lyon", "Europe/Paris")));
        String path = "/sites/" + first.path("id").asString();
        calls.account("b-" + code, Role.ADMIN, SmallCentre.id());
        call("b-" + code, "PUT", path, json.writeValueAsString(first).replace("Lyon", "Lyon Part-Dieu"));
        var late = admin("PUT", path, json.writeValueAsString(first).replace("Lyon", "Lyon Confluence"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(read(late).path("changedBy").asString()).isEqualTo("b-" + code);
        assertThat(read(late).path("changedAt").asString()).isNotEmpty();
        assertThat(read(admin("GET", path, null)).path("name").asString()).isEqualTo("Lyon Part-Dieu");
    }

    @Test
    void each_field_that_is_wrong_is_named_with_its_remedy() {
        var refused = admin("POST", "/sites", """
                {"code": " ", "name": "Paris", "zone": "Paris", "address": "1 rue", "postalCode": "75001", "city": "Paris",
                 "holidays": "METROPOLE", "retired": false, "closures": [{"from": "2026-12-31", "to": "2026-12-24", "name": ""}]}
                """);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(fields(refused)).containsExactlyInAnyOrder("code", "zone", "closures[0].to");
        assertThat(refused.body()).contains("Fuseau inconnu", "La fin vient avant le début");
    }

    @Test
    void a_code_that_is_taken_is_refused() {
        admin("POST", "/sites", site("Nantes", "Europe/Paris"));
        var again = admin("POST", "/sites", site("Nantes bis", "Europe/Paris"));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(fields(again)).containsExactly("code");
    }

    @Test
    void the_same_key_again_answers_the_first_result() {
        String body = site("Brest", "Europe/Paris");
        var first = post("/sites", body, "key-" + code);
        var second = post("/sites", body, "key-" + code);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(read(second).path("id")).isEqualTo(read(first).path("id"));
        assertThat(count("select count(*) from site where code = ?", "S" + code))
                .isEqualTo(1);
    }

    @Test
    void what_is_used_is_not_removed_and_says_by_what() {
        var centre = new SmallCentre(sql, 1);
        UUID site = sql.sql("select site_id from learner_group where id = ?")
                .param(centre.group)
                .query(UUID.class)
                .single();
        var refused = admin("DELETE", "/sites/" + site, null);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Un groupe y est rattaché");

        String alone = read(admin("POST", "/sites", site("Vide", "Europe/Paris")))
                .path("id")
                .asString();
        assertThat(admin("DELETE", "/sites/" + alone, null).statusCode()).isEqualTo(204);
        assertThat(admin("GET", "/sites/" + alone, null).statusCode()).isEqualTo(404);
    }

    @Test
    void one_that_is_no_longer_used_is_listed_where_asked_for() {
        JsonNode first = read(admin("POST", "/sites", site("Ancien " + code, "Europe/Paris")));
        admin(
                "PUT",
                "/sites/" + first.path("id").asString(),
                json.writeValueAsString(first).replace("\"retired\":false", "\"retired\":true"));
        assertThat(read(admin("GET", "/sites?q=ancien+" + code, null))
                        .path("totalElements")
                        .asInt())
                .isZero();
        assertThat(read(admin("GET", "/sites?ended=true&q=ancien+" + code, null))
                        .path("totalElements")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void modules_keep_their_key_while_what_is_said_of_them_changes() {
        JsonNode first = read(quality("POST", "/programmes", """
                {"code": "P%s", "title": "Bureautique", "nature": "TRAINING", "plannedMinutes": 2100, "retired": false,
                 "modules": [{"code": "M1", "title": "Tableur", "plannedMinutes": 1050, "activityIds": ["https://lrs.example/m1"]},
                             {"code": "M2", "title": "Texte", "plannedMinutes": 1050, "activityIds": []}]}
                """.formatted(code)));
        String path = "/programmes/" + first.path("id").asString();
        String module = first.path("modules").get(1).path("id").asString();
        var reordered = quality("PUT", path, """
                {"version": %d, "code": "P%s", "title": "Bureautique", "nature": "TRAINING", "plannedMinutes": 2100,
                 "retired": false,
                 "modules": [{"id": "%s", "code": "M2", "title": "Traitement de texte", "plannedMinutes": 900}]}
                """.formatted(first.path("version").asInt(), code, module));
        assertThat(reordered.statusCode()).as(reordered.body()).isEqualTo(200);
        JsonNode now = read(quality("GET", path, null)).path("modules");
        assertThat(now).hasSize(1);
        assertThat(now.get(0).path("id").asString()).isEqualTo(module);
        assertThat(now.get(0).path("title").asString()).isEqualTo("Traitement de texte");
    }

    @Test
    void who_changes_a_part_changes_the_whole_for_who_read_it_before() {
        JsonNode first = read(quality("POST", "/programmes", """
                {"code": "V%s", "title": "Bureautique", "nature": "TRAINING", "plannedMinutes": 2100,
                 "modules": [{"code": "M1", "title": "Tableur", "plannedMinutes": 1050, "activityIds": ["a", "b", "c"]}]}
                """.formatted(code)));
        String path = "/programmes/" + first.path("id").asString();
        String reordered = json.writeValueAsString(first).replace("[\"a\",\"b\",\"c\"]", "[\"c\",\"a\"]");
        assertThat(quality("PUT", path, reordered).statusCode()).isEqualTo(200);
        JsonNode now = read(quality("GET", path, null));
        assertThat(now.path("modules").get(0).path("activityIds").valueStream().map(JsonNode::asString))
                .containsExactly("c", "a");
        assertThat(now.path("retired").asBoolean()).as("not said, it is used").isFalse();
        assertThat(quality("PUT", path, reordered).statusCode())
                .as("the version before")
                .isEqualTo(409);
    }

    @Test
    void an_employer_has_contacts_and_tutors() {
        var added = quality("POST", "/employers", """
                {"code": "E%s", "name": "Boulangerie", "siret": "732 829 320 00074", "retired": false,
                 "contacts": [{"name": "Eva Pain", "role": "Gérante", "email": "eva@pain.example", "phone": ""},
                              {"name": "Luc Mie", "role": "", "email": "luc@pain.example", "phone": ""}],
                 "tutors": [{"firstName": "Zoé", "lastName": "Levain", "email": "", "phone": ""}]}
                """.formatted(code));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        JsonNode kept =
                read(quality("GET", "/employers/" + read(added).path("id").asString(), null));
        assertThat(kept.path("siret").asString()).isEqualTo("73282932000074");
        assertThat(kept.path("contacts")).hasSize(2);
        assertThat(kept.path("contacts").get(1).path("name").asString()).isEqualTo("Luc Mie");
        assertThat(kept.path("tutors").get(0).path("lastName").asString()).isEqualTo("Levain");
    }

    @Test
    void a_siret_whose_key_is_wrong_is_refused() {
        var refused = quality(
                "POST",
                "/employers",
                "{\"code\": \"E" + code + "\", \"name\": \"X\", \"siret\": \"73282932000075\", \"retired\": false}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(fields(refused)).containsExactly("siret");
    }

    @Test
    void trainers_referents_and_funders_are_kept() {
        for (String path : List.of("/trainers", "/referents", "/funders")) {
            var added = quality("POST", path, """
                    {"externalId": "X%1$s", "code": "X%1$s", "name": "Région", "kind": "REGION", "firstName": "Ada",
                     "lastName": "Essai", "email": "ada@essai.example", "phone": "0102", "retired": false}
                    """.formatted(code));
            assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
            String one = path + "/" + read(added).path("id").asString();
            assertThat(quality("GET", one, null).statusCode()).isEqualTo(200);
            assertThat(quality("DELETE", one, null).statusCode()).isEqualTo(204);
        }
    }

    @Test
    void a_learner_is_enrolled_by_hand_and_then_expected_until_an_interruption() {
        var centre = new SmallCentre(sql, 0);
        String programme = id("select programme_id from learner_group where id = ?", centre.group);
        String site = id("select site_id from learner_group where id = ?", centre.group);
        JsonNode group = read(quality("POST", "/groups", """
                {"code": "H%s", "name": "À la main", "programmeId": "%s", "siteId": "%s", "referentId": "%s",
                 "startsOn": "2027-01-04", "endsOn": "2027-06-30",
                 "companyPeriods": [{"kind": "COMPANY", "from": "2027-02-01", "to": "2027-02-12"}]}
                """.formatted(code, programme, site, centre.referent)));
        String groupId = group.path("id").asString();
        assertThat(read(quality("GET", "/groups/" + groupId, null))
                        .path("version")
                        .asInt())
                .isEqualTo(group.path("version").asInt());

        JsonNode learner = read(quality("POST", "/learners", """
                {"externalId": "L%1$s", "firstName": "Zoé", "lastName": "Main", "email": "zoe-%1$s@essai.example",
                 "phone": "", "birthDate": "2010-02-03",
                 "guardians": [{"firstName": "Rose", "lastName": "Main", "email": "rose@essai.example", "phone": ""}]}
                """.formatted(code)));
        String learnerId = learner.path("id").asString();
        JsonNode funder = read(quality(
                "POST",
                "/funders",
                "{\"code\": \"F" + code + "\", \"name\": \"OPCO\", \"kind\": \"OPCO\", \"retired\": false}"));
        var enrolled = quality("POST", "/enrolments", """
                {"learnerId": "%s", "programmeId": "%s", "groupId": "%s", "apprenticeship": false, "startsOn": "2027-01-04",
                 "endsOn": "2027-06-30", "agreedMinutes": 6000, "convention": {"number": "C-1", "signedOn": "2026-12-01"},
                 "accommodations": "tiers temps",
                 "fundings": [{"funderId": "%s", "fileNumber": "D-1", "agreedMinutes": 6000, "startsOn": "2027-01-04",
                               "endsOn": "2027-06-30", "creditingMethod": "MINUTE"}]}
                """.formatted(
                        learnerId, programme, groupId, funder.path("id").asString()));
        assertThat(enrolled.statusCode()).as(enrolled.body()).isEqualTo(201);
        assertThat(read(enrolled).path("number").asString()).startsWith("INS-2027-");
        assertThat(count("select count(*) from group_membership where learner_id = ?", UUID.fromString(learnerId)))
                .isEqualTo(1);

        String enrolment = "/enrolments/" + read(enrolled).path("id").asString();
        assertThat(quality("GET", enrolment + "/history", null).body())
                .as("what was arranged for somebody is nobody else's")
                .doesNotContain("tiers temps");
        UUID session = sql.sql("select id from training_session where group_id = ?")
                .param(centre.group)
                .query(UUID.class)
                .optional()
                .orElseGet(() -> centre.session(java.time.Instant.parse("2027-03-10T08:00:00Z")));
        sql.sql("update training_session set group_id = ? where id = ?")
                .params(UUID.fromString(groupId), session)
                .update();
        assertThat(count("select count(*) from session_expected where session_id = ?", session))
                .isEqualTo(1);
        String event = """
                {"kind": "INTERRUPTION", "on": "2027-03-01", "lastPresence": "2027-02-26", "reason": "Déménagement"}
                """;
        assertThat(quality("POST", enrolment + "/events", event).statusCode()).isEqualTo(201);
        assertThat(count("select count(*) from session_expected where session_id = ?", session))
                .as("no absence after an interruption")
                .isZero();
        var another = new SmallCentre(sql, 1).learners.getFirst();
        JsonNode kept = read(quality("GET", enrolment, null));
        var given = quality("PUT", enrolment, json.writeValueAsString(kept).replace(learnerId, another.toString()));
        assertThat(given.statusCode()).as("it stays its learner's").isEqualTo(422);
        assertThat(fields(given)).containsExactly("learnerId");
        var again = quality("POST", enrolment + "/events", event.replace("2027-03-01", "2027-03-02"));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(fields(again)).containsExactly("kind");
        assertThat(quality("DELETE", enrolment, null).statusCode())
                .as("what happened to it keeps it")
                .isEqualTo(409);
    }

    @Test
    void a_referent_corrects_how_their_learners_are_reached_and_nothing_else() {
        var centre = new SmallCentre(sql, 1);
        calls.account("r-" + code, Role.REFERENT, centre.referent);
        calls.account("o-" + code, Role.REFERENT, SmallCentre.id());
        String path = "/learners/" + centre.learners.getFirst();
        var seen = call("r-" + code, "GET", path, null);
        assertThat(read(seen).path("version").isNumber()).isTrue();
        assertThat(read(call("o-" + code, "GET", path, null)).has("version"))
                .as("another's learner")
                .isFalse();
        String phone = seen.body().replace("\"phone\":null", "\"phone\":\"0611223344\"");
        var changed = call("r-" + code, "PUT", path, phone);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(call("o-" + code, "PUT", path, phone).statusCode()).isEqualTo(403);
        String renamed = changed.body().replace("\"firstName\":\"Lou\"", "\"firstName\":\"Loup\"");
        assertThat(call("r-" + code, "PUT", path, renamed).statusCode()).isEqualTo(403);
        assertThat(call("r-" + code, "POST", "/learners", "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void only_those_who_keep_a_kind_may_call() {
        for (String path : List.of("/organisation", "/sites")) {
            assertThat(quality("GET", path, null).statusCode()).as(path).isEqualTo(403);
        }
        for (String path : List.of("/programmes", "/trainers", "/referents", "/funders", "/employers")) {
            assertThat(admin("GET", path, null).statusCode()).as(path).isEqualTo(403);
            assertThat(admin("POST", path, "{}").statusCode()).as(path).isEqualTo(403);
        }
        for (Role role : List.of(Role.TRAINER, Role.REFERENT, Role.AUDITOR, Role.LEARNER)) {
            calls.account(role + code, role, SmallCentre.id());
            assertThat(call(role + code, "GET", "/sites", null).statusCode()).isEqualTo(403);
            assertThat(call(role + code, "GET", "/employers", null).statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void the_organisation_is_kept_with_who_signs_for_it() {
        var before = admin("GET", "/organisation", null);
        int version =
                before.statusCode() == 404 ? 0 : read(before).path("version").asInt();
        String body = """
                {"version": %s, "name": "Centre Essai", "siret": "73282932000074", "nda": "11750000075",
                 "ndaRegion": "Île-de-France", "address": "1 rue", "postalCode": "75001", "city": "Paris", "phone": "0102030405",
                 "email": "contact@essai.example", "representativeName": "Ada Essai", "representativeTitle": "Directrice",
                 "signatories": [{"name": "Léo Signe", "title": "Responsable %s", "from": "2026-01-01", "to": null}]}
                """;
        var put =
                admin("PUT", "/organisation", body.formatted(before.statusCode() == 404 ? "null" : version + "", code));
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
        assertThat(read(admin("GET", "/organisation", null))
                        .path("signatories")
                        .get(0)
                        .path("title")
                        .asString())
                .isEqualTo("Responsable " + code);
        var stale = admin("PUT", "/organisation", body.formatted(version - 1, code));
        assertThat(stale.statusCode()).isEqualTo(409);
    }

    private String id(String select, Object value) {
        return sql.sql(select).param(value).query(UUID.class).single().toString();
    }

    private String site(String name, String zone) {
        return """
                {"code": "%s", "name": "%s", "zone": "%s", "address": "1 rue de l'Essai", "postalCode": "97400",
                 "city": "Ville", "phone": "0102030405", "holidays": "METROPOLE", "retired": false,
                 "closures": [{"from": "2026-12-24", "to": "2026-12-31", "name": "Fête"}]}
                """.formatted("S" + code, name, zone);
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

    private long count(String select, Object value) {
        return sql.sql(select).param(value).query(Long.class).single();
    }

    private HttpResponse<String> admin(String verb, String path, String body) {
        return call("a-" + code, verb, path, body);
    }

    private HttpResponse<String> quality(String verb, String path, String body) {
        return call("q-" + code, verb, path, body);
    }

    private HttpResponse<String> post(String path, String body, String key) {
        return calls.send(HttpRequest.newBuilder(calls.uri("/api/v1" + path))
                .header("Authorization", calls.authorization("a-" + code))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpResponse<String> call(String account, String verb, String path, String body) {
        return calls.send(HttpRequest.newBuilder(calls.uri("/api/v1" + path))
                .header("Authorization", calls.authorization(account))
                .header("Content-Type", "application/json")
                .method(
                        verb,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
