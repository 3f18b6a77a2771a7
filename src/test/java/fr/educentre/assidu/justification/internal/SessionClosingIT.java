package fr.educentre.assidu.justification.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.messaging.Outbox;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.workflow.TaskKind.Decision;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What closing does is known before; a closed session opens again; one reason holds for all who miss it. */
@AssiduIT
class SessionClosingIT {

    private static final Instant START = Instant.parse("2027-02-01T08:00:00Z");

    @Autowired
    JdbcClient sql;

    @Autowired
    Calls calls;

    @Autowired
    BackgroundWork background;

    @Autowired
    JustificationDecision decisions;

    @Autowired
    Outbox outbox;

    private final JsonMapper json = JsonMapper.builder().build();
    private SmallCentre centre;
    private UUID session;

    @BeforeEach
    void a_class_is_over() {
        background.leap(START.minus(Duration.ofHours(1)));
        centre = new SmallCentre(sql, 4);
        session = centre.session(START);
        calls.account("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        calls.account("t-" + centre.code, Role.TRAINER, centre.trainer);
        background.leap(START.plus(Duration.ofHours(4)));
    }

    @Test
    void what_is_told_before_closing_is_what_closing_does() {
        mark(0, "PRESENT");
        UUID unreachable = centre.learners.get(1);
        sql.sql("update learner set email = null where id = ?")
                .param(unreachable)
                .update();
        UUID minor = centre.learner(9, LocalDate.of(2012, 1, 1));
        sql.sql("insert into guardian (id, learner_id, first_name, last_name, email)"
                        + " values (?, ?, 'Eve', 'Parent', ?)")
                .params(SmallCentre.id(), minor, "g-" + centre.code + "@essai.example")
                .update();
        Map<String, Long> before = written();
        JsonNode told = read(call("POST", "/close?dryRun=true", null));
        assertThat(written()).as("nothing is written").isEqualTo(before);
        // Four miss it: three have an address, each employer is told, and the guardian of the minor.
        assertThat(told.path("willBeAbsent").asInt()).isEqualTo(4);
        assertThat(told.path("mailsToSend").asInt()).isEqualTo(3 + 4 + 1);
        assertThat(told.path("awaiting").asInt()).isZero();
        assertThat(told.path("absent")).hasSize(4);

        assertThat(call("POST", "/close", null).statusCode()).isEqualTo(200);
        background.runDue();
        assertThat(statuses("ABSENT")).isEqualTo(4);
        assertThat(statuses("AWAITING_DATA")).isZero();
        assertThat(mails() - before.get("message")).isEqualTo(3 + 4 + 1);
        assertThat(read(call("POST", "/close?dryRun=true", null))
                        .path("mailsToSend")
                        .asInt())
                .as("once closed, closing does nothing more")
                .isZero();
    }

    @Test
    void of_a_half_day_already_asked_about_closing_the_next_session_writes_nothing_more() {
        call("POST", "/close", null);
        background.runDue();
        UUID second = centre.session(START.plus(Duration.ofHours(1)));
        long before = mails();
        JsonNode told = read(call(second, "POST", "/close?dryRun=true", null, "q-"));
        assertThat(told.path("willBeAbsent").asInt()).isEqualTo(4);
        assertThat(told.path("mailsToSend").asInt()).isZero();
        call(second, "POST", "/close", null, "q-");
        background.runDue();
        assertThat(mails()).isEqualTo(before);
    }

    @Test
    void what_was_brought_before_is_not_asked_for() {
        sql.sql(
                        "insert into justification (id, learner_id, reason_code, from_at, to_at, state, submitted_at, submitted_by,"
                                + " created_at) values (?, ?, 'TRANSPORT', now() - interval '100 years', now() + interval '100 years',"
                                + " 'APPROVED', now(), 'x', now())")
                .params(SmallCentre.id(), centre.learners.getFirst())
                .update();
        long before = mails();
        int told = read(call("POST", "/close?dryRun=true", null))
                .path("mailsToSend")
                .asInt();
        call("POST", "/close", null);
        background.runDue();
        assertThat(told).isEqualTo(3 + 4);
        assertThat(mails() - before).isEqualTo(told);
    }

    @Test
    void a_session_that_cannot_be_closed_says_so_before() {
        UUID later = centre.session(START.plus(Duration.ofDays(3)));
        assertThat(call(later, "POST", "/close?dryRun=true", null, "q-").statusCode())
                .isEqualTo(409);
        calls.account("o-" + centre.code, Role.TRAINER, SmallCentre.id());
        assertThat(call(session, "POST", "/close?dryRun=true", null, "o-").statusCode())
                .as("another's session")
                .isEqualTo(403);
    }

    @Test
    void a_closed_session_opens_again_with_a_reason_and_who_was_absent_by_it_is_awaited() {
        assertThat(call("POST", "/reopen", "{\"reason\": \"Feuille papier retrouvée\"}")
                        .statusCode())
                .as("it is not closed")
                .isEqualTo(409);
        mark(0, "PRESENT");
        call("POST", "/close", null);
        assertThat(statuses("ABSENT")).isEqualTo(3);
        assertThat(call("POST", "/reopen", "{\"reason\": \" \"}").statusCode()).isEqualTo(422);
        assertThat(call(session, "POST", "/reopen", "{\"reason\": \"x\"}", "t-").statusCode())
                .as("a trainer does not")
                .isEqualTo(403);
        assertThat(call("POST", "/reopen", "{\"reason\": \"Feuille papier retrouvée\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(read(call("GET", "", null)).path("state").asString()).isEqualTo("AWAITING_DATA");
        assertThat(statuses("PRESENT")).as("a mark stands").isEqualTo(1);
        assertThat(statuses("AWAITING_DATA")).isEqualTo(3);
        assertThat(sql.sql("select count(*) from absence_case where session_id = ? and state <> 'WITHDRAWN'")
                        .param(session)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(call("GET", "/history", null).body()).contains("session.reopened", "Feuille papier retrouvée");
    }

    @Test
    void one_reason_justifies_all_who_miss_it_now_and_later() {
        mark(0, "ABSENT");
        mark(1, "PRESENT");
        HttpResponse<String> given = call("POST", "/collective-reason", "{\"reason\": \"TRANSPORT\"}");
        assertThat(given.statusCode()).as(given.body()).isEqualTo(200);
        assertThat(read(given).path("justified").asInt()).isEqualTo(1);
        assertThat(read(given).path("later").asInt())
                .as("of whom nothing is known yet")
                .isEqualTo(2);
        call("POST", "/close", null);
        background.runDue();
        assertThat(sql.sql("select reason_code from absence_case where session_id = ? and state = 'JUSTIFIED'")
                        .param(session)
                        .query(String.class)
                        .list())
                .containsExactly("TRANSPORT", "TRANSPORT", "TRANSPORT");
        assertThat(read(call("POST", "/collective-reason", "{\"reason\": \"TRANSPORT\"}"))
                        .path("justified")
                        .asInt())
                .as("again changes nothing")
                .isZero();
    }

    @Test
    void a_reason_in_words_is_filed_with_them_and_a_medical_one_is_none_for_all() {
        call("POST", "/close", null);
        assertThat(call("POST", "/collective-reason", "{\"reason\": \"SICKNESS\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(call("POST", "/collective-reason", "{\"reason\": \"\"}").statusCode())
                .isEqualTo(422);
        assertThat(call(session, "POST", "/collective-reason", "{\"reason\": \"OTHER\"}", "t-")
                        .statusCode())
                .isEqualTo(403);
        assertThat(read(call("POST", "/collective-reason", "{\"reason\": \"Neige\"}"))
                        .path("justified")
                        .asInt())
                .isEqualTo(4);
        assertThat(sql.sql("select distinct j.reason_code || ' ' || j.comment from justification j"
                                + " join justification_session s on s.justification_id = j.id where s.session_id = ?")
                        .param(session)
                        .query(String.class)
                        .list())
                .containsExactly("OTHER Neige");
    }

    @Test
    void the_answer_to_a_justification_says_where_the_hours_are_made_up_for() {
        mark(0, "ABSENT");
        UUID learner = centre.learners.getFirst();
        UUID other = new SmallCentre(sql, 1).session(START.plus(Duration.ofDays(9)));
        sql.sql(
                        "insert into session_participant (id, session_id, learner_id, kind, makes_up_for_id, recorded_at, recorded_by)"
                                + " values (?, ?, ?, 'ADDED', ?, now(), 'x')")
                .params(SmallCentre.id(), other, learner, session)
                .update();
        UUID brought = SmallCentre.id();
        sql.sql("insert into justification (id, learner_id, reason_code, state, submitted_at, submitted_by, created_at)"
                        + " values (?, ?, 'TRANSPORT', 'SUBMITTED', now(), 'x', now())")
                .params(brought, learner)
                .update();
        sql.sql("insert into justification_session (justification_id, session_id) values (?, ?)")
                .params(brought, session)
                .update();
        var actor = new Actor(SmallCentre.id(), "q", "Q", Role.QUALITY_MANAGER, null);
        decisions.decide(actor, brought, Decision.APPROVE, "");
        assertThat(outbox.ofLearner(learner))
                .filteredOn(mail -> mail.templateKey().equals("decision-justificatif"))
                .singleElement()
                .satisfies(mail ->
                        assertThat(mail.content().text()).contains("Rattrapage").contains("mercredi 10 février 2027"));
    }

    private void mark(int learner, String status) {
        var answer = call(
                "PUT",
                "/attendance/" + centre.learners.get(learner),
                "{\"status\": \"" + status + "\", \"reason\": \"appel\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private Map<String, Long> written() {
        return Map.of(
                "message", mails(),
                "verdict", count("verdict"),
                "absence", count("absence_case"),
                "journal", count("journal_entry"),
                "process", count("act_ru_execution"));
    }

    /** About absences; what rules tell staff of is theirs. */
    private long mails() {
        return sql.sql("select count(*) from message where correlation like 'absence:%' and learner_id in"
                        + " (select learner_id from group_membership where group_id = ?)")
                .param(centre.group)
                .query(Long.class)
                .single();
    }

    private long count(String table) {
        return sql.sql("select count(*) from " + table).query(Long.class).single();
    }

    private long statuses(String status) {
        return read(call("GET", "/attendance", null))
                .path("items")
                .valueStream()
                .filter(row -> row.path("status").asString().equals(status))
                .count();
    }

    private HttpResponse<String> call(String verb, String path, @Nullable String body) {
        return call(session, verb, path, body, "q-");
    }

    private HttpResponse<String> call(UUID of, String verb, String path, @Nullable String body, String account) {
        return calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/sessions/" + of + path))
                .header("Authorization", calls.authorization(account + centre.code))
                .header("Content-Type", "application/json")
                .method(
                        verb,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private JsonNode read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return json.readTree(answer.body());
    }
}
