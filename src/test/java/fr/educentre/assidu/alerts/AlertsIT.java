package fr.educentre.assidu.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.access.SystemActor;
import fr.educentre.assidu.alerts.Alerts.AlertView;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.Reading;
import fr.educentre.assidu.testing.SqlCounter;
import fr.educentre.assidu.training.CentreSetup;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Modality;
import fr.educentre.assidu.training.NatureOfAction;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AssiduIT
class AlertsIT {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @LocalServerPort
    int port;

    @Autowired
    CentreSetup setup;

    @Autowired
    Attendance attendance;

    @Autowired
    Alerts alerts;

    @Autowired
    OpenRelaunches relaunches;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SqlCounter counter;

    @Autowired
    JdbcClient sql;

    @Autowired
    Calls calls;

    @Autowired
    Clock clock;

    @Autowired
    BackgroundWork background;

    @Autowired
    Texts texts;

    private final List<UUID> learners = new ArrayList<>();
    private final List<UUID> sessions = new ArrayList<>();

    @BeforeEach
    void centre() {
        transaction.executeWithoutResult(status -> {
            String code = "ALERT-" + id();
            LocalDate today = clock.instant().atZone(PARIS).toLocalDate();
            UUID site = id();
            UUID programme = id();
            UUID group = id();
            UUID trainer = id();
            setup.addSites(List.of(
                    new CentreSetup.NewSite(site, code, "Paris", PARIS, "1 rue", "75001", "Paris", "0100000000")));
            setup.addProgrammes(List.of(new CentreSetup.NewProgramme(
                    programme, code, "Programme", NatureOfAction.TRAINING, 6000, List.of())));
            setup.addTrainers(
                    List.of(new CentreSetup.NewPerson(trainer, code, "Ali", "Roux", code + "@assidu.test", "")));
            setup.addGroups(List.of(new CentreSetup.NewGroup(
                    group, code, "Groupe", programme, site, null, today.minusDays(60), today.plusDays(60))));
            for (int i = 0; i < 3; i++) {
                UUID learner = id();
                learners.add(learner);
                setup.addLearners(List.of(new LearnerInfo(
                        learner, code + i, "Léa", "Martin" + i, code + i + "@assidu.test", null, null)));
                setup.addMemberships(List.of(new CentreSetup.NewMembership(learner, group, today.minusDays(60), null)));
                setup.addEnrolments(List.of(new CentreSetup.NewEnrolment(
                        id(),
                        code + i,
                        learner,
                        programme,
                        group,
                        new CentreSetup.NewEnrolment.Employment(null, null, false),
                        new CentreSetup.NewEnrolment.Agreement(today.minusDays(60), today.plusDays(60), 6000))));
            }
            for (int day = 5; day >= 1; day--) {
                UUID session = id();
                sessions.add(session);
                var start = today.minusDays(day).atTime(9, 0).atZone(PARIS).toInstant();
                setup.addSessions(List.of(new CentreSetup.NewSession(
                        session,
                        code + day,
                        "Séance",
                        new CentreSetup.NewSession.Course(group, null),
                        trainer,
                        new CentreSetup.NewSession.Schedule(
                                today.minusDays(day), start, start.plusSeconds(210 * 60), List.of()),
                        new CentreSetup.NewSession.Place(site, Modality.IN_PERSON, null, null),
                        null)));
            }
        });
    }

    @Test
    void consecutive_absences_raise_one_alert_and_coming_back_resolves_it() {
        UUID learner = learners.getFirst();
        mark(0, AttendanceStatus.PRESENT);
        mark(1, AttendanceStatus.ABSENT);
        SystemActor.run(() -> alerts.evaluate(List.of(learner)));
        assertThat(of(learner, "Absences consécutives")).isEmpty();
        mark(2, AttendanceStatus.ABSENT);
        SystemActor.run(() -> alerts.evaluate(List.of(learner)));
        SystemActor.run(() -> alerts.evaluate(List.of(learner)));
        var raised = of(learner, "Absences consécutives");
        assertThat(raised).hasSize(1);
        var alert = raised.getFirst();
        assertThat(alert.state()).isEqualTo("OPEN");
        assertThat(french(alert)).startsWith("2 demi-journées de formation consécutives d'absence (seuil : 2) : ");
        assertThat(alerts.stillHolds(alert.id())).isTrue();
        mark(3, AttendanceStatus.ABSENT);
        SystemActor.run(() -> alerts.evaluate(List.of(learner)));
        assertThat(of(learner, "Absences consécutives"))
                .singleElement()
                .satisfies(grown -> assertThat(french(grown)).startsWith("3 demi-journées"));
        mark(4, AttendanceStatus.PRESENT);
        assertThat(alerts.stillHolds(alert.id())).isFalse();
        SystemActor.run(() -> alerts.evaluate(List.of(learner)));
        assertThat(of(learner, "Absences consécutives").getFirst().state()).isEqualTo("RESOLVED");
    }

    @Test
    void a_half_day_of_which_a_session_is_open_is_no_absence() {
        UUID learner = learners.getFirst();
        sql.sql("update training_session o set planned_on = s.planned_on, starts_at = s.starts_at - interval '1 hour',"
                        + " ends_at = s.starts_at from training_session s where o.id = ? and s.id = ?")
                .params(sessions.get(3), sessions.get(2))
                .update();
        mark(1, AttendanceStatus.ABSENT);
        mark(2, AttendanceStatus.ABSENT);
        SystemActor.run(() -> alerts.evaluate(List.of(learner)));
        assertThat(of(learner, "Absences consécutives"))
                .as("the hour before is not known")
                .isEmpty();
        mark(3, AttendanceStatus.ABSENT);
        SystemActor.run(() -> alerts.evaluate(List.of(learner)));
        assertThat(of(learner, "Absences consécutives")).hasSize(1);
    }

    @Test
    void an_alert_that_was_dealt_with_does_not_come_back_on_the_same_facts() {
        UUID learner = learners.getFirst();
        mark(0, AttendanceStatus.ABSENT);
        mark(1, AttendanceStatus.ABSENT);
        SystemActor.run(() -> alerts.evaluate(List.of(learner)));
        UUID id = of(learner, "Absences consécutives").getFirst().id();
        alerts.resolve(id, "Zoé", "vue au téléphone");
        // A relaunch that runs keeps the rule from firing: its process finds out that the alert was dealt with before
        // its
        // first mail or, if that left already, when the next is due.
        background.leap(clock.instant().plus(Duration.ofDays(10)));
        assertThat(relaunches.among(List.of(learner))).isEmpty();
        sql.sql("update alert set raised_at = raised_at - interval '60 days' where learner_id = ?")
                .param(learner)
                .update();
        SystemActor.run(() -> alerts.evaluate(List.of(learner)));
        assertThat(of(learner, "Absences consécutives")).hasSize(1);
        mark(2, AttendanceStatus.ABSENT);
        SystemActor.run(() -> alerts.evaluate(List.of(learner)));
        assertThat(of(learner, "Absences consécutives")).hasSize(2);
    }

    @Test
    void why_not_names_the_condition_that_fails() {
        mark(0, AttendanceStatus.ABSENT);
        UUID rule = sql.sql("select id from rule where code = 'absences-consecutives'")
                .query(UUID.class)
                .single();
        var explanation = alerts.whyNot(learners.getFirst(), rule);
        assertThat(explanation.fires()).isFalse();
        assertThat(explanation.lines().getFirst().holds()).isFalse();
        assertThat(explanation.lines().getFirst().measured().value()).isEqualTo(1.0);
    }

    @Test
    void statements_do_not_grow_with_the_learners() throws Exception {
        mark(0, AttendanceStatus.PRESENT);
        SystemActor.run(() -> alerts.evaluate(learners));
        int one = counter.statementsOf(() -> evaluated(learners.subList(0, 1))).size();
        int three = counter.statementsOf(() -> evaluated(learners)).size();
        assertThat(three).isEqualTo(one);
    }

    @Test
    void alerts_over_rest() {
        mark(0, AttendanceStatus.ABSENT);
        mark(1, AttendanceStatus.ABSENT);
        SystemActor.run(() -> alerts.evaluate(List.of(learners.getFirst())));
        UUID id = of(learners.getFirst(), "Absences consécutives").getFirst().id();
        assertThat(get(Role.QUALITY_MANAGER, "/alerts?learner=" + learners.getFirst()))
                .contains(id.toString());
        assertThat(get(Role.REFERENT, "/alerts/" + id))
                .contains("demi-journées")
                .contains("ruleVersion");
        assertThat(get(Role.REFERENT, "/alerts/" + id)).contains("\"rule\":\"Absences consécutives\"", "\"version\":1");
        assertThat(get(Role.REFERENT, "/alerts?state=NEVER")).contains("\"status\":400");
        assertThat(get(Role.TRAINER, "/alerts/" + id)).contains("\"status\":403");
        assertThat(get(Role.TRAINER, "/alerts")).doesNotContain(id.toString());
        assertThat(get(Role.LEARNER, "/alerts")).contains("\"status\":403");
        assertThat(get(Role.REFERENT, "/alerts/" + id())).contains("\"status\":404");
    }

    private String get(Role role, String path) {
        String username = "alerts-" + role.name().toLowerCase(java.util.Locale.ROOT);
        calls.account(username, role, new UUID(1, role.ordinal()));
        return calls.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                        .header("Authorization", calls.authorization(username))
                        .build())
                .body();
    }

    private Object evaluated(List<UUID> some) {
        SystemActor.run(() -> alerts.evaluate(some));
        return some;
    }

    private List<AlertView> of(UUID learner, String rule) {
        return alerts.ofLearner(learner).stream()
                .filter(a -> a.raisedBy().ruleName().equals(rule))
                .toList();
    }

    private void mark(int session, AttendanceStatus status) {
        calls.actAs("alerts-marking", Role.QUALITY_MANAGER, id());
        attendance.mark(
                sessions.get(session), learners.getFirst(), new Attendance.Mark(status, null, null, "appel", null));
    }

    private String french(AlertView alert) {
        return Reading.plain(alert.finding().explanation().in(Texts.FRENCH, texts));
    }

    private static UUID id() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
