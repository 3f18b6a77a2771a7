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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What cannot be meant is refused; what is unusual is kept and remarked; what cannot be removed says what to do instead. */
@AssiduIT
class UnusualRecordsIT {

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
        centre = new SmallCentre(sql, 1);
        calls.account("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
    }

    @Test
    void nobody_was_born_tomorrow_and_nothing_is_planned_in_2099() {
        for (String day : List.of("2027-01-05", "2099-12-31", "1899-12-31")) {
            assertThat(fields(call("POST", "/learners", learner(day)))).as(day).contains("birthDate");
        }
        assertThat(call("POST", "/learners", learner("2027-01-04")).statusCode())
                .isEqualTo(201);
        JsonNode group = read(call("GET", "/groups/" + centre.group, null));
        for (String year : List.of("2060", "2099", "2100")) {
            var refused = call(
                    "PUT",
                    "/groups/" + centre.group,
                    group.toString().replaceAll("\"endsOn\":\"\\d{4}", "\"endsOn\":\"" + year));
            assertThat(fields(refused)).as(year + refused.body()).containsExactly("endsOn");
        }
    }

    @Test
    void two_enrolments_at_once_in_one_programme_are_remarked() {
        JsonNode first = read(call("GET", "/enrolments/" + enrolment(), null));
        String second = """
                {"learnerId": "%s", "programmeId": "%s", "groupId": "%s", "startsOn": "%s", "endsOn": "%s", "agreedMinutes": 600}
                """.formatted(
                        first.path("learnerId").asString(),
                        first.path("programmeId").asString(),
                        first.path("groupId").asString(),
                        first.path("startsOn").asString(),
                        first.path("endsOn").asString());
        var kept = call("POST", "/enrolments", second);
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
        JsonNode warning = read(kept).path("warnings").get(0);
        assertThat(warning.path("field").asString()).isEqualTo("learnerId");
        assertThat(warning.path("problem").asString())
                .contains("suit déjà ce parcours", first.path("number").asString());
    }

    @Test
    void what_a_group_s_new_days_and_programme_leave_behind_is_remarked() {
        centre.session(Instant.parse("2027-03-10T08:00:00Z"));
        sql.sql("update learner_group set starts_on = '2027-01-04', ends_on = '2027-06-30' where id = ?")
                .param(centre.group)
                .update();
        JsonNode group = read(call("GET", "/groups/" + centre.group, null));
        var same = call("PUT", "/groups/" + centre.group, group.toString());
        assertThat(read(same).path("warnings")).as(same.body()).isEmpty();
        String other = read(call("POST", "/programmes", """
                        {"code": "P%s", "title": "Autre", "nature": "TRAINING", "plannedMinutes": 2100}
                        """.formatted(centre.code)))
                .path("id")
                .asString();
        var moved = call(
                "PUT",
                "/groups/" + centre.group,
                group.toString()
                        .replace("\"endsOn\":\"2027-06-30\"", "\"endsOn\":\"2027-02-26\"")
                        .replace(group.path("programmeId").asString(), other));
        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
        assertThat(read(moved)
                        .path("warnings")
                        .valueStream()
                        .map(one -> one.path("problem").asString()))
                .anySatisfy(said -> assertThat(said).contains("Une séance de ce groupe est hors de ses dates"))
                .anySatisfy(said -> assertThat(said).contains("Une inscription de ce groupe est", "autre parcours"));
    }

    @Test
    void what_cannot_be_removed_says_what_can_be_done() {
        centre.session(Instant.parse("2027-03-10T08:00:00Z"));
        for (String path : List.of(
                "/groups/" + centre.group, "/learners/" + centre.learners.getFirst(), "/enrolments/" + enrolment())) {
            var refused = call("DELETE", path, null);
            assertThat(refused.statusCode()).as(path).isEqualTo(409);
            assertThat(read(refused).path("detail").asString())
                    .as(path)
                    .doesNotContain("ne servant plus")
                    .contains("reste dans l’historique")
                    .containsAnyOf("date de fin", "déclarez");
        }
    }

    private UUID enrolment() {
        return sql.sql("select id from enrolment where learner_id = ?")
                .param(centre.learners.getFirst())
                .query(UUID.class)
                .single();
    }

    private String learner(String birthDate) {
        return """
                {"externalId": "N%1$s", "firstName": "Zoé", "lastName": "Neuve", "email": "n-%1$s@essai.example",
                 "birthDate": "%2$s"}
                """.formatted(centre.code, birthDate);
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

    private HttpResponse<String> call(String verb, String path, @Nullable String body) {
        return calls.send(HttpRequest.newBuilder(calls.uri("/api/v1" + path))
                .header("Authorization", calls.authorization("q-" + centre.code))
                .header("Content-Type", "application/json")
                .method(
                        verb,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
