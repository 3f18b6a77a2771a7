package fr.educentre.assidu.relaunch.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.alerts.Alerts;
import fr.educentre.assidu.alerts.Alerts.AlertView;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.Attendance.Mark;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.relaunch.Relaunches;
import fr.educentre.assidu.relaunch.Relaunches.RelaunchView;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.Mails;
import fr.educentre.assidu.testing.SmallCentre;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;

/** Absences that nobody justified, the mail that follows, and the three ways it ends. */
@AssiduIT
class RelaunchStoryIT {

    /** A Monday, 09:00 in Paris; one half-day a day until Friday. */
    private static final Instant MONDAY = Instant.parse("2027-06-07T07:00:00Z");

    /** The last deadline, of Friday's absence, passed at the end of the next Monday. */
    private static final Instant DEADLINES_PASSED = Instant.parse("2027-06-14T22:05:00Z");

    private static final String RULE = "Trois absences en un mois";
    private static final String SUBJECT = "Faisons le point";

    @Autowired
    JdbcClient sql;

    @Autowired
    BackgroundWork background;

    @Autowired
    GreenMail mail;

    @Autowired
    Calls calls;

    @Autowired
    Attendance attendance;

    @Autowired
    Alerts alerts;

    @Autowired
    Relaunches relaunches;

    @Autowired
    RuntimeService processes;

    @Autowired
    TaskService tasks;

    @Autowired
    UserDetailsService users;

    private final List<UUID> sessions = new ArrayList<>();
    private SmallCentre centre;
    private UUID learner;
    private String trainerAccount;

    @BeforeEach
    void threeAbsencesThatAreNotConsecutive() {
        background.leap(MONDAY.minusSeconds(600));
        centre = new SmallCentre(sql, 1);
        learner = centre.learners.getFirst();
        trainerAccount = "t-" + centre.code;
        calls.account(trainerAccount, Role.TRAINER, centre.trainer);
        for (int day = 0; day < 5; day++) {
            Instant start = MONDAY.plus(Duration.ofDays(day));
            sessions.add(centre.session(start));
            background.leap(start.plusSeconds(300));
            mark(sessions.getLast(), day % 2 == 0 ? AttendanceStatus.ABSENT : AttendanceStatus.PRESENT);
            background.runDue();
        }
    }

    @AfterEach
    void nobody() {
        Calls.actAsSystem();
    }

    @Test
    void a_learner_who_comes_back_is_not_written_to_again() {
        String text = relaunched();
        assertThat(text)
                .contains("Bonjour Lou", "Depuis le lundi 7 juin 2027", "3 demi-journées d’absence non justifiée")
                .contains("(seuil\u00a0: 3)", "Rose Référente");
        for (int i = 0; i < 3; i++) {
            alerts.evaluate(List.of(learner));
        }
        background.runDue();
        assertThat(mails()).hasSize(1);
        assertThat(relaunches.ofLearner(learner)).hasSize(1);

        Instant back = MONDAY.plus(Duration.ofDays(8));
        UUID session = centre.session(back);
        background.leap(back.plusSeconds(300));
        mark(session, AttendanceStatus.PRESENT);
        background.runDue();
        assertThat(relaunch().state()).isEqualTo("RETURNED");
        assertThat(running()).isZero();

        background.leap(MONDAY.plus(Duration.ofDays(18)));
        alerts.evaluate(List.of(learner));
        background.runDue();
        assertThat(mails()).hasSize(1);
        assertThat(relaunch().reminders().secondSentAt()).isNull();
    }

    @Test
    void without_a_return_one_second_mail_leaves_after_the_delay_then_the_referent_takes_over() {
        relaunched();
        background.leap(Instant.parse("2027-06-17T07:00:00Z"));
        assertThat(mails()).as("not before three working days").hasSize(1);
        background.leap(Instant.parse("2027-06-17T22:30:00Z"));
        assertThat(mails()).hasSize(2);
        alerts.evaluate(List.of(learner));
        background.runDue();
        assertThat(mails()).hasSize(2);

        background.leap(Instant.parse("2027-06-23T10:00:00Z"));
        assertThat(relaunch().state()).isEqualTo("ESCALATED");
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(key()).count())
                .isEqualTo(1);
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(key())
                .singleResult()
                .getId();
        String referent = "r-" + centre.code;
        calls.account(referent, Role.REFERENT, centre.referent);
        assertThat(complete(referent, task, "").statusCode()).isEqualTo(422);
        assertThat(complete(referent, task, "Vue au téléphone, revient lundi").statusCode())
                .isBetween(200, 204);
        assertThat(relaunch().state()).isEqualTo("ENDED");
        assertThat(running()).isZero();
        assertThat(mails()).hasSize(2);
    }

    @Test
    void facts_that_changed_end_it_without_another_mail() {
        relaunched();
        background.runDue();
        mark(sessions.get(2), AttendanceStatus.PRESENT);
        background.leap(Instant.parse("2027-06-18T10:00:00Z"));
        assertThat(relaunch().state()).isEqualTo("FACTS_CHANGED");
        assertThat(running()).isZero();
        background.runDue();
        assertThat(mails()).hasSize(1);
        assertThat(alert().state()).isEqualTo("RESOLVED");
    }

    @Test
    void an_alert_that_is_dealt_with_ends_its_relaunch_at_once() {
        relaunched();
        dealtWith("Vue au téléphone");
        assertThat(relaunch().state()).isEqualTo("ENDED");
        assertThat(relaunch().end().endReason()).contains("Alerte traitée par");
        assertThat(running()).isZero();
        background.leap(Instant.parse("2027-06-22T10:00:00Z"));
        assertThat(mails()).as("no second mail").hasSize(1);
    }

    @Test
    void the_task_of_a_relaunch_ends_when_somebody_deals_with_its_alert() {
        relaunched();
        theReferentIsToAct();
        dealtWith("Vue au téléphone");
        assertThat(openTasks()).isZero();
        assertThat(running()).isZero();
    }

    @Test
    void the_task_of_a_relaunch_ends_when_the_facts_of_its_alert_change() {
        relaunched();
        theReferentIsToAct();
        mark(sessions.get(2), AttendanceStatus.PRESENT);
        background.runDue();
        assertThat(alert().state()).isEqualTo("RESOLVED");
        assertThat(openTasks()).isZero();
        assertThat(relaunch().state()).isIn("FACTS_CHANGED", "RETURNED");
    }

    private void theReferentIsToAct() {
        background.leap(Instant.parse("2027-06-17T22:30:00Z"));
        background.leap(Instant.parse("2027-06-23T10:00:00Z"));
        assertThat(relaunch().state()).isEqualTo("ESCALATED");
        assertThat(openTasks()).isOne();
    }

    private long openTasks() {
        return tasks.createTaskQuery().processInstanceBusinessKey(key()).count();
    }

    private void dealtWith(String note) {
        alerts.resolve(alert().id(), "Rose Référente", note);
        background.runDue();
        assertThat(alert().state()).isEqualTo("RESOLVED");
    }

    /** The deadlines pass, the published rule fires, the first mail leaves. */
    private String relaunched() {
        background.leap(DEADLINES_PASSED);
        assertThat(mails()).hasSize(1);
        assertThat(relaunch().reminders().firstSentAt()).isNotNull();
        assertThat(alert().state()).isEqualTo("OPEN");
        return mails().getFirst();
    }

    private AlertView alert() {
        return alerts.ofLearner(learner).stream()
                .filter(raised -> raised.raisedBy().ruleName().equals(RULE))
                .findFirst()
                .orElseThrow();
    }

    private RelaunchView relaunch() {
        return relaunches.ofLearner(learner).getFirst();
    }

    private List<String> mails() {
        return Mails.texts(mail, centre.email(0), SUBJECT);
    }

    private String key() {
        return RelaunchStarter.key(alert().id());
    }

    private long running() {
        return processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(key())
                .count();
    }

    private HttpResponse<String> complete(String account, String task, String comment) {
        return calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/tasks/" + task + "/complete"))
                .header("Authorization", calls.authorization(account))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"decision\":\"DONE\",\"comment\":\"" + comment + "\"}"))
                .build());
    }

    private void mark(UUID session, AttendanceStatus status) {
        UserDetails user = users.loadUserByUsername(trainerAccount);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
        attendance.mark(session, learner, new Mark(status, null, null, "appel", null));
        Calls.actAsSystem();
    }
}
