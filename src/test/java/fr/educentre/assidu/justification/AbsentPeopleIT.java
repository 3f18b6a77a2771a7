package fr.educentre.assidu.justification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.justification.AbsentPeople.AbsentPerson;
import fr.educentre.assidu.justification.AbsentPeople.CallOutcome;
import fr.educentre.assidu.justification.AbsentPeople.HalfDay;
import fr.educentre.assidu.justification.AbsentPeople.NewCall;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.SqlCounter;
import fr.educentre.assidu.training.LearnerPhones.Phone;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is missing on a day, whom to call, and what came of the calls. */
@AssiduIT
class AbsentPeopleIT {

    /** A Tuesday, 09:00 in Paris. */
    private static final Instant MORNING = Instant.parse("2027-11-09T08:00:00Z");

    private static final Instant AFTERNOON = MORNING.plus(Duration.ofMinutes(330));
    private static final LocalDate DAY = LocalDate.of(2027, 11, 9);

    @Autowired
    JdbcClient sql;

    @Autowired
    BackgroundWork background;

    @Autowired
    Calls calls;

    @Autowired
    SqlCounter counter;

    @Autowired
    Attendance attendance;

    @Autowired
    AbsentPeople absents;

    private SmallCentre centre;
    private UUID session;

    @BeforeEach
    void a_class_that_has_begun() {
        background.leap(MORNING.plus(Duration.ofMinutes(10)));
        centre = new SmallCentre(sql, 3);
        session = centre.session(MORNING);
        centre.session(AFTERNOON);
    }

    @AfterEach
    void nobody() {
        Calls.actAsSystem();
    }

    @Test
    void whoever_was_not_seen_is_missing_once_the_session_has_begun_and_no_longer_once_present() {
        asReferent();
        assertThat(shown()).containsExactly("0 AM AWAITING_DATA", "1 AM AWAITING_DATA", "2 AM AWAITING_DATA");
        mark(0, AttendanceStatus.PRESENT, null);
        mark(1, AttendanceStatus.ABSENT, null);
        mark(2, AttendanceStatus.LATE, MORNING.plus(Duration.ofMinutes(9)));
        assertThat(shown()).containsExactly("1 AM ABSENT", "2 AM LATE");
        background.leap(AFTERNOON.plusSeconds(60));
        assertThat(shown())
                .containsExactly(
                        "1 AM ABSENT", "2 AM LATE", "0 PM AWAITING_DATA", "1 PM AWAITING_DATA", "2 PM AWAITING_DATA");
    }

    @Test
    void numbers_are_the_learners_their_guardians_while_a_minor_and_their_tutors() {
        sql.sql("update learner set phone = '06 11 22 33 44', birth_date = '2010-05-01' where id = ?")
                .param(learner(0))
                .update();
        for (int i = 0; i < 2; i++) {
            sql.sql(
                            "insert into guardian (id, learner_id, first_name, last_name, phone) values (?, ?, 'Gaby', ?, '06 99')")
                    .params(SmallCentre.id(), learner(i), "Parent" + i)
                    .update();
        }
        UUID tutor = SmallCentre.id();
        sql.sql(
                        "insert into tutor (id, employer_id, first_name, last_name, phone) values (?, ?, 'Théo', 'Tuteur', '01 55')")
                .params(tutor, centre.employer)
                .update();
        sql.sql("update enrolment set tutor_id = ? where learner_id = ?")
                .params(tutor, learner(0))
                .update();
        asReferent();
        assertThat(person(0).phones())
                .containsExactly(
                        new Phone(Phone.Whose.LEARNER, "Lou Apprenant0", "06 11 22 33 44"),
                        new Phone(Phone.Whose.GUARDIAN, "Gaby Parent0", "06 99"),
                        new Phone(Phone.Whose.TUTOR, "Théo Tuteur", "01 55"));
        assertThat(person(1).phones()).as("an adult's parents are not called").isEmpty();
    }

    @Test
    void whether_they_were_written_to_and_whether_they_answered_is_said() {
        mark(0, AttendanceStatus.ABSENT, null);
        asReferent();
        assertThat(person(0).mails()).isEmpty();
        assertThat(person(0).toCall()).isTrue();
        background.runDueUntil(MORNING.plus(Duration.ofMinutes(45)));
        asReferent();
        assertThat(person(0).mails())
                .anySatisfy(mail -> {
                    assertThat(mail.recipientKind()).isEqualTo("LEARNER");
                    assertThat(mail.state()).isEqualTo("SENT");
                    assertThat(mail.sentAt()).isNotNull();
                })
                .anySatisfy(mail -> assertThat(mail.recipientKind()).isEqualTo("EMPLOYER"));
        assertThat(person(0).answer()).isEqualTo(JustificationState.TO_JUSTIFY);
    }

    @Test
    void a_call_is_noted_once_whatever_is_repeated_and_can_be_taken_back_without_being_forgotten() {
        asReferent();
        UUID id = SmallCentre.id();
        for (int i = 0; i < 2; i++) {
            absents.record(id, learner(0), call(CallOutcome.ANSWERED, "Arrive à 10 h"));
        }
        assertThat(person(0).calls()).singleElement().satisfies(call -> {
            assertThat(call.id()).isEqualTo(id);
            assertThat(call.outcome()).isEqualTo(CallOutcome.ANSWERED);
            assertThat(call.note()).isEqualTo("Arrive à 10 h");
            assertThat(call.by()).isEqualTo("r-" + centre.code);
        });
        assertThat(person(0).toCall()).isFalse();
        absents.takeBack(learner(0), id);
        assertThat(person(0).calls()).isEmpty();
        assertThat(sql.sql("select withdrawn_by from absence_call where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("r-" + centre.code);
        assertThatThrownBy(() -> absents.takeBack(learner(0), id)).isInstanceOf(Refusal.class);
    }

    @Test
    void neither_the_note_nor_the_call_is_anybody_elses() {
        asReferent();
        UUID id = SmallCentre.id();
        absents.record(id, learner(0), call(CallOutcome.ANSWERED, "à l'hôpital"));

        calls.actAs("t-" + centre.code, Role.TRAINER, centre.trainer);
        assertThat(person(0).calls()).singleElement().satisfies(call -> {
            assertThat(call.outcome()).isEqualTo(CallOutcome.ANSWERED);
            assertThat(call.note()).isEmpty();
        });
        assertThatThrownBy(() -> absents.record(SmallCentre.id(), learner(0), call(CallOutcome.ANSWERED, "")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.ROLE));

        calls.actAs("r2-" + centre.code, Role.REFERENT, new SmallCentre(sql, 0).referent);
        assertThat(shown()).isEmpty();
        assertThatThrownBy(() -> absents.record(SmallCentre.id(), learner(0), call(CallOutcome.ANSWERED, "")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_YOURS));
        assertThatThrownBy(() -> absents.takeBack(learner(0), id)).isInstanceOf(Refusal.class);

        calls.actAs("t2-" + centre.code, Role.TRAINER, new SmallCentre(sql, 0).trainer);
        assertThat(shown()).isEmpty();
        assertThatThrownBy(() -> absents.on(DAY, centre.group)).isInstanceOf(Refusal.class);

        assertThat(sql.sql("select after::text from journal_entry where learner_id = ? and action = 'absence.called'")
                        .param(learner(0))
                        .query(String.class)
                        .single())
                .doesNotContain("hôpital");
    }

    @Test
    void a_call_says_what_came_of_it_and_no_later_day() {
        asReferent();
        assertThatThrownBy(() -> absents.record(
                        SmallCentre.id(),
                        learner(0),
                        new NewCall(DAY.plusDays(9), HalfDay.AM, CallOutcome.ANSWERED, "x")))
                .isInstanceOfSatisfying(
                        InvalidContent.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting("field")
                                .containsExactly("day"));
        assertThatThrownBy(
                        () -> absents.record(SmallCentre.id(), learner(0), call(CallOutcome.ANSWERED, "x".repeat(501))))
                .isInstanceOfSatisfying(
                        InvalidContent.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting("field")
                                .containsExactly("note"));
    }

    @Test
    void it_takes_as_many_statements_for_thirty_as_for_three() throws Exception {
        mark(0, AttendanceStatus.ABSENT, null);
        asReferent();
        int few = counter.statementsOf(() -> absents.on(DAY, null)).size();
        var larger = new SmallCentre(sql, 30);
        larger.session(MORNING);
        calls.actAs("r3-" + larger.code, Role.REFERENT, larger.referent);
        assertThat(absents.on(DAY, null)).hasSize(30);
        assertThat(counter.statementsOf(() -> absents.on(DAY, null)))
                .hasSize(few)
                .hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void calls_tell_who_is_missing_and_note_what_came_of_it() {
        String referent = "r-" + centre.code;
        calls.account(referent, Role.REFERENT, centre.referent);
        var listed = send(referent, "GET", "/api/v1/absents?day=2027-11-09&group=" + centre.group, "");
        assertThat(listed.statusCode()).isEqualTo(200);
        assertThat(listed.body()).contains("\"halfDay\":\"AM\"", "\"status\":\"AWAITING_DATA\"", "Lou Apprenant0");

        String path = "/api/v1/absents/" + learner(0) + "/calls";
        var noted =
                send(referent, "POST", path, "{\"day\":\"2027-11-09\",\"halfDay\":\"AM\",\"outcome\":\"UNREACHABLE\"}");
        assertThat(noted.statusCode()).isEqualTo(201);
        String location = noted.headers().firstValue("Location").orElseThrow();
        assertThat(send(referent, "GET", "/api/v1/absents?day=2027-11-09", "").body())
                .contains("\"outcome\":\"UNREACHABLE\"");
        assertThat(send(referent, "DELETE", location.substring(location.indexOf("/api/")), "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(send(referent, "POST", path, "{\"day\":\"2027-11-09\"}")).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("\"halfDay\"", "\"outcome\"");
        });
        assertThat(send(referent, "GET", "/api/v1/absents?day=hier", "").statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<String> send(String account, String verb, String path, String body) {
        return calls.send(HttpRequest.newBuilder(calls.uri(path))
                .header("Authorization", calls.authorization(account))
                .header("Content-Type", "application/json")
                .method(verb, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private void asReferent() {
        calls.actAs("r-" + centre.code, Role.REFERENT, centre.referent);
    }

    private static NewCall call(CallOutcome outcome, String note) {
        return new NewCall(DAY, HalfDay.AM, outcome, note);
    }

    private UUID learner(int number) {
        return centre.learners.get(number);
    }

    private AbsentPerson person(int number) {
        return absents.on(DAY, null).stream()
                .filter(one -> one.learnerId().equals(learner(number)))
                .findFirst()
                .orElseThrow();
    }

    private List<String> shown() {
        return absents.on(DAY, null).stream()
                .map(one -> centre.learners.indexOf(one.learnerId()) + " " + one.halfDay() + " " + one.status())
                .toList();
    }

    private void mark(int number, AttendanceStatus status, Instant from) {
        calls.actAs("t-" + centre.code, Role.TRAINER, centre.trainer);
        attendance.mark(session, learner(number), new Attendance.Mark(status, from, null, null, null));
        asReferent();
    }
}
