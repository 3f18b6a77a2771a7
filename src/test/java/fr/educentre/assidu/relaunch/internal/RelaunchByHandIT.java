package fr.educentre.assidu.relaunch.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.alerts.Alerts.AlertView;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.Attendance.Mark;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.relaunch.ManualRelaunches;
import fr.educentre.assidu.relaunch.ManualRelaunches.NewRelaunch;
import fr.educentre.assidu.relaunch.RelaunchActs;
import fr.educentre.assidu.relaunch.Relaunches;
import fr.educentre.assidu.relaunch.Relaunches.RelaunchView;
import fr.educentre.assidu.rules.RuleBook;
import fr.educentre.assidu.rules.RuleBook.Draft;
import fr.educentre.assidu.shell.FieldProblem;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.Mails;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.training.management.EnrolmentEventPreview;
import fr.educentre.assidu.training.management.EnrolmentEvents;
import fr.educentre.assidu.training.management.NewEnrolmentEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who follows the learner puts a relaunch off, lets it go on or stops it; so does what happens to the enrolment. */
@AssiduIT
class RelaunchByHandIT {

    /** A Monday, 09:00 in Paris. */
    private static final Instant MONDAY = Instant.parse("2028-03-06T08:00:00Z");

    private static final Instant THREE_WORKING_DAYS_LATER = Instant.parse("2028-03-13T23:30:00Z");
    private static final String RULE = """
            règle "%s"
            pour les apprenants du groupe %s
            quand
                l'apprenant a au moins %d demi-journées d'absence, justifiées ou non, sur les 30 derniers jours
            alors
            relancer l'apprenant avec le modèle "%s\"\
        """;

    @Autowired
    JdbcClient sql;

    @Autowired
    BackgroundWork background;

    @Autowired
    GreenMail mail;

    @Autowired
    Calls calls;

    @Autowired
    RuleBook book;

    @Autowired
    Attendance attendance;

    @Autowired
    RelaunchActs acts;

    @Autowired
    ManualRelaunches manual;

    @Autowired
    EnrolmentEvents events;

    @Autowired
    EnrolmentEventPreview preview;

    @Autowired
    RuntimeService processes;

    @Autowired
    TaskService tasks;

    @Autowired
    Relaunches relaunches;

    private SmallCentre centre;
    private UUID learner;
    private UUID rule;
    private @Nullable UUID alone;

    @BeforeEach
    void a_relaunch_of_the_first_version_runs() {
        background.leap(MONDAY.minusSeconds(600));
        centre = new SmallCentre(sql, 1);
        learner = centre.learners.getFirst();
        acting();
        rule = book.create(
                        "assiduity", Draft.of(text(2, "Absences répétées") + ", puis de nouveau après 3 jours ouvrés"))
                .id();
        book.publish(rule, 1, "Essai");
        mark(0, AttendanceStatus.ABSENT);
        mark(1, AttendanceStatus.PRESENT);
        mark(2, AttendanceStatus.ABSENT);
        background.runDue();
        assertThat(repeated()).isEqualTo(1);
    }

    @AfterEach
    void retire() {
        acting();
        book.retire(rule, "Fin de l'essai");
        if (alone != null) {
            book.retire(alone, "Fin de l'essai");
        }
        Calls.actAsSystem();
    }

    @Test
    void no_mail_leaves_while_it_is_paused_and_it_goes_on_by_hand() {
        follows();
        UUID id = relaunch().id();
        assertThat(acts.pause(id, "En vacances", null).state()).isEqualTo("PAUSED");
        assertThat(relaunch().state()).isEqualTo("PAUSED");
        Calls.actAsSystem();
        background.leap(THREE_WORKING_DAYS_LATER);
        assertThat(repeated()).isEqualTo(1);
        follows();
        assertThat(acts.resume(id, "De retour").state()).isEqualTo("RUNNING");
        Calls.actAsSystem();
        background.runDue();
        assertThat(repeated()).isEqualTo(2);
    }

    @Test
    void a_paused_one_goes_on_by_itself_on_the_morning_that_was_said() {
        follows();
        acts.pause(relaunch().id(), "Congés", LocalDate.parse("2028-03-20"));
        Calls.actAsSystem();
        background.leap(Instant.parse("2028-03-20T06:00:00Z"));
        assertThat(relaunch().state()).isEqualTo("PAUSED");
        assertThat(repeated()).isEqualTo(1);
        background.leap(Instant.parse("2028-03-20T09:00:00Z"));
        background.runDue();
        assertThat(relaunch().state()).isEqualTo("RUNNING");
        assertThat(repeated()).isEqualTo(2);
    }

    @Test
    void who_comes_back_while_it_is_paused_is_not_reminded_afterwards() {
        follows();
        UUID id = relaunch().id();
        acts.pause(id, "Congés", null);
        mark(3, AttendanceStatus.PRESENT);
        background.leap(THREE_WORKING_DAYS_LATER);
        follows();
        acts.resume(id, "De retour");
        Calls.actAsSystem();
        background.runDue();
        assertThat(relaunch().state()).isEqualTo("RETURNED");
        assertThat(repeated()).isEqualTo(1);
    }

    @Test
    void one_that_somebody_stops_says_who_and_why_and_sends_nothing_more() {
        follows();
        acts.end(relaunch().id(), "Vu ce matin");
        Calls.actAsSystem();
        background.leap(THREE_WORKING_DAYS_LATER);
        assertThat(repeated()).isEqualTo(1);
        assertThat(relaunch().state()).isEqualTo("ENDED");
        assertThat(relaunch().end().endReason()).contains("Vu ce matin");
        assertThat(running()).isZero();
        follows();
        assertThatThrownBy(() -> acts.end(relaunch().id(), "Encore")).isInstanceOf(Refusal.class);
    }

    @Test
    void mails_that_are_left_out_bring_the_referent_in_and_another_referent_takes_over() {
        follows();
        UUID id = relaunch().id();
        assertThatThrownBy(() -> acts.handOver(id, "Congés", UUID.randomUUID()))
                .isInstanceOfSatisfying(
                        InvalidContent.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(FieldProblem::field)
                                .containsExactly("to"));
        acts.skip(id, "Au téléphone demain");
        Calls.actAsSystem();
        background.runDue();
        assertThat(relaunch().state()).isEqualTo("ESCALATED");
        assertThat(repeated()).as("no second mail").isEqualTo(1);
        var colleague = new SmallCentre(sql, 0);
        follows();
        acts.handOver(id, "Congés", colleague.referent);
        assertThat(waitingFor(colleague.referent)).isEqualTo(1);
        assertThat(waitingFor(centre.referent)).isZero();
        assertThatThrownBy(() -> acts.skip(id, "Encore"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
        Calls.actAsSystem();
    }

    private long waitingFor(UUID referent) {
        return tasks.createTaskQuery().taskCandidateGroup("person:" + referent).count();
    }

    @Test
    void an_interruption_ends_as_many_as_its_preview_said() {
        follows();
        UUID enrolment = sql.sql("select id from enrolment where learner_id = ?")
                .param(learner)
                .query(UUID.class)
                .single();
        var event = new NewEnrolmentEvent(
                NewEnrolmentEvent.Kind.INTERRUPTION, LocalDate.parse("2028-03-08"), null, "Déménagement");
        assertThat(preview.of(enrolment, event).relaunches()).isEqualTo(1);
        assertThat(relaunch().end().endedAt())
                .as("nothing of a preview is kept")
                .isNull();
        events.declare(UUID.randomUUID(), enrolment, event);
        Calls.actAsSystem();
        background.leap(THREE_WORKING_DAYS_LATER);
        assertThat(relaunch().state()).isEqualTo("ENDED");
        assertThat(repeated()).isEqualTo(1);
        assertThat(running()).isZero();
    }

    @Test
    void a_referent_of_other_groups_may_not_and_a_reason_is_asked_for() {
        UUID id = relaunch().id();
        calls.actAs("other-" + centre.code, Role.REFERENT, UUID.randomUUID());
        assertThatThrownBy(() -> acts.pause(id, "Non", null))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_YOURS));
        follows();
        assertThatThrownBy(() -> acts.pause(id, " ", LocalDate.parse("2028-03-01")))
                .isInstanceOfSatisfying(
                        InvalidContent.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(FieldProblem::field)
                                .containsExactly("reason", "until"));
        Calls.actAsSystem();
    }

    /** With each of the mails that a person, or the author of a rule, may choose. */
    @ParameterizedTest
    @CsvSource({"avant-abandon,Sans nouvelles de votre part", "foad-inactivite,Votre parcours à distance vous attend"})
    void an_alert_whose_rule_asks_for_no_relaunch_gets_one_by_hand(String template, String subject) {
        UUID alert = alertWithoutRelaunch();
        follows();
        assertThat(manual.startable(learner)).extracting(AlertView::id).containsExactly(alert);
        var asked = new NewRelaunch(template, 3, "Vue avec le formateur");
        RelaunchView begun = manual.start(alert, asked);
        assertThat(begun.state()).isEqualTo("RUNNING");
        assertThat(manual.startable(learner)).isEmpty();
        assertThatThrownBy(() -> manual.start(alert, asked)).hasMessageContaining("refusal.relaunch.already");
        Calls.actAsSystem();
        background.runDue();
        assertThat(Mails.texts(mail, centre.email(0), subject)).hasSize(1);
        background.leap(Instant.parse("2028-03-14T23:30:00Z"));
        assertThat(Mails.texts(mail, centre.email(0), subject))
                .as("the second after three working days")
                .hasSize(2);
        assertThat(sql.sql(
                                "select after->>'reason' from journal_entry where action = 'relaunch.started' and subject_id = ?")
                        .param(begun.id().toString())
                        .query(String.class)
                        .single())
                .isEqualTo("Vue avec le formateur");
    }

    @Test
    void one_by_hand_is_refused_to_others_over_the_same_words_and_without_a_reason() {
        UUID alert = alertWithoutRelaunch();
        calls.actAs("other-" + centre.code, Role.REFERENT, UUID.randomUUID());
        assertThatThrownBy(() -> manual.start(alert, new NewRelaunch("avant-abandon", 3, "Non")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_YOURS));
        follows();
        assertThatThrownBy(() -> manual.start(alert, new NewRelaunch("absence-du-jour", 99, " ")))
                .isInstanceOfSatisfying(
                        InvalidContent.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(FieldProblem::field)
                                .containsExactly("template", "thenAfterWorkingDays", "reason"));
        assertThatThrownBy(() -> manual.start(alert, new NewRelaunch("absences-repetees", 3, "Encore")))
                .as("the relaunch of the first rule still runs")
                .hasMessageContaining("refusal.relaunch.sameWords");
        Calls.actAsSystem();
        assertThat(relaunches.ofLearner(learner)).hasSize(1);
    }

    @Test
    void the_words_of_one_by_hand_are_those_that_rules_choose_from() throws IOException {
        String vocabulary = Files.readString(Path.of("rules/vocabulary/assiduity.dsl"));
        String choices = vocabulary
                .lines()
                .filter(line -> line.startsWith("# modele: choix,"))
                .findFirst()
                .orElseThrow();
        assertThat(Arrays.stream(choices.replace("# modele: choix,", "").split("\\|"))
                        .map(choice -> choice.split("=")[0].strip()))
                .containsExactlyElementsOf(ManualRelaunches.TEMPLATES);
    }

    /** A second rule tells the referent alone. */
    private UUID alertWithoutRelaunch() {
        acting();
        alone = book.create("assiduity", Draft.of("""
                            règle "Seule %s"
                            pour les apprenants du groupe G-%s
                            quand
                                l'apprenant a au moins 2 demi-journées d'absence, justifiées ou non, sur les 30 derniers jours
                            alors
                                signaler à risque
                            """.formatted(centre.code, centre.code)))
                .id();
        book.publish(alone, 1, "Essai");
        mark(3, AttendanceStatus.ABSENT);
        return sql.sql("select id from alert where learner_id = ? and rule_name like 'Seule%'")
                .param(learner)
                .query(UUID.class)
                .single();
    }

    @Test
    void who_is_asked_for_news_is_reminded_of_the_days_on_which_they_were_written_to() {
        UUID alert = alertWithoutRelaunch();
        follows();
        manual.start(alert, new NewRelaunch("avant-abandon", 0, "Injoignable"));
        Calls.actAsSystem();
        background.runDue();
        assertThat(Mails.texts(mail, centre.email(0), "Sans nouvelles"))
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .contains("Nous vous avons écrit (mercredi 8 mars 2028) et restons sans nouvelles"));
    }

    private RelaunchView relaunch() {
        return relaunches.ofLearner(learner).getFirst();
    }

    private void follows() {
        calls.actAs("ref-" + centre.code, Role.REFERENT, centre.referent);
    }

    private long running() {
        return processes
                .createProcessInstanceQuery()
                .processDefinitionKey("relaunch")
                .variableValueEquals("learnerId", learner.toString())
                .count();
    }

    private void mark(int day, AttendanceStatus status) {
        Instant start = MONDAY.plus(Duration.ofDays(day));
        UUID session = centre.session(start);
        background.leap(start.plus(Duration.ofHours(1)));
        acting();
        attendance.mark(session, learner, new Mark(status, null, null, "appel", null));
        Calls.actAsSystem();
        background.runDue();
    }

    private long repeated() {
        return Mails.texts(mail, centre.email(0), "Faisons le point").size();
    }

    private String text(int halfDays, String template) {
        return RULE.formatted("Relance " + centre.code, "G-" + centre.code, halfDays, template);
    }

    private void acting() {
        calls.actAs("versions-quality", Role.QUALITY_MANAGER, new UUID(0, 33));
    }
}
