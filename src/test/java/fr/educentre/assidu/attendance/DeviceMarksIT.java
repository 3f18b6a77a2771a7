package fr.educentre.assidu.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance.Mark;
import fr.educentre.assidu.attendance.Attendance.Row;
import fr.educentre.assidu.attendance.DeviceMarks.Batch;
import fr.educentre.assidu.attendance.DeviceMarks.DeviceMark;
import fr.educentre.assidu.attendance.DeviceMarks.Outcome;
import fr.educentre.assidu.attendance.DeviceMarks.Result;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.evidence.Trace;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import fr.educentre.assidu.testing.SmallCentre;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Marks that a phone kept without a connection: taken once, with both times, and never over what was said since. */
@AssiduIT
class DeviceMarksIT {

    private static final Instant START = Instant.parse("2029-06-04T07:00:00Z");
    private static final Instant MARKED = START.plus(Duration.ofMinutes(5));
    private static final Instant BACK = START.plus(Duration.ofMinutes(100));

    @Autowired
    DeviceMarks devices;

    @Autowired
    Attendance attendance;

    @Autowired
    Evidences evidences;

    @Autowired
    JdbcClient sql;

    @Autowired
    Calls calls;

    @Autowired
    MutableClock clock;

    @Autowired
    Texts texts;

    private SmallCentre centre;
    private UUID session;

    @BeforeEach
    void a_class_without_a_connection() {
        clock.set(BACK);
        centre = new SmallCentre(sql, 3);
        session = centre.session(START);
        trainer();
    }

    private void trainer() {
        calls.actAs("t-" + centre.code, Role.TRAINER, centre.trainer);
    }

    @Test
    void a_mark_is_kept_with_the_time_of_the_tap_and_the_time_it_came() {
        assertThat(send(present(0, MARKED)).result()).isEqualTo(Result.RECORDED);

        Trace trace = traces().getFirst();
        assertThat(occurred(trace)).isEqualTo(MARKED);
        assertThat(trace.payload().get("device").toString())
                .contains(MARKED.toString(), "receivedAt=" + BACK, "sentAt=" + BACK);
        assertThat(row(0).status()).isEqualTo(AttendanceStatus.PRESENT);
        assertThat(row(0).verdict().decidedBy().why().in(Texts.FRENCH, texts).replace('\u00a0', ' '))
                .contains("marqué hors ligne le", "09 h 05", "reçu le", "10 h 40");
    }

    @Test
    void the_same_mark_sent_again_adds_nothing() {
        DeviceMark mark = present(0, MARKED);
        send(mark);
        assertThat(send(mark)).isEqualTo(new Outcome(mark.key(), mark.learnerId(), Result.ALREADY_KNOWN, null));
        assertThat(devices.receive(session, new Batch(BACK, List.of(mark, mark))))
                .extracting(Outcome::result)
                .containsOnly(Result.ALREADY_KNOWN);
        assertThat(traces()).hasSize(1);
        assertThat(attendance.history(session, centre.learners.getFirst())).hasSize(1);
    }

    @Test
    void what_was_marked_the_same_meanwhile_is_known() {
        attendance.mark(
                session, centre.learners.getFirst(), new Mark(AttendanceStatus.PRESENT, null, null, null, null));
        assertThat(send(present(0, MARKED)).result()).isEqualTo(Result.ALREADY_KNOWN);
        assertThat(traces()).hasSize(1);
    }

    @Test
    void a_correction_made_meanwhile_stands_and_the_trainer_is_told_whose_it_is() {
        calls.actAs("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        attendance.mark(
                session, centre.learners.getFirst(), new Mark(AttendanceStatus.ABSENT, null, null, "malaise", null));
        trainer();
        Outcome refused = send(present(0, MARKED));

        assertThat(refused.result()).isEqualTo(Result.REFUSED);
        assertThat(refused.why().in(Texts.FRENCH, texts)).contains("q-" + centre.code, "Absent", "rien n’a été changé");
        assertThat(row(0).status()).isEqualTo(AttendanceStatus.ABSENT);
        assertThat(traces()).hasSize(1);
    }

    @Test
    void a_later_word_of_the_same_trainer_stands_too_and_so_does_taking_it_back() {
        attendance.mark(session, centre.learners.get(0), new Mark(AttendanceStatus.ABSENT, null, null, null, null));
        attendance.mark(session, centre.learners.get(1), new Mark(AttendanceStatus.ABSENT, null, null, null, null));
        attendance.takeBack(session, centre.learners.get(1));
        assertThat(send(present(0, MARKED)).result()).isEqualTo(Result.REFUSED);
        assertThat(send(present(1, MARKED)).why().in(Texts.FRENCH, texts)).contains("a annulé le pointage");
        assertThat(row(1).status()).isEqualTo(AttendanceStatus.AWAITING_DATA);
    }

    @Test
    void what_someone_else_said_before_the_tap_and_was_not_seen_is_not_overwritten() {
        clock.set(START.plus(Duration.ofMinutes(1)));
        calls.actAs("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        attendance.mark(session, centre.learners.getFirst(), new Mark(AttendanceStatus.ABSENT, null, null, null, null));
        clock.set(BACK);
        trainer();
        assertThat(send(mark(0, AttendanceStatus.PRESENT, MARKED, 0)).result()).isEqualTo(Result.REFUSED);
        assertThat(send(mark(0, AttendanceStatus.PRESENT, MARKED, 1)).result()).isEqualTo(Result.RECORDED);
    }

    @Test
    void a_mark_for_a_session_closed_meanwhile_is_refused_with_the_reason_and_the_others_are_taken() {
        attendance.close(session);
        assertThat(send(present(0, MARKED)).why().in(Texts.FRENCH, texts)).contains("clôturée entre-temps");
        assertThat(traces()).isEmpty();
    }

    @Test
    void one_refused_mark_keeps_no_other_from_being_taken() {
        DeviceMark stranger = new DeviceMark(
                UUID.randomUUID(),
                UUID.randomUUID(),
                new Mark(AttendanceStatus.PRESENT, null, null, null, null),
                MARKED);
        assertThat(devices.receive(session, new Batch(BACK, List.of(stranger, present(0, MARKED), late(1)))))
                .extracting(Outcome::result)
                .containsExactly(Result.REFUSED, Result.RECORDED, Result.REFUSED);
        assertThat(row(0).status()).isEqualTo(AttendanceStatus.PRESENT);
    }

    @Test
    void a_phone_whose_clock_is_hours_wrong_still_says_how_long_ago() {
        Duration wrong = Duration.ofHours(7);
        DeviceMark mark = present(0, MARKED.plus(wrong));
        devices.receive(session, new Batch(BACK.plus(wrong), List.of(mark)));
        assertThat(occurred(traces().getFirst())).isEqualTo(MARKED);
    }

    @Test
    void a_mark_from_the_future_before_the_roll_call_or_of_long_ago_is_bounded() {
        devices.receive(session, new Batch(BACK, List.of(present(0, BACK.plus(Duration.ofDays(2))))));
        assertThat(occurred(traces().getFirst())).isEqualTo(BACK);
        assertThat(send(present(1, START.minus(Duration.ofMinutes(31)))).why().in(Texts.FRENCH, texts))
                .contains("avant l’ouverture de l’appel");
        clock.set(MARKED.plus(Duration.ofDays(8)));
        Outcome old = devices.receive(session, new Batch(clock.instant(), List.of(present(1, MARKED))))
                .getFirst();
        assertThat(old.why().in(Texts.FRENCH, texts)).contains("plus de 7 jours");
    }

    @Test
    void another_trainer_sends_nothing_for_this_session() {
        calls.actAs("x-" + centre.code, Role.TRAINER, SmallCentre.id());
        assertThatThrownBy(() -> send(present(0, MARKED))).isInstanceOf(Refusal.class);
        trainer();
        assertThatThrownBy(() -> devices.receive(
                        session,
                        new Batch(BACK, java.util.Collections.nCopies(DeviceMarks.MOST + 1, present(0, MARKED)))))
                .isInstanceOf(Refusal.class);
        assertThat(traces()).isEmpty();
    }

    @Test
    void a_program_sends_marks_and_is_told_what_became_of_each() {
        String learner = centre.learners.getFirst().toString();
        String body = "{\"sentAt\":\"2029-06-04T10:40:00+02:00\",\"marks\":[{\"key\":\"" + UUID.randomUUID()
                + "\",\"learnerId\":\"" + learner + "\",\"status\":\"LATE\",\"at\":\"2029-06-04T09:20:00+02:00\","
                + "\"from\":\"2029-06-04T09:15:00+02:00\"}]}";
        assertThat(post(body).body()).contains("\"result\":\"RECORDED\"", learner);
        assertThat(post(body).body()).contains("\"result\":\"ALREADY_KNOWN\"");
        assertThat(row(0).status()).isEqualTo(AttendanceStatus.LATE);
        assertThat(post("{\"sentAt\":\"2029-06-04T10:40:00+02:00\"}").statusCode())
                .isEqualTo(400);
        assertThat(post(body.replace("\"key\"", "\"other\"")).statusCode()).isIn(400, 422);
        assertThat(post(body.replace("LATE", "HERE")).statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> post(String body) {
        return calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/sessions/" + session + "/offline-marks"))
                .header("Authorization", calls.authorization("t-" + centre.code))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private Outcome send(DeviceMark mark) {
        return devices.receive(session, new Batch(clock.instant(), List.of(mark)))
                .getFirst();
    }

    private DeviceMark present(int learner, Instant at) {
        return mark(learner, AttendanceStatus.PRESENT, at, null);
    }

    /** Without the minutes that it needs. */
    private DeviceMark late(int learner) {
        return mark(learner, AttendanceStatus.LATE, MARKED, null);
    }

    private DeviceMark mark(int learner, AttendanceStatus status, Instant at, @Nullable Integer seen) {
        return new DeviceMark(
                UUID.randomUUID(), centre.learners.get(learner), new Mark(status, null, null, null, null, seen), at);
    }

    /** The clock of tests goes on. */
    private static Instant occurred(Trace trace) {
        return trace.time().occurredAt().truncatedTo(ChronoUnit.SECONDS);
    }

    private List<Trace> traces() {
        return evidences.ofSession(session).stream()
                .filter(one -> one.origin().source() == EvidenceSource.ROLL_CALL)
                .toList();
    }

    private Row row(int learner) {
        return attendance.ofSession(session).stream()
                .filter(one -> one.learner().id().equals(centre.learners.get(learner)))
                .findFirst()
                .orElseThrow();
    }
}
