package fr.educentre.assidu.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance.Mark;
import fr.educentre.assidu.attendance.CorrectionRequests.CorrectionRequest.State;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.workflow.TaskKind.Decision;
import fr.educentre.assidu.workflow.TaskList;
import fr.educentre.assidu.workflow.TaskList.TaskView;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A learner says that a mark is wrong: whoever taught and the referent look at it, and nothing changes by itself. */
@AssiduIT
class CorrectionRequestsIT {

    private static final Instant START = Instant.parse("2027-04-13T07:00:00Z");

    @Autowired
    JdbcClient sql;

    @Autowired
    BackgroundWork background;

    @Autowired
    Calls calls;

    @Autowired
    CurrentActor current;

    @Autowired
    Attendance attendance;

    @Autowired
    CorrectionRequests requests;

    @Autowired
    TaskList tasks;

    private SmallCentre centre;
    private UUID learner;
    private UUID session;

    @BeforeEach
    void somebody_marked_absent() {
        background.leap(START.minusSeconds(600));
        centre = new SmallCentre(sql, 2);
        learner = centre.learners.getFirst();
        session = centre.session(START);
        background.leap(START.plusSeconds(300));
        trainer();
        attendance.mark(session, learner, new Mark(AttendanceStatus.ABSENT, null, null, "Appel", null));
        background.leap(START.plus(Duration.ofMinutes(20)));
        learner();
    }

    @AfterEach
    void nobody() {
        Calls.actAsSystem();
    }

    @Test
    void it_becomes_one_task_of_the_trainer_and_of_the_referent_and_changes_no_mark() {
        int versions = attendance.history(session, learner).size();
        var first = requests.ask(session, "  J'étais là, au fond. ");
        var again = requests.ask(session, "Je répète");
        assertThat(first.anew()).isTrue();
        assertThat(again.anew()).isFalse();
        assertThat(again.request().id()).isEqualTo(first.request().id());
        assertThat(again.request().wish()).isEqualTo("J'étais là, au fond.");
        trainer();
        TaskView task = waiting().getFirst();
        assertThat(waiting()).hasSize(1);
        assertThat(task.about().learnerId()).isEqualTo(learner);
        assertThat(task.facts()).containsValue("J'étais là, au fond.").containsValue("/seances/" + session);
        assertThat(task.dates().dueAt()).isAfter(START);
        calls.actAs("r-" + centre.code, Role.REFERENT, centre.referent);
        assertThat(waiting()).hasSize(1);
        calls.actAs("other-" + centre.code, Role.REFERENT, UUID.randomUUID());
        assertThat(waiting()).isEmpty();
        assertThat(attendance.history(session, learner)).hasSize(versions);
        assertThat(journal()).containsExactly("attendance.correctionAsked");
    }

    @Test
    void it_is_done_once_a_person_has_corrected_the_mark() {
        requests.ask(session, "J'étais là");
        trainer();
        String task = waiting().getFirst().id();
        assertThatThrownBy(() -> tasks.complete(current.get(), task, Decision.DONE, ""))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.key()).isEqualTo("refusal.correction.notCorrected"));
        background.leap(START.plus(Duration.ofMinutes(40)));
        trainer();
        attendance.mark(session, learner, new Mark(AttendanceStatus.PRESENT, null, null, "Vu au fond", null));
        background.runDue();
        trainer();
        tasks.complete(current.get(), task, Decision.DONE, "");
        assertThat(requests.ofLearner(learner))
                .singleElement()
                .satisfies(one -> assertThat(one.state()).isEqualTo(State.CORRECTED))
                .satisfies(one -> assertThat(one.answer()).isNotNull());
        assertThat(journal()).containsExactly("attendance.correctionAsked", "attendance.correctionAnswered");
        learner();
        assertThat(requests.ask(session, "Encore").anew()).isTrue();
    }

    @Test
    void who_keeps_the_mark_says_why() {
        requests.ask(session, "J'étais là");
        trainer();
        String task = waiting().getFirst().id();
        assertThatThrownBy(() -> tasks.complete(current.get(), task, Decision.REFUSE, " "))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("refusal.correction.why"));
        tasks.complete(current.get(), task, Decision.REFUSE, "Personne ne vous a vu.");
        assertThat(requests.ofLearner(learner))
                .singleElement()
                .satisfies(one -> assertThat(one.state()).isEqualTo(State.DECLINED))
                .satisfies(one -> assertThat(one.answer()).extracting("text").isEqualTo("Personne ne vous a vu."));
    }

    @Test
    void it_is_asked_of_ones_own_sessions_alone_once_they_have_begun() {
        UUID later = centre.session(START.plus(Duration.ofDays(1)));
        UUID elsewhere = new SmallCentre(sql, 1).session(START);
        assertRefused(later, "Trop tôt", "refusal.correction.notHeld");
        assertRefused(elsewhere, "Pas la mienne", "refusal.notYours");
        assertRefused(UUID.randomUUID(), "Inconnue", "refusal.notFound.session");
        assertRefused(session, " \n ", "refusal.correction.wish");
        assertRefused(session, "x".repeat(1001), "refusal.correction.long");
        assertThat(requests.ofLearner(learner)).isEmpty();
    }

    @Test
    void a_program_asks_with_a_call_and_reads_what_became_of_it() {
        String account = "l-" + centre.code;
        String body = "{\"reason\":\"Présente\"}";
        HttpResponse<String> first = post(account, body);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("Location").orElse("")).endsWith(learner + "/correction-requests");
        assertThat(post(account, body).statusCode()).isEqualTo(200);
        assertThat(get(account).body()).contains("\"ASKED\"", "Présente");
        String other = "l1-" + centre.code;
        calls.account(other, Role.LEARNER, centre.learners.get(1));
        assertThat(get(other).statusCode()).isEqualTo(403);
        calls.account("q-" + centre.code, Role.QUALITY_MANAGER, UUID.randomUUID());
        assertThat(post("q-" + centre.code, body).statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> post(String account, String body) {
        return calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/sessions/" + session + "/correction-requests"))
                .header("Authorization", calls.authorization(account))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpResponse<String> get(String account) {
        return calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/learners/" + learner + "/correction-requests"))
                .header("Authorization", calls.authorization(account))
                .build());
    }

    private void assertRefused(UUID of, String wish, String key) {
        assertThatThrownBy(() -> requests.ask(of, wish))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    private List<TaskView> waiting() {
        return tasks.of(current.get(), 0, 50).items().stream()
                .filter(task -> "demande-de-correction".equals(task.kind()))
                .filter(task -> learner.equals(task.about().learnerId()))
                .toList();
    }

    private List<String> journal() {
        return sql.sql("select action from journal_entry where learner_id = ? and action like 'attendance.correction%'"
                        + " order by seq")
                .param(learner)
                .query(String.class)
                .list();
    }

    private void trainer() {
        calls.actAs("t-" + centre.code, Role.TRAINER, centre.trainer);
    }

    private void learner() {
        calls.actAs("l-" + centre.code, Role.LEARNER, learner);
    }
}
