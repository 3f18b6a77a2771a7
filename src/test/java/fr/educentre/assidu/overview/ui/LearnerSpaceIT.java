package fr.educentre.assidu.overview.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextArea;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.Attendance.Mark;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import fr.educentre.assidu.workflow.TaskKind;
import fr.educentre.assidu.workflow.TaskList;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A learner's space: what is awaited first, then what comes, where one stands, what can be asked and taken away. */
class LearnerSpaceIT extends ViewTest {

    /** A Tuesday, 09:00 in Paris. */
    private static final Instant START = Instant.parse("2027-06-08T07:00:00Z");

    @Autowired
    Attendance attendance;

    @Autowired
    BackgroundWork background;

    @Autowired
    TaskList tasks;

    @Autowired
    CurrentActor current;

    private SmallCentre centre;
    private UUID learner;
    private UUID missed;

    @BeforeEach
    void an_absence_and_sessions_to_come() {
        background.leap(START.minusSeconds(600));
        centre = new SmallCentre(sql, 2);
        learner = centre.learners.getFirst();
        missed = centre.session(START);
        centre.session(START.plus(Duration.ofDays(1)));
        background.leap(START.plusSeconds(300));
        calls.actAs("t-" + centre.code, Role.TRAINER, centre.trainer);
        attendance.mark(missed, learner, new Mark(AttendanceStatus.ABSENT, null, null, "Appel", null));
        Calls.actAsSystem();
        background.leap(START.plus(Duration.ofHours(4)));
    }

    @Test
    void what_is_awaited_is_read_first_and_justified_there() {
        space();
        assertThat(shown())
                .containsSubsequence(
                        "Ce qu'on attend de moi",
                        "mar. 8 juin 2027, 09:00 – 12:00 · Atelier",
                        "À envoyer avant le",
                        "Mes prochaines séances",
                        "mer. 9 juin 2027, 09:00 · Atelier · Paris",
                        "Où j'en suis",
                        "Objectif d'assiduité",
                        "Mes dernières séances",
                        "Mes documents",
                        "I-" + centre.code + "0",
                        "Chronologie",
                        "Mes données");
        click("Justifier l'absence du mar. 8 juin 2027, 09:00 – 12:00");
        choose("Motif", "Convocation");
        fill("Message (facultatif)", "Au tribunal");
        click("Envoyer mon justificatif");
        assertThat(dialog()).contains("demande un document");
        assertThat(filed()).isZero();
        choose("Motif", "Autre motif");
        click("Envoyer mon justificatif");
        assertThat(filed()).isEqualTo(1);
        assertThat(shown()).contains("en cours d'examen", "Rien ne manque de votre part");
    }

    @Test
    void a_question_is_read_before_all_else_and_answered_there() {
        space();
        click("Justifier l'absence du mar. 8 juin 2027, 09:00 – 12:00");
        choose("Motif", "Autre motif");
        fill("Message (facultatif)", "Un empêchement");
        click("Envoyer mon justificatif");
        calls.actAs("t-" + centre.code, Role.TRAINER, centre.trainer);
        var task = tasks.of(current.get(), 0, 50).items().stream()
                .filter(one -> learner.equals(one.about().learnerId()))
                .findFirst()
                .orElseThrow();
        tasks.complete(current.get(), task.id(), TaskKind.Decision.ASK_MORE, "Quel empêchement ?");
        Calls.actAsSystem();
        background.runDue();
        space();
        assertThat(shown())
                .containsSubsequence(
                        "Ce qu'on attend de moi",
                        "Un complément vous est demandé",
                        "« Quel empêchement ? »",
                        "Motif : Autre motif",
                        "Message : Un empêchement",
                        "À envoyer avant le",
                        "Répondre",
                        "Mes prochaines séances")
                .doesNotContain("Rien ne manque");
        click("Répondre");
        fill("Message (facultatif)", "Une panne de réveil");
        click("Envoyer mon justificatif");
        assertThat(filed()).isEqualTo(2);
        assertThat(shown()).contains("Rien ne manque de votre part");
    }

    @Test
    void a_request_leads_to_its_session_from_the_task() {
        space();
        click("Demander une correction pour la séance du mar. 8 juin 2027, 09:00");
        fill("Ce qui devrait être noté, et pourquoi", "J'étais au fond");
        click("Envoyer la demande");
        calls.actAs("t-" + centre.code, Role.TRAINER, centre.trainer);
        var task = tasks.of(current.get(), 0, 50).items().stream()
                .filter(one -> learner.equals(one.about().learnerId()))
                .filter(one -> "demande-de-correction".equals(one.kind()))
                .findFirst()
                .orElseThrow();
        signIn("t-" + centre.code, Role.TRAINER, centre.trainer);
        open("/taches?tache=" + task.id());
        assertThat(shown()).contains("J'étais au fond", "l'apprenant lit votre réponse");
        assertThat(link("Ouvrir la séance")).isEqualTo("seances/" + missed);
        click("C'est fait");
        assertThat(notice()).contains("n'a pas changé depuis la demande");
        fill("Commentaire", "Personne ne vous a vu.");
        click("Refuser");
        space();
        assertThat(shown()).contains("Correction refusée par", "Personne ne vous a vu.");
    }

    @Test
    void an_absence_is_announced_for_days_to_come() {
        space();
        click("Annoncer une absence");
        set("Du", LocalDate.of(2027, 6, 7));
        set("Au (inclus)", LocalDate.of(2027, 6, 9));
        choose("Motif", "Autre motif");
        click("Envoyer mon justificatif");
        assertThat(dialog()).contains("Une absence s'annonce pour aujourd'hui ou plus tard");
        set("Du", LocalDate.of(2027, 6, 9));
        click("Envoyer mon justificatif");
        assertThat(sql.sql("select from_at from justification where learner_id = ?")
                        .param(learner)
                        .query(java.time.OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isEqualTo(Instant.parse("2027-06-08T22:00:00Z"));
        assertThat(shown()).contains("du mer. 9 juin 2027 au mer. 9 juin 2027");
    }

    @Test
    void a_correction_is_asked_for_once_and_its_state_shows() {
        space();
        click("Demander une correction pour la séance du mar. 8 juin 2027, 09:00");
        click("Envoyer la demande");
        assertThat(dialog()).contains("Ce qui devrait être noté, et pourquoi");
        assertThat(field(TextArea.class, "Ce qui devrait être noté, et pourquoi")
                        .isInvalid())
                .isTrue();
        fill("Ce qui devrait être noté, et pourquoi", "J'étais au fond");
        click("Envoyer la demande");
        assertThat(shown()).contains("Correction demandée le mar. 8 juin 2027");
        assertThat(offers("Demander une correction")).isFalse();
        signIn("t-" + centre.code, Role.TRAINER, centre.trainer);
        open("/taches");
        assertThat(rows()).anySatisfy(row -> assertThat(row).contains("Lou Apprenant0 demande une correction"));
    }

    @Test
    void nobody_sees_another_learners_space() {
        signIn("l1-" + centre.code, Role.LEARNER, centre.learners.get(1));
        open("/espace");
        assertThat(shown())
                .contains("Rien ne manque de votre part", "I-" + centre.code + "1")
                .doesNotContain("I-" + centre.code + "0", "Justifier");
    }

    @Test
    void an_objective_that_cannot_be_reached_any_more_is_said_so() {
        background.leap(START.plus(Duration.ofHours(5)));
        calls.actAs("t-" + centre.code, Role.TRAINER, centre.trainer);
        attendance.close(missed);
        Calls.actAsSystem();
        background.runDue();
        space();
        assertThat(shown()).contains("Objectif d'assiduité : 90 %", "Seuil devenu inatteignable");
    }

    @Test
    void looking_issues_nothing() {
        long before = issued();
        space();
        assertThat(shown())
                .contains("Aucun document ne vous a encore été délivré")
                .doesNotContain("Certificat de réalisation (PDF)");
        assertThat(issued()).isEqualTo(before);
    }

    private void space() {
        signIn("l-" + centre.code, Role.LEARNER, learner);
        open("/espace");
    }

    private long filed() {
        return sql.sql("select count(*) from justification where learner_id = ?")
                .param(learner)
                .query(Long.class)
                .single();
    }

    private long issued() {
        return sql.sql("select count(*) from issued_document where learner_id = ?")
                .param(learner)
                .query(Long.class)
                .single();
    }
}
