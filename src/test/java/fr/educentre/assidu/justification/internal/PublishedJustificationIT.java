package fr.educentre.assidu.justification.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.AbsenceCases;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.Attendance.Mark;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.justification.Justifications;
import fr.educentre.assidu.justification.Justifications.Submission;
import fr.educentre.assidu.rules.JustificationRules;
import fr.educentre.assidu.rules.RuleBook;
import fr.educentre.assidu.rules.RuleBook.Draft;
import fr.educentre.assidu.rules.RuleBook.RuleView;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is published of justifications holds for those filed from then on; those that run keep what they began with. */
@AssiduIT
class PublishedJustificationIT {

    private static final Instant START = Instant.parse("2028-05-09T07:00:00Z");
    private static final byte[] PDF = "%PDF-1.4\n1 0 obj\n".getBytes(StandardCharsets.US_ASCII);
    private static final String CHECK = "verifier-document";
    private static final String DECIDE = "decider-justificatif";

    @Autowired
    JdbcClient sql;

    @Autowired
    BackgroundWork background;

    @Autowired
    Calls calls;

    @Autowired
    RuleBook book;

    @Autowired
    JustificationRules rules;

    @Autowired
    Attendance attendance;

    @Autowired
    AbsenceCases cases;

    @Autowired
    Justifications justifications;

    @Autowired
    TaskService tasks;

    private SmallCentre centre;
    private UUID learner;
    private UUID session;
    private RuleView shipped;

    @BeforeEach
    void an_absence() {
        background.leap(START.minusSeconds(600));
        centre = new SmallCentre(sql, 1);
        learner = centre.learners.getFirst();
        session = centre.session(START);
        calls.account("t-" + centre.code, Role.TRAINER, centre.trainer);
        calls.account("r-" + centre.code, Role.REFERENT, centre.referent);
        calls.account("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        shipped = book.all().stream()
                .filter(rule -> rule.ruleSet().equals("justification"))
                .findFirst()
                .orElseThrow();
        background.leap(START.plusSeconds(300));
        acting();
        attendance.mark(session, learner, new Mark(AttendanceStatus.ABSENT, null, null, "appel", null));
    }

    @AfterEach
    void as_shipped() {
        acting();
        if (!Objects.equals(book.get(shipped.id()).text(), shipped.text())) {
            int number = book.draft(shipped.id(), Draft.of(shipped.text()))
                    .versions()
                    .size();
            book.publish(shipped.id(), number, "Fin de l'essai");
        }
        Calls.actAsSystem();
    }

    @Test
    void a_reason_may_ask_for_a_document_or_be_refused_as_the_centre_says() {
        publish("pour le motif autre motif, document exigé\npour le motif convocation, document facultatif\n"
                + "pour le motif transports, absence non recevable");
        assertThat(justifications.reasons())
                .filteredOn(reason -> List.of("OTHER", "SUMMONS").contains(reason.code()))
                .extracting(Justifications.Reason::documentRequired)
                .containsExactlyInAnyOrder(true, false);
        assertThatThrownBy(() -> file("OTHER", null)).isInstanceOf(Refusal.class);
        assertThat(state()).isEqualTo(JustificationState.TO_JUSTIFY);
        UUID strike = file("TRANSPORT", PDF);
        assertThat(complete("t-", strike, DECIDE, "APPROVE", "")).isEqualTo(422);
        assertThat(complete("t-", strike, DECIDE, "REFUSE", "Un autre trajet existait"))
                .isBetween(200, 204);
        assertThat(state()).isEqualTo(JustificationState.UNJUSTIFIED);
    }

    @Test
    void the_rules_say_who_checks_who_decides_and_what_it_is_worth_to_whom() {
        publishOver(
                "autre document vérifié par le référent\ndécision du responsable qualité\n"
                        + "pour le motif convocation, absence justifiée pour le CPF\n"
                        + "pour le motif convocation, absence non justifiée pour l'employeur",
                "autre document",
                "décision du");
        UUID summons = file("SUMMONS", PDF);
        assertThat(complete("t-", summons, CHECK, "APPROVE", "")).isEqualTo(403);
        assertThat(complete("r-", summons, CHECK, "APPROVE", "")).isBetween(200, 204);
        assertThat(complete("t-", summons, DECIDE, "APPROVE", "")).isEqualTo(403);
        assertThat(complete("q-", summons, DECIDE, "APPROVE", "")).isBetween(200, 204);
        assertThat(state()).isEqualTo(JustificationState.JUSTIFIED);
        assertThat(effects())
                .contains("\"CPF\": \"JUSTIFIED\"", "\"EMPLOYER\": \"UNJUSTIFIED\"")
                .as("what no line says is as the catalogue says")
                .contains("\"FRANCE_TRAVAIL\": \"JUSTIFIED\"");
    }

    @Test
    void one_that_runs_is_decided_by_whom_and_with_the_effects_it_began_with() {
        int before = rules.inForce().version();
        UUID summons = file("SUMMONS", PDF);
        publishOver(
                "décision du responsable qualité\npour le motif convocation, absence justifiée pour le CPF",
                "décision du");
        assertThat(rules.inForce().version()).isGreaterThan(before);
        assertThat(rules.version(before).effects()).isEmpty();
        assertThat(complete("t-", summons, DECIDE, "APPROVE", "")).isBetween(200, 204);
        assertThat(effects()).contains("\"CPF\": \"UNJUSTIFIED\"");
    }

    @Test
    void a_medical_document_is_never_for_a_trainer_to_check() {
        var checked = book.check(
                "justification",
                shipped.text().replaceAll("médical vérifié par .*", "médical vérifié par le formateur"));
        assertThat(checked.valid()).isFalse();
        publishOver("document médical vérifié par le responsable qualité", "document médical");
        UUID sick = file("SICKNESS", PDF);
        assertThat(complete("t-", sick, CHECK, "APPROVE", "")).isEqualTo(403);
        assertThat(complete("r-", sick, CHECK, "APPROVE", "")).isEqualTo(403);
        assertThat(complete("q-", sick, CHECK, "APPROVE", "")).isBetween(200, 204);
        assertThat(complete("t-", sick, DECIDE, "APPROVE", "")).isBetween(200, 204);
        assertThat(state()).isEqualTo(JustificationState.JUSTIFIED);
    }

    @Test
    void a_line_twice_for_the_same_reason_and_recipient_is_named() {
        var twice = book.check(
                "justification",
                shipped.text() + "\npour le motif convocation, absence justifiée pour le CPF"
                        + "\npour le motif convocation, absence justifiée pour la Région"
                        + "\npour le motif convocation, absence non justifiée pour le CPF");
        assertThat(twice.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.line())
                        .isEqualTo((int) shipped.text().lines().count() + 3));
    }

    private void publish(String lines) {
        publishOver(lines);
    }

    /** These lines, and those of the shipped text that do not begin so. */
    private void publishOver(String lines, String... instead) {
        var text = new StringBuilder();
        shipped.text()
                .lines()
                .filter(line -> java.util.Arrays.stream(instead).noneMatch(line::startsWith))
                .forEach(line -> text.append(line).append('\n'));
        acting();
        int number = book.draft(shipped.id(), Draft.of(text + lines)).versions().size();
        book.publish(shipped.id(), number, "Essai");
    }

    private UUID file(String reason, byte[] document) {
        acting();
        return justifications
                .submit(new Submission(
                        learner,
                        new Submission.Absence(List.of(session), null, null),
                        new Submission.Reason(reason, null),
                        new Submission.Document(document == null ? null : "piece.pdf", document, false),
                        "Rose Référente"))
                .id();
    }

    private JustificationState state() {
        return cases.ofSessions(learner, List.of(session)).getFirst().state();
    }

    private String effects() {
        return sql.sql("select effects::text from absence_case where learner_id = ?")
                .param(learner)
                .query(String.class)
                .single();
    }

    private int complete(String who, UUID justification, String kind, String decision, String comment) {
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(AbsenceProcessKeys.review(justification))
                .taskDefinitionKey(kind)
                .singleResult()
                .getId();
        return calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/tasks/" + task + "/complete"))
                        .header("Authorization", calls.authorization(who + centre.code))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"decision\":\"" + decision + "\",\"comment\":\"" + comment + "\"}"))
                        .build())
                .statusCode();
    }

    private void acting() {
        calls.actAs("terms-quality", Role.QUALITY_MANAGER, new UUID(0, 35));
    }
}
