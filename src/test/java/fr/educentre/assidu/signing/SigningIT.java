package fr.educentre.assidu.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.evidence.Trace;
import fr.educentre.assidu.journal.JournalHistory;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.signing.ChainVerification.Finding;
import fr.educentre.assidu.signing.ChainVerification.Kind;
import fr.educentre.assidu.signing.Signing.Act;
import fr.educentre.assidu.signing.Signing.DeviceTime;
import fr.educentre.assidu.signing.Signing.Proof;
import fr.educentre.assidu.signing.Signing.Receipt;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.training.Sessions;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signatures: each once, within its window, chained, evidence, and nobody else's to make. */
@AssiduIT
class SigningIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Instant START = Instant.parse("2029-09-10T07:00:00Z");
    private static final Instant END = START.plus(Duration.ofHours(3));

    @Autowired
    Signing signing;

    @Autowired
    Attendance attendance;

    @Autowired
    Sessions sessions;

    @Autowired
    Evidences evidences;

    @Autowired
    JournalHistory history;

    @Autowired
    JdbcClient sql;

    @Autowired
    Calls calls;

    @Autowired
    MutableClock clock;

    @Autowired
    FlywayConnectionDetails owner;

    private SmallCentre centre;
    private UUID session;

    @BeforeEach
    void a_class_about_to_begin() {
        clock.set(START.minus(Duration.ofMinutes(10)));
        centre = new SmallCentre(sql, 3);
        session = centre.session(START);
        trainer();
    }

    private void trainer() {
        calls.actAs("t-" + centre.code, Role.TRAINER, centre.trainer);
    }

    @Test
    void a_signature_says_who_how_when_and_for_which_slot_and_is_evidence() {
        signing.open(session);
        Receipt receipt = signing.signLearner(session, learner(0), drawn());

        assertThat(receipt.isNew()).isTrue();
        SignedStatement said = signing.proofs(session).getFirst().statement();
        assertThat(said.who())
                .isEqualTo(new SignedStatement.Signer(
                        SignedStatement.Role.LEARNER,
                        learner(0),
                        "Lou Apprenant0",
                        SignedStatement.Identification.TRAINER_DEVICE,
                        "t-" + centre.code));
        assertThat(said.session().from()).isEqualTo(START);
        assertThat(said.session().zone()).isEqualTo("Europe/Paris");
        assertThat(said.times().localTime()).startsWith("2029-09-10T08:50").endsWith("+02:00");
        assertThat(signing.proofs(session).getFirst().strokes().lines()).isEqualTo(List.of(line()));

        Trace trace = traces().getFirst();
        assertThat(trace.match().learnerId()).isEqualTo(learner(0));
        assertThat(trace.payload())
                .containsEntry("means", "DRAWN")
                .containsEntry("signatureRef", receipt.signed().hash().substring(0, 8));
    }

    @Test
    void a_signature_makes_present_as_a_partners_does() {
        signing.open(session);
        signing.signLearner(session, learner(0), Act.confirmed("tablet"));
        clock.set(END.plus(Duration.ofMinutes(1)));
        attendance.close(session);
        assertThat(status(0)).isEqualTo(AttendanceStatus.PRESENT);
        assertThat(status(1)).isEqualTo(AttendanceStatus.ABSENT);
    }

    @Test
    void the_first_signature_stands_and_answers_the_second() {
        signing.open(session);
        Receipt first = signing.signLearner(session, learner(0), drawn());
        Receipt second = signing.signLearner(session, learner(0), Act.confirmed("tablet"));
        assertThat(second.isNew()).isFalse();
        assertThat(second.signed()).isEqualTo(first.signed());
        assertThat(traces()).hasSize(1);
        assertThat(signing.proofs(session)).hasSize(1);
    }

    @Test
    void everybody_signing_at_once_makes_one_chain_with_each_once() {
        signing.open(session);
        var here = SecurityContextHolder.getContext();
        CompletableFuture.allOf(Stream.of(0, 1, 2, 0, 1, 2)
                        .map(place -> CompletableFuture.runAsync(() -> {
                            SecurityContextHolder.setContext(here);
                            try {
                                signing.signLearner(session, learner(place), Act.confirmed("tablet"));
                            } finally {
                                SecurityContextHolder.clearContext();
                            }
                        }))
                        .toArray(CompletableFuture[]::new))
                .join();
        assertThat(signing.of(session).missing()).isEmpty();
        assertThat(signing.verify(session).length()).isEqualTo(3);
        assertThat(signing.verify(session).findings()).isEmpty();
    }

    @Test
    void too_early_too_late_before_opening_and_after_closing_are_said() {
        clock.set(START.minus(Duration.ofMinutes(16)));
        refused("refusal.signing.early", () -> signing.open(session));
        clock.set(START);
        refused("refusal.signing.notOpen", () -> sign(0));
        signing.open(session);
        sign(0);
        signing.close(session);
        refused("refusal.signing.notOpen", () -> sign(1));
        signing.open(session);
        clock.set(Instant.parse("2029-09-10T21:59:59Z"));
        sign(1);
        clock.set(Instant.parse("2029-09-10T22:00:00Z"));
        refused("refusal.signing.late", () -> sign(2));
        assertThat(traces()).hasSize(2);
    }

    @Test
    void a_closed_or_cancelled_session_takes_no_signature() {
        clock.set(START.plus(Duration.ofMinutes(5)));
        signing.open(session);
        attendance.close(session);
        refused("refusal.signing.sessionClosed", () -> sign(0));
        sql.sql("update training_session set stored_state = 'CANCELLED' where id = ?")
                .param(session)
                .update();
        refused("refusal.session.notHeld", () -> sign(0));
    }

    @Test
    void whoever_is_not_expected_is_not_lost_but_told_what_to_do() {
        var elsewhere = new SmallCentre(sql, 1);
        signing.open(session);
        refused(
                "refusal.signing.notExpected",
                () -> signing.signLearner(session, elsewhere.learners.getFirst(), Act.confirmed("tablet")));
        refused(
                "refusal.notFound.learner",
                () -> signing.signLearner(session, UUID.randomUUID(), Act.confirmed("tablet")));
    }

    @Test
    void nothing_drawn_is_no_drawn_signature() {
        signing.open(session);
        refused(
                "refusal.signing.nothingDrawn",
                () -> signing.signLearner(
                        session, learner(0), new Act(SigningMeans.DRAWN, Strokes.NONE, "tablet", null)));
    }

    @Test
    void a_signature_without_a_connection_is_judged_by_when_it_was_made_and_keeps_both_times() {
        signing.open(session);
        clock.set(START.plus(Duration.ofMinutes(30)));
        signing.close(session);
        clock.set(START.plus(Duration.ofHours(2)));
        Duration wrong = Duration.ofHours(5);
        Instant made = START.plus(Duration.ofMinutes(4));
        SignedStatement.Times times = signing.signLearner(
                        session,
                        learner(0),
                        new Act(
                                SigningMeans.CONFIRMED,
                                Strokes.NONE,
                                "tablet",
                                new DeviceTime(made.plus(wrong), clock.instant().plus(wrong), true)))
                .signed()
                .statement()
                .times();
        assertThat(times.signedAt()).isBetween(made.minusSeconds(2), made.plusSeconds(2));
        assertThat(times.deviceAt()).isEqualTo(made.plus(wrong));
        assertThat(times.receivedAt()).isAfterOrEqualTo(START.plus(Duration.ofHours(2)));
        assertThat(times.offline()).isTrue();
        refused(
                "refusal.signing.notOpen",
                () -> signing.signLearner(
                        session,
                        learner(1),
                        new Act(
                                SigningMeans.CONFIRMED,
                                Strokes.NONE,
                                "tablet",
                                new DeviceTime(START.plus(Duration.ofMinutes(40)), clock.instant(), true))));
    }

    @Test
    void the_trainer_signs_from_a_quarter_of_an_hour_before_the_end_over_what_was_signed() {
        signing.open(session);
        sign(0);
        sign(2);
        clock.set(END.minus(Duration.ofMinutes(16)));
        refused("refusal.signing.trainerEarly", () -> signing.signTrainer(session, Act.confirmed("phone")));
        clock.set(END.minus(Duration.ofMinutes(15)));
        String head = signing.verify(session).head();
        SignedStatement said =
                signing.signTrainer(session, Act.confirmed("phone")).signed().statement();

        assertThat(said.who().id()).isEqualTo(centre.trainer);
        assertThat(said.over())
                .isEqualTo(new SignedStatement.Over(
                        2, head, List.of(new SignedStatement.Missing(learner(1), "Lou Apprenant1"))));
        assertThat(signing.of(session).isOpen()).as("the sheet is closed by it").isFalse();
        assertThat(signing.signTrainer(session, Act.confirmed("phone")).isNew()).isFalse();
        assertThat(evidences.ofSession(session).stream()
                        .filter(one -> "TRAINER".equals(one.payload().get("role"))))
                .singleElement()
                .satisfies(one -> assertThat(one.match().learnerId()).isNull());
        signing.open(session);
        sign(1);
        assertThat(signing.signTrainer(session, Act.confirmed("phone")).isNew())
                .as("somebody signed since")
                .isTrue();
        assertThat(signing.verify(session).findings()).isEmpty();
    }

    @Test
    void another_trainer_signs_and_opens_nothing_and_who_only_reads_neither() {
        signing.open(session);
        calls.actAs("x-" + centre.code, Role.TRAINER, SmallCentre.id());
        refused("refusal.notYours", () -> sign(0));
        refused("refusal.notYours", () -> signing.of(session));
        refused("refusal.notYours", () -> signing.signTrainer(session, Act.confirmed("phone")));
        for (Role role : List.of(Role.ADMIN, Role.AUDITOR, Role.REFERENT, Role.LEARNER)) {
            calls.actAs("r-" + role + centre.code, role, SmallCentre.id());
            refused("refusal.role", () -> sign(0));
            refused("refusal.role", () -> signing.open(session));
        }
        calls.actAs("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        refused("refusal.role", () -> signing.signTrainer(session, Act.confirmed("phone")));
        calls.actAs("a-" + centre.code, Role.AUDITOR, SmallCentre.id());
        assertThat(signing.proofs(session)).isEmpty();
    }

    @Test
    void the_application_changes_and_removes_no_signature() {
        signing.open(session);
        sign(0);
        for (String statement :
                List.of("update signature set means = 'CONFIRMED'", "delete from signature", "truncate signature")) {
            assertThatThrownBy(() -> sql.sql(statement).update()).hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void whoever_owns_the_database_and_changes_a_signature_is_found_out() throws SQLException {
        signing.open(session);
        signing.signLearner(session, learner(0), drawn());
        sign(1);
        assertThat(signing.verify(session).holds()).isTrue();
        Proof first = signing.proofs(session).getFirst();

        as("update signature set learner_id = '" + learner(2) + "' where id = '" + first.id() + "'");
        assertThat(signing.verify(session).findings()).containsExactly(new Finding(Kind.CHANGED, 1));
        as("update signature set learner_id = '" + learner(0) + "' where id = '" + first.id() + "'");
        as("update signature_strokes set bytes = 'x' where signature_id = '" + first.id() + "'");
        assertThat(signing.verify(session).findings()).containsExactly(new Finding(Kind.STROKES_CHANGED, 1));
        as("delete from signature_strokes where signature_id = '" + first.id() + "'");
        as("delete from signature where session_id = '" + session + "' and number = 2");
        assertThat(signing.verify(session).findings())
                .as("the journal knows of another")
                .contains(new Finding(Kind.END_CHANGED, 1));
    }

    private void as(String statement) throws SQLException {
        try (Connection theirs =
                        DriverManager.getConnection(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword());
                var change = theirs.createStatement()) {
            change.executeUpdate(statement);
        }
    }

    @Test
    void each_signature_stands_in_the_journal_whose_head_leaves_every_day() {
        signing.open(session);
        Receipt receipt = signing.signLearner(session, learner(0), Act.confirmed("tablet"));
        assertThat(history.last("signature", session.toString()).orElseThrow().after())
                .containsEntry("hash", receipt.signed().hash())
                .containsEntry("number", 1);
    }

    @Test
    void in_La_Reunion_the_day_ends_at_its_own_midnight_and_with_the_hour_that_changes_at_ours() {
        sql.sql("update site set zone = 'Indian/Reunion' where code = ?")
                .param("S-" + centre.code)
                .update();
        assertThat(signing.of(session).closes()).isEqualTo(Instant.parse("2029-09-10T20:00:00Z"));
        UUID night = centre.session(Instant.parse("2029-10-27T22:30:00Z"));
        sql.sql("update site set zone = 'Europe/Paris' where code = ?")
                .param("S-" + centre.code)
                .update();
        assertThat(signing.of(night).closes()).as("a day of 25 hours").isEqualTo(Instant.parse("2029-10-28T23:00:00Z"));
        UUID evening = centre.session(Instant.parse("2029-09-11T19:00:00Z"));
        assertThat(signing.of(evening).closes())
                .as("a slot that ends at midnight is of the day before")
                .isEqualTo(Instant.parse("2029-09-11T22:00:00Z"));
    }

    @Test
    void a_program_opens_signs_and_reads_the_proof() {
        String path = "/api/v1/sessions/" + session + "/signing";
        assertThat(post(path + "/open", "").statusCode()).isEqualTo(200);
        String body = "{\"means\":\"DRAWN\",\"strokes\":[[[1,2],[3,4]]]}";
        HttpResponse<String> created = post(path + "/learners/" + learner(0), body);
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location")).hasValue(path + "/proof");
        assertThat(post(path + "/learners/" + learner(0), body).statusCode()).isEqualTo(200);

        JsonNode sheet = read(path);
        assertThat(sheet.path("open").asBoolean()).isTrue();
        assertThat(sheet.path("expected").asInt()).isEqualTo(3);
        assertThat(sheet.path("signed").get(0).path("learnerId").asString())
                .isEqualTo(learner(0).toString());
        assertThat(sheet.path("missing").size()).isEqualTo(2);
        JsonNode proof = read(path + "/proof").path("items").get(0);
        assertThat(proof.path("hash").asString()).hasSize(64);
        assertThat(proof.path("previousHash").asString()).isEqualTo("0".repeat(64));
        assertThat(proof.path("device").asString()).startsWith("Java-http-client");
        assertThat(read(path + "/proof").path("chain").path("holds").asBoolean())
                .isTrue();

        assertThat(post(path + "/learners/" + learner(1), "{}").statusCode()).isEqualTo(422);
        assertThat(post(path + "/learners/" + learner(1), "{\"means\":\"STAMPED\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(path + "/learners/" + learner(1), "{\"means\":\"DRAWN\",\"strokes\":[[[\"a\",1]]]}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(post(path + "/learners/" + learner(1), "{\"means\":\"CONFIRMED\",\"offline\":true}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(post(path + "/learners/nobody", body).statusCode()).isEqualTo(404);
        assertThat(post(path + "/trainer", "{\"means\":\"CONFIRMED\"}").statusCode())
                .isEqualTo(409);
    }

    private HttpResponse<String> post(String path, String body) {
        return calls.send(HttpRequest.newBuilder(calls.uri(path))
                .header("Authorization", calls.authorization("t-" + centre.code))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private JsonNode read(String path) {
        return JSON.readTree(calls.send(HttpRequest.newBuilder(calls.uri(path))
                        .header("Authorization", calls.authorization("t-" + centre.code))
                        .build())
                .body());
    }

    private static void refused(String key, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    private void sign(int place) {
        signing.signLearner(session, learner(place), Act.confirmed("tablet"));
    }

    private static Act drawn() {
        return new Act(SigningMeans.DRAWN, new Strokes(List.of(line())), "tablet", null);
    }

    private static List<List<Double>> line() {
        return List.of(List.of(1.0, 2.0), List.of(3.5, 4.0));
    }

    private UUID learner(int place) {
        return centre.learners.get(place);
    }

    private List<Trace> traces() {
        return evidences.ofSession(session).stream()
                .filter(one -> one.origin().source() == EvidenceSource.SIGNATURE)
                .toList();
    }

    private AttendanceStatus status(int place) {
        return attendance.ofSession(session).stream()
                .filter(one -> one.learner().id().equals(learner(place)))
                .findFirst()
                .orElseThrow()
                .status();
    }
}
