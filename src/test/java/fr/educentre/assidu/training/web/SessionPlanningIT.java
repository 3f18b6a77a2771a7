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
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sessions are planned, moved, cancelled and postponed by hand; who is expected follows. */
@AssiduIT
class SessionPlanningIT {

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
    void a_session_is_planned_by_the_time_of_its_site_and_moved() {
        var added = call("POST", "/sessions", session("2027-03-10T09:00", "2027-03-10T12:30"));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        JsonNode first = read(added);
        assertThat(first.path("startsAt").asString()).isEqualTo("2027-03-10T09:00+01:00");
        String path = "/sessions/" + first.path("id").asString();
        JsonNode shown = read(call("GET", path, null));
        assertThat(shown.path("taughtMinutes").asInt()).isEqualTo(195);
        assertThat(count("select count(*) from session_expected where session_id = '"
                        + first.path("id").asString() + "'"))
                .isEqualTo(2);

        // What GET answers may be given back, with what is to change.
        String moved = added.body().replace("2027-03-10", "2027-03-11").replace("\"warnings\":[]", "\"warnings\":[]");
        var changed = call("PUT", path, moved);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        JsonNode now = read(call("GET", path, null));
        assertThat(now.path("startsAt").asString()).startsWith("2027-03-11T09:00");
        assertThat(sql.sql("select planned_on from training_session where id = ?::uuid")
                        .param(first.path("id").asString())
                        .query(java.time.LocalDate.class)
                        .single())
                .as("the day first planned stays")
                .isEqualTo("2027-03-10");
        assertThat(call("PUT", path, moved).statusCode()).as("an older version").isEqualTo(409);
    }

    @Test
    void what_overlaps_is_told_and_planned_all_the_same() {
        call("POST", "/sessions", session("2027-03-10T09:00", "2027-03-10T12:30"));
        var second = call("POST", "/sessions", session("2027-03-10T10:00", "2027-03-10T13:00"));
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(read(second)
                        .path("warnings")
                        .valueStream()
                        .map(one -> one.path("field").asString()))
                .containsExactlyInAnyOrder("groupId", "trainerId", "room");
    }

    @Test
    void hours_that_do_not_exist_and_slots_that_cannot_be_are_refused() {
        assertThat(fields(call("POST", "/sessions", session("2027-03-28T02:30", "2027-03-28T05:00"))))
                .as("the clocks skip that hour")
                .containsExactly("startsAt");
        assertThat(fields(call("POST", "/sessions", session("1900-12-11T09:00", "1900-12-11T12:00"))))
                .containsExactlyInAnyOrder("endsAt", "startsAt");
        assertThat(fields(call("POST", "/sessions", session("2027-03-10T10:30", "2027-03-10T10:45"))))
                .as("nothing but a break")
                .containsExactly("breaks[0].from");
        assertThat(fields(call("POST", "/sessions", session("2027-03-10T12:00", "2027-03-10T09:00"))))
                .containsExactly("endsAt");
        assertThat(fields(call("POST", "/sessions", session("2027-03-10T08:00", "2027-03-10T18:00"))))
                .as("longer than half a day")
                .containsExactly("endsAt");
    }

    @Test
    void of_an_hour_that_comes_twice_it_is_asked_which_one_is_meant() {
        inParis();
        var asked = call("POST", "/sessions", bare("2027-10-31T02:30", "2027-10-31T05:00"));
        assertThat(fields(asked)).containsExactly("startsAt");
        assertThat(read(asked).path("errors").get(0).path("problem").asString())
                .contains("02:30 arrive deux fois", "+02:00", "+01:00");
        JsonNode first = read(call("POST", "/sessions", bare("2027-10-31T02:30+02:00", "2027-10-31T05:00")));
        assertThat(first.path("startsAt").asString()).isEqualTo("2027-10-31T02:30+02:00");
        JsonNode second = read(call("POST", "/sessions", bare("2027-10-31T02:30+01:00", "2027-10-31T05:00")));
        assertThat(second.path("startsAt").asString()).isEqualTo("2027-10-31T02:30+01:00");

        String path = "/sessions/" + second.path("id").asString();
        String ambiguous = second.toString().replace("2027-10-31T02:30+01:00", "2027-10-31T02:30");
        assertThat(fields(call("PUT", path, ambiguous))).containsExactly("startsAt");
        for (String start : List.of("2027-10-31T02:30", "2027-03-28T02:30", "2099-03-10T09:00")) {
            assertThat(fields(call(
                            "POST", path + "/postpone", "{\"reason\": \"Grève\", \"newStartsAt\": \"" + start + "\"}")))
                    .as(start)
                    .containsExactly("newStartsAt");
        }
    }

    @Test
    void years_far_away_are_refused() {
        for (int year : new int[] {1999, 2060, 2099, 2100}) {
            assertThat(fields(call("POST", "/sessions", bare(year + "-03-10T09:00", year + "-03-10T12:00"))))
                    .as("" + year)
                    .containsExactlyInAnyOrder("startsAt", "endsAt");
        }
        assertThat(fields(call("POST", "/sessions/series", series("2099-04-19", "2099-05-17", "09:00"))))
                .containsExactlyInAnyOrder("from", "to");
    }

    @Test
    void whoever_teaches_beside_the_trainer_is_another_trainer_named_once() {
        String unknown = bare("2027-03-10T09:00", "2027-03-10T12:30")
                .replace("\"room\"", "\"coTrainers\": [\"" + SmallCentre.id() + "\"], \"room\"");
        assertThat(fields(call("POST", "/sessions", unknown))).containsExactly("coTrainerIds[0]");
        String same = bare("2027-03-10T09:00", "2027-03-10T12:30")
                .replace("\"room\"", "\"coTrainers\": [\"" + centre.trainer + "\"], \"room\"");
        assertThat(fields(call("POST", "/sessions", same))).containsExactly("coTrainerIds[0]");
    }

    @Test
    void a_series_asks_for_what_it_would_have_to_guess() {
        inParis();
        assertThat(fields(call("POST", "/sessions/series", series("2027-10-25", "2027-11-05", "02:30"))))
                .as("the hour that comes twice")
                .containsExactly("startTime");
        assertThat(fields(call("POST", "/sessions/series", series("2027-03-22", "2027-04-02", "02:30"))))
                .as("the hour that is skipped")
                .containsExactly("startTime");
        assertThat(fields(call(
                        "POST",
                        "/sessions/series",
                        series("2027-04-19", "2027-04-23", "09:00")
                                .replace("\"startTime\"", "\"breakFrom\": \"10:00\", \"startTime\""))))
                .as("half a break")
                .containsExactly("breakTo");
    }

    @Test
    void one_that_is_cancelled_expects_nobody_to_be_relaunched_and_is_no_longer_changed() {
        JsonNode first = read(call("POST", "/sessions", session("2027-03-10T09:00", "2027-03-10T12:30")));
        String path = "/sessions/" + first.path("id").asString();
        assertThat(fields(call("POST", path + "/cancel", "{\"reason\": \" \"}")))
                .containsExactly("reason");
        assertThat(call("POST", path + "/cancel", "{\"reason\": \"Formateur malade\", \"causedBy\": \"TRAINER\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(read(call("GET", path, null)).path("state").asString()).isEqualTo("CANCELLED");
        assertThat(call("POST", path + "/cancel", "{\"reason\": \"encore\"}").statusCode())
                .isEqualTo(409);
    }

    @Test
    void one_that_is_postponed_is_held_in_another_as_long() {
        JsonNode first = read(call("POST", "/sessions", session("2027-03-10T09:00", "2027-03-10T12:30")));
        String path = "/sessions/" + first.path("id").asString();
        call("DELETE", path + "/participants/" + centre.learners.getFirst(), null);
        var later = call("POST", path + "/postpone", "{\"reason\": \"Grève\", \"newStartsAt\": \"2027-04-07T14:00\"}");
        assertThat(later.statusCode()).as(later.body()).isEqualTo(201);
        assertThat(read(later).path("startsAt").asString()).isEqualTo("2027-04-07T14:00+02:00");
        assertThat(read(later).path("endsAt").asString()).isEqualTo("2027-04-07T17:30+02:00");
        assertThat(read(later).path("breaks").get(0).path("from").asString()).isEqualTo("2027-04-07T15:30+02:00");
        assertThat(read(call("GET", path, null)).path("state").asString()).isEqualTo("POSTPONED");
        assertThat(count("select count(*) from session_expected where session_id = '"
                        + read(later).path("id").asString() + "'"))
                .as("who was taken out stays so")
                .isEqualTo(1);
    }

    @Test
    void somebody_is_taken_out_of_a_session_and_back_in() {
        JsonNode first = read(call("POST", "/sessions", session("2027-03-10T09:00", "2027-03-10T12:30")));
        String id = first.path("id").asString();
        String path = "/sessions/" + id + "/participants/" + centre.learners.getFirst();
        String expected = "select count(*) from session_expected where session_id = '" + id + "'";
        assertThat(call("DELETE", path, null).statusCode()).isEqualTo(204);
        assertThat(count(expected)).isEqualTo(1);
        assertThat(call("POST", path, null).statusCode()).isEqualTo(204);
        assertThat(count(expected)).isEqualTo(2);
    }

    @Test
    void a_series_leaves_out_holidays_closures_and_company_periods_and_is_planned_once() {
        sql.sql(
                        "insert into site_closure (site_id, from_on, to_on, name) select site_id, '2027-04-26', '2027-04-30', 'Pont'"
                                + " from learner_group where id = ?")
                .param(centre.group)
                .update();
        sql.sql(
                        "insert into group_period (group_id, kind, from_on, to_on) values (?, 'COMPANY', '2027-05-10', '2027-05-14')")
                .param(centre.group)
                .update();
        String series = """
                {"title": "Cours %s", "groupId": "%s", "trainerId": "%s", "weekdays": ["MONDAY", "THURSDAY"],
                 "from": "2027-04-19", "to": "2027-05-17", "startTime": "09:00", "endTime": "12:30", "breakFrom": "10:30",
                 "breakTo": "10:45", "modality": "IN_PERSON"}
                """.formatted(centre.code, centre.group, centre.trainer);
        var planned = calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/sessions/series"))
                .header("Authorization", calls.authorization("q-" + centre.code))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "serie")
                .POST(HttpRequest.BodyPublishers.ofString(series))
                .build());
        assertThat(planned.statusCode()).as(planned.body()).isEqualTo(201);
        // Of nine Mondays and Thursdays: 6 May is Ascension Day, 17 May Whit Monday.
        assertThat(read(planned).path("sessions")).hasSize(3);
        assertThat(read(planned)
                        .path("leftOut")
                        .valueStream()
                        .map(one -> one.path("day").asString() + " "
                                + one.path("why").asString()))
                .containsExactly(
                        "2027-04-26 CLOSURE",
                        "2027-04-29 CLOSURE",
                        "2027-05-06 HOLIDAY",
                        "2027-05-10 COMPANY",
                        "2027-05-13 COMPANY",
                        "2027-05-17 HOLIDAY");
        assertThat(count("select count(*) from training_session where title = 'Cours " + centre.code + "'"))
                .isEqualTo(3);
    }

    @Test
    void a_series_is_looked_at_before_it_is_planned() {
        call("POST", "/sessions", session("2027-04-22T10:00", "2027-04-22T13:00"));
        var looked = call("POST", "/sessions/series/preview", """
                {"title": "Cours", "groupId": "%s", "trainerId": "%s", "weekdays": ["THURSDAY"],
                 "from": "2027-04-19", "to": "2027-05-10", "startTime": "09:00", "endTime": "12:30", "modality": "IN_PERSON"}
                """.formatted(centre.group, centre.trainer));
        assertThat(looked.statusCode()).as(looked.body()).isEqualTo(200);
        assertThat(read(looked).path("days")).hasSize(2);
        assertThat(read(looked).path("leftOut").get(0).path("day").asString()).isEqualTo("2027-05-06");
        assertThat(read(looked).path("warnings")).hasSize(1);
        assertThat(read(looked).path("warnings").get(0).path("day").asString()).isEqualTo("2027-04-22");
        assertThat(count("select count(*) from training_session where group_id = '" + centre.group + "'"))
                .as("nothing more is planned")
                .isEqualTo(1);
        assertThat(fields(call("POST", "/sessions/series/preview", """
                {"title": "Cours", "groupId": "%s", "trainerId": "%s", "weekdays": ["THURSDAY"],
                 "from": "2027-04-19", "to": "2027-05-10", "startTime": "12:00", "endTime": "09:30", "modality": "IN_PERSON"}
                """.formatted(centre.group, centre.trainer))))
                .as("by the name that the series gives it")
                .containsExactly("endTime");
    }

    @Test
    void what_a_day_is_closed_for_is_told_too() {
        sql.sql(
                        "insert into site_closure (site_id, from_on, to_on, name) select site_id, '2027-05-06', '2027-05-06', 'Pont'"
                                + " from learner_group where id = ?")
                .param(centre.group)
                .update();
        sql.sql(
                        "insert into group_period (group_id, kind, from_on, to_on) values (?, 'COMPANY', '2027-05-06', '2027-05-06')")
                .param(centre.group)
                .update();
        var added = call("POST", "/sessions", session("2027-05-06T09:00", "2027-05-06T12:30"));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(read(added)
                        .path("warnings")
                        .valueStream()
                        .map(one -> one.path("problem").asString().replace('\u00a0', ' ')))
                .containsExactlyInAnyOrder(
                        "Le groupe « Groupe essai » est en entreprise ou en congé ce jour-là.",
                        "Le site « Paris » est fermé ce jour-là.",
                        "Ce jour est férié.");
    }

    @Test
    void a_co_trainer_who_teaches_elsewhere_is_a_conflict() {
        var other = new SmallCentre(sql, 0);
        call(
                "POST",
                "/sessions",
                session("2027-03-10T09:00", "2027-03-10T12:30")
                        .replace("\"room\"", "\"coTrainers\": [\"" + other.trainer + "\"], \"room\""));
        var second = call("POST", "/sessions", """
                {"title": "Ailleurs", "group": "%s", "trainer": "%s", "startsAt": "2027-03-10T10:00",
                 "endsAt": "2027-03-10T11:00", "modality": "IN_PERSON"}
                """.formatted(other.group, other.trainer));
        assertThat(read(second).path("warnings").get(0).path("field").asString())
                .isEqualTo("trainerId");
    }

    @Test
    void a_cancelled_or_postponed_session_is_restored_and_what_it_was_postponed_to_goes() {
        JsonNode first = read(call("POST", "/sessions", session("2027-03-10T09:00", "2027-03-10T12:30")));
        String path = "/sessions/" + first.path("id").asString();
        assertThat(call("POST", path + "/restore", null).statusCode())
                .as("it is held anyway")
                .isEqualTo(409);
        call("POST", path + "/cancel", "{\"reason\": \"Neige\"}");
        assertThat(call("POST", path + "/restore", null).statusCode()).isEqualTo(204);
        assertThat(read(call("GET", path, null)).path("state").asString()).isEqualTo("PLANNED");
        var later = read(
                call("POST", path + "/postpone", "{\"reason\": \"Grève\", \"newStartsAt\": \"2027-04-07T14:00\"}"));
        assertThat(call("POST", path + "/restore", null).statusCode()).isEqualTo(204);
        assertThat(call("GET", "/sessions/" + later.path("id").asString(), null).statusCode())
                .isEqualTo(404);
    }

    @Test
    void who_replaces_the_trainer_sees_the_session_until_another_is_planned() {
        var other = new SmallCentre(sql, 0);
        var answer = call("POST", "/sessions", session("2027-03-10T09:00", "2027-03-10T12:30"));
        String path = "/sessions/" + read(answer).path("id").asString();
        assertThat(fields(call("PUT", path + "/trainer", "{\"trainer\": \"" + SmallCentre.id() + "\"}")))
                .containsExactly("trainerId");
        assertThat(call("PUT", path + "/trainer", "{\"trainer\": \"" + other.trainer + "\"}")
                        .statusCode())
                .isEqualTo(200);
        calls.account("t-" + other.code, Role.TRAINER, other.trainer);
        assertThat(calls.send(request("GET", path, null, "t-" + other.code)).statusCode())
                .isEqualTo(200);
        JsonNode now = read(call("GET", path, null));
        var planned = new SmallCentre(sql, 0).trainer;
        var changed = call(
                "PUT",
                path,
                answer.body()
                        .replaceFirst(
                                "\"version\":\\d+",
                                "\"version\":" + now.path("version").asInt())
                        .replace(centre.trainer.toString(), planned.toString()));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(sql.sql("select actual_trainer_id is null from training_session where id = ?::uuid")
                        .param(now.path("id").asString())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void a_catch_up_is_joined_or_planned_for_one_learner() {
        JsonNode missed = read(call("POST", "/sessions", session("2027-03-10T09:00", "2027-03-10T12:30")));
        String path = "/sessions/" + missed.path("id").asString() + "/catch-ups";
        var learner = centre.learners.getFirst();
        assertThat(fields(call("POST", path, "{\"learner\": \"" + SmallCentre.id() + "\"}")))
                .containsExactly("learnerId");
        assertThat(fields(call("POST", path, "{\"learner\": \"" + learner + "\"}")))
                .containsExactly("sessionId");
        var own = call(
                "POST",
                path,
                "{\"learner\": \"" + learner + "\", \"planned\": " + session("2027-03-17T09:00", "2027-03-17T12:30")
                        + "}");
        assertThat(own.statusCode()).as(own.body()).isEqualTo(201);
        assertThat(read(own).path("warnings")).as("the group is not concerned").isEmpty();
        assertThat(count("select count(*) from session_expected where session_id = '"
                        + read(own).path("id").asString() + "'"))
                .isEqualTo(1);
        JsonNode others = read(call("POST", "/sessions", session("2027-03-24T09:00", "2027-03-24T12:30")));
        String join = "{\"learner\": \"" + learner + "\", \"session\": \""
                + others.path("id").asString() + "\"}";
        assertThat(call("POST", path, join).statusCode())
                .as("they are expected there anyway")
                .isEqualTo(409);
        call("DELETE", "/sessions/" + others.path("id").asString() + "/participants/" + learner, null);
        assertThat(call("POST", path, join).statusCode()).isEqualTo(201);
    }

    @Test
    void only_a_quality_manager_plans() {
        for (Role role : List.of(Role.ADMIN, Role.TRAINER, Role.REFERENT, Role.AUDITOR, Role.LEARNER)) {
            calls.account(role + centre.code, role, SmallCentre.id());
            assertThat(calls.send(request("POST", "/sessions", "{}", role + centre.code))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    private void inParis() {
        sql.sql("update site set zone = 'Europe/Paris' where id = (select site_id from learner_group where id = ?)")
                .param(centre.group)
                .update();
    }

    private String bare(String from, String to) {
        return """
                {"title": "Atelier %s", "group": "%s", "trainer": "%s", "startsAt": "%s", "endsAt": "%s", "room": "B12",
                 "modality": "IN_PERSON"}
                """.formatted(centre.code, centre.group, centre.trainer, from, to);
    }

    private String series(String from, String to, String start) {
        return """
                {"title": "Cours %s", "groupId": "%s", "trainerId": "%s", "weekdays": ["SUNDAY", "MONDAY"],
                 "from": "%s", "to": "%s", "startTime": "%s", "endTime": "%s", "modality": "IN_PERSON"}
                """.formatted(
                        centre.code,
                        centre.group,
                        centre.trainer,
                        from,
                        to,
                        start,
                        LocalTime.parse(start).plusHours(3));
    }

    private String session(String from, String to) {
        return """
                {"title": "Atelier %s", "group": "%s", "trainer": "%s", "startsAt": "%s", "endsAt": "%s", "room": "B12",
                 "modality": "IN_PERSON", "breaks": [{"from": "%s", "to": "%s"}]}
                """.formatted(
                        centre.code,
                        centre.group,
                        centre.trainer,
                        from,
                        to,
                        from.replaceFirst("T\\d\\d:\\d\\d", "T10:30"),
                        from.replaceFirst("T\\d\\d:\\d\\d", "T10:45"));
    }

    private List<String> fields(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        return read(answer)
                .path("errors")
                .valueStream()
                .map(error -> error.path("field").asString())
                .toList();
    }

    private JsonNode read(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }

    private long count(String select) {
        return sql.sql(select).query(Long.class).single();
    }

    private HttpResponse<String> call(String verb, String path, String body) {
        return calls.send(request(verb, path, body, "q-" + centre.code));
    }

    private HttpRequest request(String verb, String path, String body, String account) {
        return HttpRequest.newBuilder(calls.uri("/api/v1" + path))
                .header("Authorization", calls.authorization(account))
                .header("Content-Type", "application/json")
                .method(
                        verb,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
