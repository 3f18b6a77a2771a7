package fr.educentre.assidu.attendance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.access.SystemActor;
import fr.educentre.assidu.attendance.AbsenceCases;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.attendance.Verdict;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.SqlCounter;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.training.WorkingDays;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AssiduIT
class AttendanceIT {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    @Autowired
    JdbcClient sql;

    @Autowired
    Attendance attendance;

    @Autowired
    DecisionJob decisions;

    @Autowired
    AbsenceCases cases;

    @Autowired
    Evidences evidences;

    @Autowired
    Sessions sessions;

    @Autowired
    Calls calls;

    @Autowired
    SqlCounter counter;

    @Autowired
    MutableClock clock;

    @Test
    void traces_wait_for_their_source_to_be_complete_then_say_who_was_there() {
        var room = new Classroom(sql, "Europe/Paris", 5, "MINUTE");
        UUID session = room.session("VIDEO", START, 200);
        connected(session, room.learners.get(0), 0, 200);
        connected(session, room.learners.get(1), 15, 200);
        connected(session, room.learners.get(2), 0, 180);
        connected(session, room.learners.get(3), 0, 100);
        assertThat(statuses(session, room)).containsOnly(AttendanceStatus.AWAITING_DATA);
        assertThat(cases.ofLearner(room.learners.get(4))).isEmpty();

        attendance.sourceComplete(session);

        assertThat(statuses(session, room))
                .containsExactly(
                        AttendanceStatus.PRESENT,
                        AttendanceStatus.LATE,
                        AttendanceStatus.LEFT_EARLY,
                        AttendanceStatus.PARTIAL,
                        AttendanceStatus.ABSENT);
        assertThat(current(session, room.learners.get(1)).minutes().late()).isEqualTo(15);
        assertThat(current(session, room.learners.get(3)).minutes().credited()).isEqualTo(100);
        assertThat(cases.ofLearner(room.learners.get(3)).getFirst().missed().missingMinutes())
                .isEqualTo(100);
        assertThat(cases.ofLearner(room.learners.get(4)).getFirst().missed().halfDay())
                .isEqualTo("2026-03-02/AM");
    }

    @Test
    void half_days_are_credited_to_those_present_and_never_more_than_observed() {
        var room = new Classroom(sql, "Indian/Reunion", 2, "HALF_DAY");
        UUID session = room.session("VIDEO", START, 200);
        connected(session, room.learners.get(0), 0, 190);
        connected(session, room.learners.get(1), 0, 100);
        attendance.sourceComplete(session);
        assertThat(current(session, room.learners.get(0)).minutes().credited()).isEqualTo(190);
        assertThat(current(session, room.learners.get(1)).minutes().credited()).isZero();
    }

    @Test
    void deciding_again_writes_nothing_and_a_change_adds_a_version_that_keeps_the_past() {
        var room = new Classroom(sql, "Europe/Paris", 1, "MINUTE");
        UUID learner = room.learners.getFirst();
        UUID session = room.session("VIDEO", START, 200);
        attendance.sourceComplete(session);
        decide(session);
        decide(session);
        assertThat(attendance.history(session, learner)).hasSize(1);
        Instant known = clock.instant();

        connected(session, learner, 0, 200);

        List<Verdict> history = attendance.history(session, learner);
        assertThat(history)
                .extracting(Verdict::status)
                .containsExactly(AttendanceStatus.ABSENT, AttendanceStatus.PRESENT);
        assertThat(history.getFirst().version().supersededAt())
                .isEqualTo(history.getLast().version().decidedAt());
        assertThat(cases.ofLearner(learner)).isEmpty();
        LocalDate day = LocalDate.of(2026, 3, 2);
        assertThat(attendance
                        .ofLearnersAsKnownAt(List.of(learner), day, day, known)
                        .get(learner))
                .extracting(Verdict::status)
                .containsExactly(AttendanceStatus.ABSENT);
        assertThat(attendance.ofLearners(List.of(learner), day, day).get(learner))
                .extracting(Verdict::status)
                .containsExactly(AttendanceStatus.PRESENT);
    }

    @Test
    void two_decisions_at_once_write_one_version() {
        var room = new Classroom(sql, "Europe/Paris", 6, "MINUTE");
        UUID session = room.session("VIDEO", START, 200);
        sessions.markDataComplete(session, clock.instant());
        try (var threads = Executors.newFixedThreadPool(4)) {
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(() -> decideAsSystem(session), threads),
                            CompletableFuture.runAsync(() -> decideAsSystem(session), threads),
                            CompletableFuture.runAsync(() -> decideAsSystem(session), threads),
                            CompletableFuture.runAsync(() -> decideAsSystem(session), threads))
                    .join();
        }
        for (UUID learner : room.learners) {
            assertThat(attendance.history(session, learner)).hasSize(1);
        }
    }

    @Test
    void statements_do_not_grow_with_the_group() throws Exception {
        var small = new Classroom(sql, "Europe/Paris", 2, "MINUTE");
        var large = new Classroom(sql, "Europe/Paris", 30, "MINUTE");
        UUID few = small.session("VIDEO", START, 200);
        UUID many = large.session("VIDEO", START, 200);
        small.learners.forEach(learner -> connected(few, learner, 0, 200));
        large.learners.forEach(learner -> connected(many, learner, 0, 200));
        sessions.markDataComplete(few, clock.instant());
        sessions.markDataComplete(many, clock.instant());
        int decidingFew = counter.statementsOf(() -> decided(few)).size();
        assertThat(counter.statementsOf(() -> decided(many)))
                .hasSize(decidingFew)
                .hasSizeLessThan(30);
        assertThat(counter.statementsOf(() -> attendance.ofSession(many))).hasSizeLessThan(8);
    }

    @Test
    void closing_makes_absent_who_is_neither_marked_nor_traced_and_a_correction_to_present_needs_a_document() {
        var room = new Classroom(sql, "Europe/Paris", 2, "MINUTE");
        UUID session = room.session("IN_PERSON", START, 200);
        UUID there = room.learners.get(0);
        UUID missing = room.learners.get(1);
        String me = trainer(room);
        assertThat(put(me, session, there, "{\"status\":\"PRESENT\",\"reason\":\"Appel\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(current(session, there).minutes().observed()).isEqualTo(200);
        sessions.close(session, "test");
        assertThat(current(session, missing).status()).isEqualTo(AttendanceStatus.ABSENT);
        assertThat(current(session, there).status()).isEqualTo(AttendanceStatus.PRESENT);

        String correction = "{\"status\":\"PRESENT\",\"reason\":\"Venu signer au bureau\"%s}";
        var refused = put(me, session, missing, correction.formatted(""));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("document");

        UUID document = document(me, session, "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF", 201);
        var accepted = put(me, session, missing, correction.formatted(",\"documentId\":\"" + document + "\""));
        assertThat(accepted.statusCode()).isEqualTo(200);
        assertThat(accepted.body()).contains("Venu signer au bureau");
        assertThat(attendance.history(session, missing)).hasSize(2);
        assertThat(cases.ofLearner(missing)).isEmpty();
    }

    @Test
    void the_same_mark_sent_twice_adds_nothing_and_another_does() {
        var room = new Classroom(sql, "Europe/Paris", 1, "MINUTE");
        UUID learner = room.learners.getFirst();
        UUID session = room.session("IN_PERSON", START, 200);
        String me = trainer(room);
        String absent = "{\"status\":\"ABSENT\",\"reason\":\"Ne s'est pas présentée\"}";
        String first = put(me, session, learner, absent).body();
        int traces = evidences.ofSession(session).size();
        assertThat(put(me, session, learner, absent).body()).isEqualTo(first);
        assertThat(evidences.ofSession(session)).hasSize(traces);
        assertThat(attendance.history(session, learner)).hasSize(1);

        String late = "{\"status\":\"LATE\",\"reason\":\"Arrivée\",\"from\":\"2026-03-02T08:30:00Z\"}";
        put(me, session, learner, late);
        put(me, session, learner, absent);
        put(me, session, learner, absent);
        assertThat(attendance.history(session, learner)).hasSize(3);
        assertThat(evidences.ofSession(session)).hasSize(traces + 2);
    }

    @Test
    void what_a_person_decided_is_not_overwritten_by_a_later_trace() {
        var room = new Classroom(sql, "Europe/Paris", 1, "MINUTE");
        UUID learner = room.learners.getFirst();
        UUID session = room.session("VIDEO", START, 200);
        sessions.close(session, "test");
        put(trainer(room), session, learner, "{\"status\":\"EXEMPT\",\"reason\":\"Dispense accordée\"}");
        int versions = attendance.history(session, learner).size();
        connected(session, learner, 0, 200);
        assertThat(attendance.history(session, learner)).hasSize(versions);
        assertThat(current(session, learner).status()).isEqualTo(AttendanceStatus.EXEMPT);
    }

    @Test
    void marks_that_make_no_sense_are_refused_with_what_is_wrong() {
        var room = new Classroom(sql, "Europe/Paris", 1, "MINUTE");
        UUID learner = room.learners.getFirst();
        UUID session = room.session("IN_PERSON", START, 200);
        String me = trainer(room);
        Map<String, Integer> bodies = Map.of(
                "{\"status\":\"AWAITING_DATA\",\"reason\":\"x\"}",
                422,
                "{\"status\":\"THERE\",\"reason\":\"x\"}",
                422,
                "{\"status\":\"PRESENT\"}",
                422,
                "{\"status\":\"LATE\",\"reason\":\"x\"}",
                422,
                "{\"status\":\"LATE\",\"reason\":\"x\",\"from\":\"2026-03-02T05:00:00Z\"}",
                422,
                "{\"status\":\"LATE\",\"reason\":\"x\",\"from\":\"hier\"}",
                422,
                "{\"status\":\"ABSENT\",\"reason\":\"" + "x".repeat(2_001) + "\"}",
                422,
                "{\"status\":\"ABSENT\",\"reason\":\"x\\u0000y\"}",
                400,
                "{\"status\":",
                400,
                "",
                400);
        bodies.forEach(
                (body, status) -> assertThat(put(me, session, learner, body).statusCode())
                        .as(body)
                        .isEqualTo(status));
        assertThat(put(me, session, UUID.randomUUID(), "nonsense").statusCode()).isEqualTo(404);
        assertThat(put(me, session, learner, "{\"status\":\"ABSENT\",\"reason\":\"x\"}", "text/plain")
                        .statusCode())
                .isEqualTo(415);
        document(me, session, "not a PDF", 415);
        var other = new Classroom(sql, "Europe/Paris", 1, "MINUTE");
        assertThat(put(trainer(other), session, learner, "nonsense").statusCode())
                .isEqualTo(403);
        assertThat(attendance.history(session, learner)).isEmpty();
    }

    @Test
    void an_absence_moves_through_its_justification_and_its_verdict_stays() {
        var room = new Classroom(sql, "Europe/Paris", 1, "MINUTE");
        UUID learner = room.learners.getFirst();
        UUID session = room.session("IN_PERSON", START, 200);
        sessions.close(session, "test");
        var one = cases.ofLearner(learner).getFirst();
        assertThat(one.state()).isEqualTo(JustificationState.TO_JUSTIFY);
        assertThat(one.deadline())
                .isEqualTo(WorkingDays.of(SmallCentre.PARIS)
                        .endOfWorkingDay(one.knownAt().plus(Duration.ofHours(48))));
        Verdict before = current(session, learner);

        UUID justification = UUID.randomUUID();
        cases.underReview(List.of(one.id()), justification, "apprenant");
        assertThat(attendance.ofSession(session).getFirst().justification()).isEqualTo(JustificationState.UNDER_REVIEW);
        cases.justified(List.of(one.id()), justification, "MALADIE", Map.of("EMPLOYER", "JUSTIFIED"), "formatrice");
        assertThat(cases.find(one.id()).orElseThrow().justification().reasonCode())
                .isEqualTo("MALADIE");
        assertThat(current(session, learner)).isEqualTo(before);
        assertThat(sql.sql("select state from absence_case_event where case_id = ? order by id")
                        .params(one.id())
                        .query(String.class)
                        .list())
                .containsExactly("TO_JUSTIFY", "UNDER_REVIEW", "JUSTIFIED");
    }

    private Boolean decided(UUID session) {
        decide(session);
        return true;
    }

    private void connected(UUID session, UUID learner, int from, int to) {
        evidences.record(List.of(
                Classroom.connection(session, learner, START.plusSeconds(from * 60L), START.plusSeconds(to * 60L))));
    }

    private List<AttendanceStatus> statuses(UUID session, Classroom room) {
        return room.learners.stream()
                .map(learner -> attendance.ofSession(session).stream()
                        .filter(row -> row.learner().id().equals(learner))
                        .findFirst()
                        .orElseThrow()
                        .status())
                .toList();
    }

    private Verdict current(UUID session, UUID learner) {
        return attendance.history(session, learner).getLast();
    }

    private String trainer(Classroom room) {
        String name = "trainer-" + room.trainer;
        calls.account(name, Role.TRAINER, room.trainer);
        return name;
    }

    private HttpResponse<String> put(String account, UUID session, UUID learner, String body) {
        return put(account, session, learner, body, "application/json");
    }

    private HttpResponse<String> put(String account, UUID session, UUID learner, String body, String type) {
        return calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/sessions/" + session + "/attendance/" + learner))
                .header("Authorization", calls.authorization(account))
                .header("Content-Type", type)
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private UUID document(String account, UUID session, String content, int status) {
        String body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"d.pdf\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n" + content + "\r\n--b--\r\n";
        var answer = calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/sessions/" + session + "/documents"))
                .header("Authorization", calls.authorization(account))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return status == 201
                ? UUID.fromString(answer.body().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1"))
                : new UUID(0, 0);
    }

    private void decideAsSystem(UUID session) {
        SystemActor.run(() -> decide(session));
    }

    /** As its job does. */
    private void decide(UUID session) {
        decisions.run(new DecisionDue.OfSession(session));
    }
}
