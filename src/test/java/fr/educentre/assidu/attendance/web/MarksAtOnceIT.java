package fr.educentre.assidu.attendance.web;

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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two persons mark one learner: neither's word is lost without their knowing. */
@AssiduIT
class MarksAtOnceIT {

    private static final Instant START = Instant.parse("2027-10-19T07:00:00Z");

    @Autowired
    Calls calls;

    @Autowired
    JdbcClient sql;

    @Autowired
    MutableClock clock;

    @Autowired
    JsonMapper json;

    private SmallCentre centre;
    private UUID session;

    @BeforeEach
    void two_persons_in_class() {
        clock.set(START.plus(Duration.ofMinutes(10)));
        centre = new SmallCentre(sql, 1);
        session = centre.session(START);
        calls.account("t-" + centre.code, Role.TRAINER, centre.trainer);
        calls.account("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
    }

    @Test
    void of_two_opposite_marks_at_one_moment_one_stands_and_the_other_is_told() throws Exception {
        List<Callable<HttpResponse<String>>> both =
                List.of(() -> mark("t-", "PRESENT", ",\"version\":0"), () -> mark("q-", "ABSENT", ",\"version\":0"));
        try (var two = Executors.newFixedThreadPool(2)) {
            var answers = two.invokeAll(both);
            var trainer = answers.get(0).get();
            var quality = answers.get(1).get();

            assertThat(List.of(trainer.statusCode(), quality.statusCode())).containsExactlyInAnyOrder(200, 409);
            boolean first = trainer.statusCode() == 200;
            assertThat(row().path("status").asString()).isEqualTo(first ? "PRESENT" : "ABSENT");
            assertThat((first ? quality : trainer).body())
                    .contains(
                            "refusal.attendance.markedMeanwhile",
                            (first ? "t-" : "q-") + centre.code + " a pointé",
                            first ? "Présent" : "Absent",
                            "à 09:10");
        }
    }

    @Test
    void who_has_seen_the_others_mark_replaces_it_and_the_journal_says_whose_it_was() {
        assertThat(mark("q-", "ABSENT", "").statusCode()).isEqualTo(200);
        int seen = row().path("version").asInt();
        assertThat(mark("t-", "PRESENT", ",\"version\":" + (seen - 1)).statusCode())
                .isEqualTo(409);
        assertThat(mark("t-", "PRESENT", ",\"version\":" + seen).statusCode()).isEqualTo(200);

        assertThat(row().path("status").asString()).isEqualTo("PRESENT");
        assertThat(sql.sql("select after::text from journal_entry where action = 'attendance.corrected' and actor = ?")
                        .param("t-" + centre.code)
                        .query(String.class)
                        .single())
                .contains("insteadOf", "ABSENT", "q-" + centre.code);
    }

    @Test
    void whoever_does_not_say_what_they_saw_is_taken_at_their_word() {
        assertThat(mark("q-", "ABSENT", "").statusCode()).isEqualTo(200);
        assertThat(mark("t-", "PRESENT", "").statusCode()).isEqualTo(200);
        assertThat(row().path("status").asString()).isEqualTo("PRESENT");
    }

    @Test
    void the_same_said_twice_is_no_contradiction_and_ones_own_word_is_not_anothers() {
        assertThat(mark("q-", "ABSENT", ",\"version\":0").statusCode()).isEqualTo(200);
        assertThat(mark("t-", "ABSENT", ",\"version\":0").statusCode()).isEqualTo(200);
        assertThat(mark("t-", "PRESENT", ",\"version\":0").statusCode()).isEqualTo(200);
    }

    @Test
    void who_saw_the_status_that_another_repeats_has_seen_it() {
        assertThat(mark("q-", "ABSENT", "").statusCode()).isEqualTo(200);
        int own = row().path("version").asInt();
        assertThat(mark("t-", "ABSENT", "").statusCode()).isEqualTo(200);
        int seen = row().path("version").asInt();
        assertThat(mark("q-", "PRESENT", ",\"version\":" + own).statusCode())
                .as("of their own last mark: nobody said otherwise since")
                .isEqualTo(200);
        assertThat(row().path("status").asString()).isEqualTo("PRESENT");
        assertThat(mark("t-", "EXEMPT", ",\"version\":" + seen).statusCode())
                .as("what q says now was not seen")
                .isEqualTo(409);
    }

    @Test
    void nobody_can_have_seen_a_version_to_come() {
        assertThat(mark("q-", "ABSENT", "").statusCode()).isEqualTo(200);
        var refused = mark("t-", "PRESENT", ",\"version\":99");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("refusal.attendance.versionUnknown", "La version 99 n’existe pas");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"Appel\"]", "{\"fr\":\"Appel\"}", "12", "true"})
    void a_reason_is_a_text(String reason) {
        var refused = send(
                "t-",
                HttpRequest.newBuilder(calls.uri(path("/" + centre.learners.getFirst())))
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(
                                "{\"status\":\"PRESENT\",\"reason\":" + reason + "}")));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("refusal.body.field", "reason");
        assertThat(row().path("status").asString()).isEqualTo("AWAITING_DATA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLANNED", "CANCELLED", "POSTPONED"})
    void what_is_not_held_or_not_yet_takes_no_mark_in_words(String state) {
        if (state.equals("PLANNED")) {
            clock.set(START.minus(Duration.ofHours(1)));
        } else {
            sql.sql("update training_session set stored_state = ? where id = ?")
                    .params(state, session)
                    .update();
        }
        for (String status : List.of("PRESENT", "ABSENT", "EXEMPT")) {
            var refused = mark("t-", status, "");
            assertThat(refused.statusCode()).as(status).isEqualTo(422);
            assertThat(refused.body())
                    .contains(
                            state.equals("PLANNED")
                                    ? "La séance n’a pas commencé"
                                    : "La séance est annulée ou reportée");
        }
    }

    @Test
    void a_version_is_a_number() {
        var refused = mark("t-", "PRESENT", ",\"version\":\"hier\"");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("refusal.body.field", "version");
    }

    private JsonNode row() {
        return json.readTree(
                        send("q-", HttpRequest.newBuilder(calls.uri(path(""))).GET())
                                .body())
                .path("items")
                .get(0);
    }

    private HttpResponse<String> mark(String who, String status, String more) {
        return send(
                who,
                HttpRequest.newBuilder(calls.uri(path("/" + centre.learners.getFirst())))
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(
                                "{\"status\":\"" + status + "\",\"reason\":\"Appel\"" + more + "}")));
    }

    private String path(String more) {
        return "/api/v1/sessions/" + session + "/attendance" + more;
    }

    private HttpResponse<String> send(String who, HttpRequest.Builder request) {
        return calls.send(request.header("Authorization", calls.authorization(who + centre.code))
                .build());
    }
}
