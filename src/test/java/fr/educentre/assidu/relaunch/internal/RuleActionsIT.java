package fr.educentre.assidu.relaunch.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import fr.educentre.assidu.access.Accounts;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.alerts.Alerts;
import fr.educentre.assidu.alerts.Alerts.AlertView;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.Attendance.Mark;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.Mails;
import fr.educentre.assidu.testing.Reading;
import fr.educentre.assidu.testing.SmallCentre;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a rule asks for is seen by somebody: mails, tasks, a note; and why it fired or not can be asked for. */
@AssiduIT
class RuleActionsIT {

    /** A Monday, 09:00 in Paris. */
    private static final Instant MONDAY = Instant.parse("2027-10-04T07:00:00Z");

    private final JsonMapper json = new JsonMapper();

    @Autowired
    JdbcClient sql;

    @Autowired
    BackgroundWork background;

    @Autowired
    GreenMail mail;

    @Autowired
    Calls calls;

    @Autowired
    Accounts accounts;

    @Autowired
    Attendance attendance;

    @Autowired
    Alerts alerts;

    @Autowired
    TaskService tasks;

    @Autowired
    Texts texts;

    private SmallCentre centre;
    private UUID learner;
    private String quality;
    private String rule = "";

    @BeforeEach
    void people() {
        background.leap(MONDAY.minusSeconds(600));
        centre = new SmallCentre(sql, 1);
        learner = centre.learners.getFirst();
        quality = "q-" + centre.code;
        accounts.createIfAbsent(new Accounts.NewAccount(
                quality, calls.password(), "Zoé Qualité", quality + "@essai.example", Role.QUALITY_MANAGER, null));
        calls.account("t-" + centre.code, Role.TRAINER, SmallCentre.id());
        calls.account("l-" + centre.code, Role.LEARNER, learner);
    }

    @AfterEach
    void retired() {
        Calls.actAsSystem();
        send("POST", "/rules/" + rule + "/retire", "");
    }

    @Test
    void every_action_reaches_somebody() {
        publish("""
                    l'apprenant a au moins 1 demi-journées d'absence, justifiées ou non, sur les 30 derniers jours
                alors
                    prévenir le référent
                    prévenir le responsable qualité
                    prévenir l'employeur
                    demander au formateur de faire signer la feuille d'émargement
                    créer la tâche "Appeler l'apprenant" pour le référent, à faire sous 2 jours ouvrés
                    proposer un rattrapage
                    proposer un signalement au financeur
                    ajouter la note "À suivre de près"
                """);
        UUID session = centre.session(MONDAY);
        background.leap(MONDAY.plusSeconds(300));
        mark(session);
        background.runDue();
        assertThat(raised()).hasSize(1);
        background.runDue();

        AlertView alert = raised().getFirst();
        assertThat(String.join(", ", alert.finding().actions())).contains("À suivre de près", "Appeler l'apprenant");
        assertThat(mails(quality + "@essai.example", "Alerte")).hasSize(1);
        assertThat(mails(centre.employerEmail(), "Assiduité de Lou")).hasSize(1);
        assertThat(mails("t-" + centre.code + "@essai.example", "Feuille à signer"))
                .singleElement()
                .asString()
                .contains("Lou Apprenant0");
        assertThat(sql.sql("select count(*) from journal_entry where action = 'learner.noted' and learner_id = ?")
                        .param(learner)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);

        String notice = task(alert, "FUNDER_NOTICE");
        assertThat(mails("dossiers@financeur.example", "Dossier"))
                .as("a rule never writes to a funder")
                .isEmpty();
        assertThat(complete(notice, "APPROVE", "par téléphone").statusCode()).isEqualTo(422);
        assertThat(complete(notice, "APPROVE", "dossiers@financeur.example").statusCode())
                .isBetween(200, 204);
        String catchUp = task(alert, "CATCH_UP");
        assertThat(complete(catchUp, "APPROVE", "").statusCode()).isEqualTo(422);
        assertThat(complete(catchUp, "APPROVE", "Mercredi 9 h, atelier du groupe B")
                        .statusCode())
                .isBetween(200, 204);
        String call = task(alert, "TASK:Appeler l'apprenant");
        assertThat(send("GET", "/tasks/" + call, null).body()).contains("Appeler l'apprenant", "Lou Apprenant0");
        assertThat(complete(call, "DONE", "Jointe").statusCode()).isBetween(200, 204);
        background.runDue();
        assertThat(mails("dossiers@financeur.example", "Dossier")).hasSize(1);
        assertThat(mails(centre.email(0), "Un rattrapage"))
                .singleElement()
                .asString()
                .contains("Mercredi 9 h");
    }

    @Test
    void whoever_is_missing_is_replaced_by_the_people_of_their_role_and_the_mail_says_so() {
        sql.sql("update learner_group set referent_id = null where id = ?")
                .param(centre.group)
                .update();
        sql.sql("update employer set contact_email = null where id = ?")
                .param(centre.employer)
                .update();
        String colleague = "r-" + centre.code;
        calls.account(colleague, Role.REFERENT, SmallCentre.id());
        publish("""
                    l'apprenant a au moins 1 demi-journées d'absence, justifiées ou non, sur les 30 derniers jours
                alors
                    prévenir le référent
                    prévenir l'employeur
                """);
        UUID session = centre.session(MONDAY);
        background.leap(MONDAY.plusSeconds(300));
        mark(session);
        background.runDue();
        assertThat(raised()).hasSize(1);
        assertThat(mails(colleague + "@assidu.test", "Alerte"))
                .singleElement()
                .asString()
                .contains("n’a pas de référent qui puisse être joint");
        assertThat(mails(quality + "@essai.example", "Alerte"))
                .singleElement()
                .asString()
                .contains("était pour l’employeur");
    }

    @Test
    void somebody_still_absent_after_half_an_hour_is_seen_at_that_minute() {
        publish("""
                    l'apprenant est attendu et toujours noté absent 30 minutes après le début de la séance
                alors
                    prévenir le référent
                """);
        UUID session = centre.session(MONDAY);
        background.leap(MONDAY.plusSeconds(300));
        mark(session);
        background.runDue();
        assertThat(raised()).isEmpty();
        background.leap(MONDAY.plus(Duration.ofMinutes(31)));
        assertThat(raised()).hasSize(1);
        assertThat(Reading.plain(raised().getFirst().finding().explanation().in(Texts.FRENCH, texts)))
                .contains("minutes après le début de la séance (seuil : 30 minutes)");
    }

    @Test
    void why_not_is_asked_by_rule_and_learner() {
        publish("""
                    l'apprenant a au moins 3 demi-journées d'absence, justifiées ou non, sur les 30 derniers jours
                    ou l'apprenant est mineur
                alors
                    prévenir le référent
                """);
        UUID session = centre.session(MONDAY);
        background.leap(MONDAY.plusSeconds(300));
        mark(session);
        String path = "/rules/" + rule + "/why-not?learner=" + learner;
        JsonNode answer = json.readTree(send("GET", path, null).body());
        assertThat(answer.path("fires").asBoolean()).isFalse();
        JsonNode absences = answer.path("lines").get(1);
        assertThat(absences.path("value").asDouble()).isEqualTo(1);
        assertThat(absences.path("threshold").asDouble()).isEqualTo(3);
        assertThat(absences.path("missing").asDouble()).isEqualTo(2);
        assertThat(absences.path("gap").asString()).isEqualTo("il manque 2 demi-journées");
        assertThat(answer.path("lines").get(2).path("alternative").asInt()).isEqualTo(2);
        assertThat(sendAs("l-" + centre.code, "GET", path, null).statusCode()).isEqualTo(403);
        assertThat(sendAs("t-" + centre.code, "GET", path, null).statusCode()).isEqualTo(403);
        assertThat(send("GET", path.replace(rule, SmallCentre.id().toString()), null)
                        .statusCode())
                .isEqualTo(404);
        assertThat(send("GET", path.replace(learner.toString(), "x"), null).statusCode())
                .isEqualTo(400);
    }

    private void publish(String body) {
        String text = "règle \"Actions " + centre.code + "\"\npour les apprenants du groupe G-" + centre.code
                + "\nquand\n" + body;
        String asked = json.createObjectNode()
                .put("ruleSet", "assiduity")
                .put("text", text)
                .toString();
        var created = send("POST", "/rules", asked);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        rule = json.readTree(created.body()).path("id").asString();
        assertThat(send("POST", "/rules/" + rule + "/publish", "{\"version\":1}")
                        .statusCode())
                .isEqualTo(200);
    }

    private List<AlertView> raised() {
        return alerts.ofLearner(learner).stream()
                .filter(alert -> alert.raisedBy().ruleName().equals("Actions " + centre.code))
                .toList();
    }

    private List<String> mails(String address, String subject) {
        return Mails.texts(mail, address, subject);
    }

    private String task(AlertView alert, String what) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey("rule-task:" + alert.id() + ":" + what)
                .singleResult()
                .getId();
    }

    private HttpResponse<String> complete(String task, String decision, String comment) {
        return send(
                "POST",
                "/tasks/" + task + "/complete",
                json.createObjectNode()
                        .put("decision", decision)
                        .put("comment", comment)
                        .toString());
    }

    private void mark(UUID session) {
        calls.actAs("m-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        attendance.mark(session, learner, new Mark(AttendanceStatus.ABSENT, null, null, "appel", null));
        Calls.actAsSystem();
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return sendAs(quality, method, path, body);
    }

    private HttpResponse<String> sendAs(String account, String method, String path, String body) {
        return calls.send(HttpRequest.newBuilder(calls.uri("/api/v1" + path))
                .header("Authorization", calls.authorization(account))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
