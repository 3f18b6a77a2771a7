package fr.educentre.assidu.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.SqlCounter;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AssiduIT
class IdentitiesIT {

    private static final Instant MONDAY = Instant.parse("2027-02-01T08:00:00Z");
    private static final String ME = "Test";

    @Autowired
    JdbcClient sql;

    @Autowired
    MutableClock clock;

    @Autowired
    Evidences evidences;

    @Autowired
    Identities identities;

    @Autowired
    Attendance attendance;

    @Autowired
    Calls calls;

    @Autowired
    JsonMapper json;

    @Autowired
    SqlCounter counter;

    private SmallCentre centre;
    private UUID lou;
    private UUID max;
    private final List<UUID> held = new ArrayList<>();

    @BeforeEach
    void three_video_sessions_that_are_over() {
        clock.set(MONDAY.plus(Duration.ofDays(7)));
        centre = new SmallCentre(sql, 2);
        lou = centre.learners.get(0);
        max = centre.learners.get(1);
        sql.sql("update learner set first_name = 'Max', last_name = 'Petit' where id = ?")
                .params(max)
                .update();
        for (int day = 0; day < 3; day++) {
            UUID id = centre.session(MONDAY.plus(Duration.ofDays(day)));
            sql.sql("update training_session set modality = 'VIDEO' where id = ?")
                    .params(id)
                    .update();
            held.add(id);
        }
        calls.account("qm-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        calls.account("own-" + centre.code, Role.TRAINER, centre.trainer);
        calls.account("other-" + centre.code, Role.TRAINER, SmallCentre.id());
    }

    @Test
    void one_decision_holds_for_every_session_of_a_key_that_lasts_and_for_those_to_come() {
        seen(held.get(0), "acc-7" + centre.code, "Zed");
        seen(held.get(1), "acc-7" + centre.code, "Zed");
        JsonNode waiting = list("qm-", "?state=OPEN&session=" + held.get(0));
        assertThat(waiting.path("totalElements").asInt()).isEqualTo(1);
        assertThat(waiting.path("items").get(0).path("lasting").asBoolean()).isTrue();
        assertThat(waiting.path("items").get(0).path("sessions").size()).isEqualTo(2);

        var decided = identities.confirm(List.of(proposal(held.get(0))), lou, ME);

        assertThat(decided).isEqualTo(new Identities.Decided(1, 1));
        assertThat(only(held.get(0)).match().how()).isEqualTo(MatchMethod.CONFIRMED);
        assertThat(only(held.get(1)).match().how()).isEqualTo(MatchMethod.ALIAS);
        assertThat(only(held.get(1)).match().learnerId()).isEqualTo(lou);
        seen(held.get(2), "acc-7" + centre.code, "Zed");
        assertThat(only(held.get(2)).match().how()).isEqualTo(MatchMethod.ALIAS);
        assertThat(evidences.openProposals(held).values()).isEmpty();
    }

    @Test
    void an_alias_withdrawn_takes_its_matches_back_and_the_sessions_are_decided_again() {
        String key = "acc-8" + centre.code;
        held.forEach(session -> {
            seen(session, key, "Zed");
            attendance.sourceComplete(session);
        });
        identities.confirm(List.of(proposal(held.get(0))), lou, ME);
        held.forEach(session -> assertThat(status(session, lou)).isEqualTo(AttendanceStatus.PRESENT));
        String alias =
                aliases("qm-", "?q=" + key).path("items").get(0).path("id").asString();

        assertThat(post("other-", "/api/v1/identities/aliases/" + alias + "/withdraw"))
                .isEqualTo(403);
        assertThat(post("qm-", "/api/v1/identities/aliases/" + UUID.randomUUID() + "/withdraw"))
                .isEqualTo(404);
        assertThat(post("qm-", "/api/v1/identities/aliases/" + alias + "/withdraw"))
                .isEqualTo(204);
        assertThat(post("qm-", "/api/v1/identities/aliases/" + alias + "/withdraw"))
                .isEqualTo(204);

        for (UUID session : held) {
            assertThat(only(session).match().learnerId()).isNull();
            assertThat(evidences.openProposals(session)).hasSize(1);
            assertThat(status(session, lou)).isNotEqualTo(AttendanceStatus.PRESENT);
            assertThat(attendance.history(session, lou)).hasSizeGreaterThanOrEqualTo(2);
        }
        JsonNode kept = aliases("qm-", "?current=false&q=" + key);
        assertThat(kept.path("items").get(0).path("withdrawnBy").asString()).isEqualTo("qm-" + centre.code);
        assertThat(sql.sql(
                                "select count(*) from journal_entry where action = 'identity.aliasWithdrawn' and subject_id = ?")
                        .params(alias)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        UUID next = centre.session(MONDAY.plus(Duration.ofDays(4)));
        seen(next, key, "Zed");
        assertThat(only(next).match().learnerId()).isNull();
    }

    @Test
    void a_name_never_matches_by_itself_and_only_ranks_higher() {
        held.forEach(session -> named(session, "Loulou Du Douze"));
        assertThat(list("qm-", "?state=OPEN&q=loulou%20du%20DOUZE")
                        .path("totalElements")
                        .asInt())
                .isGreaterThanOrEqualTo(3);

        assertThat(identities.confirm(List.of(proposal(held.get(0))), max, ME)).isEqualTo(new Identities.Decided(1, 0));

        assertThat(only(held.get(1)).match().learnerId()).isNull();
        JsonNode next =
                list("qm-", "?state=OPEN&session=" + held.get(1)).path("items").get(0);
        assertThat(next.path("lasting").asBoolean()).isFalse();
        JsonNode best = next.path("candidates").get(0);
        assertThat(best.path("learnerId").asString()).isEqualTo(max.toString());
        assertThat(best.path("why").asString()).contains("déjà confirmé une fois");
        assertThat(best.path("score").asDouble()).isLessThan(1);
        JsonNode alias = aliases("qm-", "?q=loulou").path("items").get(0);
        assertThat(alias.path("lasting").asBoolean()).isFalse();
    }

    @Test
    void undoing_the_only_word_about_a_participant_undoes_what_the_alias_made_of_it() {
        seen(held.get(0), "acc-9" + centre.code, "Zed");
        seen(held.get(1), "acc-9" + centre.code, "Zed");
        UUID first = proposal(held.get(0));
        identities.confirm(List.of(first), lou, ME);

        identities.undo(List.of(first), ME);

        assertThat(only(held.get(0)).match().learnerId()).isNull();
        assertThat(only(held.get(1)).match().learnerId()).isNull();
        assertThat(aliases("qm-", "?current=true&q=acc-9" + centre.code)
                        .path("totalElements")
                        .asInt())
                .isZero();
        identities.dismiss(List.of(first), ME);
        assertThat(evidences.openProposals(held.get(0))).isEmpty();
        identities.undo(List.of(first), ME);
        assertThat(evidences.openProposals(held.get(0))).hasSize(1);
    }

    @Test
    void two_people_who_disagree_leave_the_next_session_to_a_person() {
        String key = "acc-6" + centre.code;
        seen(held.get(0), key, "Zed");
        seen(held.get(1), key, "Zed");
        identities.confirm(List.of(proposal(held.get(0))), lou, ME);
        evidences.withdraw(held.get(1), lou, key, ME);
        assertThat(only(held.get(0)).match().learnerId()).isEqualTo(lou);

        identities.confirm(List.of(proposal(held.get(1))), max, ME);

        seen(held.get(2), key, "Zed");
        assertThat(only(held.get(2)).match().learnerId()).isNull();
        assertThat(aliases("qm-", "?q=" + key).path("items").findValuesAsString("contradicted"))
                .containsOnly("true");
    }

    @Test
    void an_address_that_becomes_known_settles_the_traces_that_came_before() {
        String email = "zed-" + centre.code + "@perso.example";
        evidences.record(List.of(trace(held.get(0), email, "Zed", email, null, 0)));
        assertThat(only(held.get(0)).match().learnerId()).isNull();
        sql.sql("update learner set email = ? where id = ?").params(email, lou).update();
        evidences.record(List.of(trace(held.get(0), email, "Zed", email, null, 60)));
        assertThat(evidences.ofSession(held.get(0)))
                .hasSize(2)
                .allSatisfy(trace -> assertThat(trace.match().learnerId()).isEqualTo(lou));
    }

    @Test
    void a_trainer_sees_the_participants_of_their_own_sessions_only() {
        seen(held.get(0), "acc-5" + centre.code, "Zed");
        String mine = "?state=OPEN&q=acc-5" + centre.code;
        assertThat(list("own-", mine).path("totalElements").asInt()).isEqualTo(1);
        assertThat(list("other-", mine).path("totalElements").asInt()).isZero();
        assertThat(get("own-", "/api/v1/identities?state=PERHAPS").statusCode()).isEqualTo(400);
        calls.account("l-" + centre.code, Role.LEARNER, lou);
        assertThat(get("l-", "/api/v1/identities?state=PERHAPS").statusCode()).isEqualTo(403);
        identities.confirm(List.of(proposal(held.get(0))), lou, ME);
        assertThat(aliases("own-", "?q=acc-5" + centre.code)
                        .path("totalElements")
                        .asInt())
                .isEqualTo(1);
        assertThat(aliases("other-", "?q=acc-5" + centre.code)
                        .path("totalElements")
                        .asInt())
                .isZero();
    }

    @Test
    void statements_do_not_grow_with_the_participants() throws Exception {
        calls.actAs("qm-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        seen(held.get(0), "acc-a" + centre.code, "Zed");
        var query = new Identities.Query(Identities.State.OPEN, held.get(0), null);
        int few = counter.statementsOf(() -> identities.search(query, 0, 50)).size();
        for (int n = 0; n < 20; n++) {
            seen(held.get(0), "acc-" + n + "-" + centre.code, "Zed " + n);
        }
        assertThat(identities.search(query, 0, 50).items()).hasSize(21);
        assertThat(counter.statementsOf(() -> identities.search(query, 0, 50)))
                .hasSize(few)
                .hasSizeLessThan(12);
    }

    private void seen(UUID session, String account, String name) {
        evidences.record(List.of(trace(session, account, name, null, account, 0)));
    }

    private void named(UUID session, String name) {
        evidences.record(List.of(trace(session, name.toLowerCase(java.util.Locale.ROOT), name, null, null, 0)));
    }

    private NewTrace trace(
            UUID session,
            String key,
            String name,
            @Nullable String email,
            @Nullable String issuedId,
            int minutesAfterStart) {
        Instant start = MONDAY.plus(Duration.ofDays(Math.max(0, held.indexOf(session))))
                .plus(Duration.ofMinutes(minutesAfterStart));
        return new NewTrace(
                new NewTrace.Origin(EvidenceSource.ZOOM, Channel.API, session + key + minutesAfterStart, null),
                TraceKind.INTERVAL,
                new TraceTime(start, start, start.plus(Duration.ofMinutes(180 - minutesAfterStart))),
                new NewTrace.Person(key, name, email, issuedId),
                new NewTrace.Subject(session, null, null, null),
                Map.of(),
                TraceMatch.NONE);
    }

    private UUID proposal(UUID session) {
        return evidences.openProposals(session).getFirst().id();
    }

    private Trace only(UUID session) {
        return evidences.ofSession(session).getFirst();
    }

    private AttendanceStatus status(UUID session, UUID learner) {
        return attendance.ofSession(session).stream()
                .filter(row -> row.learner().id().equals(learner))
                .findFirst()
                .orElseThrow()
                .status();
    }

    private JsonNode list(String account, String query) {
        return json.readTree(get(account, "/api/v1/identities" + query).body());
    }

    private JsonNode aliases(String account, String query) {
        return json.readTree(get(account, "/api/v1/identities/aliases" + query).body());
    }

    private HttpResponse<String> get(String account, String path) {
        return calls.send(HttpRequest.newBuilder(calls.uri(path))
                .header("Authorization", calls.authorization(account + centre.code))
                .build());
    }

    private int post(String account, String path) {
        return calls.send(HttpRequest.newBuilder(calls.uri(path))
                        .header("Authorization", calls.authorization(account + centre.code))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build())
                .statusCode();
    }
}
