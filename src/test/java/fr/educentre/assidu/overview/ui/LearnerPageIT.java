package fr.educentre.assidu.overview.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextArea;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.Attendance.Mark;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.rules.RuleBook;
import fr.educentre.assidu.rules.RuleBook.Draft;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One acts where one reads of a learner: contacts, events of the course, and who is called by which number. */
class LearnerPageIT extends ViewTest {

    @Autowired
    RuleBook book;

    @Autowired
    Attendance attendance;

    @Autowired
    BackgroundWork background;

    private SmallCentre centre;
    private UUID learner;

    @BeforeEach
    void a_learner_with_people_around() {
        clock.set(Instant.parse("2026-11-23T11:00:00Z"));
        centre = new SmallCentre(sql, 1);
        learner = centre.learners.getFirst();
        centre.session(Instant.parse("2026-11-20T08:00:00Z"));
        centre.session(Instant.parse("2026-11-25T08:00:00Z"));
        centre.session(Instant.parse("2026-12-01T08:00:00Z"));
        sql.sql("update employer set phone = '04 11 22 33 44' where id = ?")
                .param(centre.employer)
                .update();
        sql.sql(
                        "insert into guardian (id, learner_id, first_name, last_name, phone) values (?, ?, 'Mona', 'Parent', '06 55 66 77 88')")
                .params(SmallCentre.id(), learner)
                .update();
        sql.sql("update enrolment set accommodations = 'Temps majoré' where learner_id = ?")
                .param(learner)
                .update();
    }

    @Test
    void who_is_called_has_a_number_that_dials() {
        as(Role.REFERENT, centre.referent);
        assertThat(shown()).contains("Mona Parent", "Eva Pain, Boulange", "Temps majoré");
        assertThat(link("06 55 66 77 88")).isEqualTo("tel:0655667788");
        assertThat(link("04 11 22 33 44")).isEqualTo("tel:0411223344");
    }

    @Test
    void accommodations_are_for_who_follows_the_learner() {
        as(Role.AUDITOR, SmallCentre.id());
        assertThat(shown()).doesNotContain("Temps majoré").contains("réservés à qui suit");
    }

    @Test
    void a_contact_is_logged_and_shows_in_the_timeline() {
        as(Role.REFERENT, centre.referent);
        click("Consigner un contact");
        assertThat(dialog()).contains("rien sur la santé");
        click("Consigner");
        assertThat(dialog()).contains("Un champ est à corriger");
        choose("Ce qui en est sorti", "message laissé");
        fill("Note", "Rappelle jeudi");
        click("Consigner");
        assertThat(shown()).contains("Appel", "message laissé", "Rappelle jeudi");
        as(Role.AUDITOR, SmallCentre.id());
        assertThat(shown()).contains("Appel", "message laissé").doesNotContain("jeudi");
    }

    @Test
    void an_interruption_says_what_follows_before_it_is_done() {
        as(Role.REFERENT, centre.referent);
        click("Interruption, reprise ou sortie…");
        choose("Événement", "Interruption");
        set("À partir du", LocalDate.parse("2026-11-24"));
        fill("Motif", "Déménagement");
        click("Voir ce qui s'ensuit");
        assertThat(dialog()).contains("2 séances ne comptent plus", "Aucune relance", "Boulange", "convention");
        assertThat(events()).isZero();
        click("Revenir");
        assertThat(field(TextArea.class, "Motif").getValue()).isEqualTo("Déménagement");
        click("Voir ce qui s'ensuit");
        click("Déclarer");
        assertThat(dialog()).contains("C'est déclaré", "Boulange");
        assertThat(link("Les séances du groupe")).contains(centre.group.toString());
        assertThat(events()).isEqualTo(1);
    }

    @Test
    void who_does_not_follow_the_learner_has_no_button() {
        as(Role.AUDITOR, SmallCentre.id());
        assertThat(offers("Consigner un contact")).isFalse();
        assertThat(offers("Interruption")).isFalse();
        as(Role.REFERENT, SmallCentre.id());
        assertThat(offers("Consigner un contact")).isFalse();
    }

    @Test
    void who_follows_the_learner_relaunches_by_hand_where_an_alert_asks_for_nothing() {
        UUID missed = centre.session(Instant.parse("2026-11-23T07:00:00Z"));
        calls.actAs("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        UUID rule = book.create("assiduity", Draft.of("""
                            règle "À voir %s"
                            pour les apprenants du groupe G-%s
                            quand
                                l'apprenant a au moins 1 demi-journées d'absence, justifiées ou non, sur les 30 derniers jours
                            alors
                                signaler à risque
                            """.formatted(centre.code, centre.code)))
                .id();
        book.publish(rule, 1, "Essai");
        attendance.mark(missed, learner, new Mark(AttendanceStatus.ABSENT, null, null, "Appel fait", null));
        Calls.actAsSystem();
        background.runDue();
        try {
            as(Role.AUDITOR, SmallCentre.id());
            assertThat(offers("Relancer par courriel")).isFalse();
            as(Role.REFERENT, centre.referent);
            click("Relancer par courriel");
            assertThat(dialog()).contains("À voir " + centre.code);
            click("Engager la relance");
            assertThat(field(TextArea.class, "Pourquoi").isInvalid()).isTrue();
            choose("Modèle de courriel", "Sans nouvelles de votre part");
            fill("Pourquoi", "Injoignable");
            click("Engager la relance");
            assertThat(shown()).contains("Relance en cours depuis le");
            assertThat(offers("Relancer par courriel")).isFalse();
        } finally {
            calls.actAs("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
            book.retire(rule, "Fin de l'essai");
        }
    }

    private void as(Role role, UUID person) {
        signIn(role.name().toLowerCase(java.util.Locale.ROOT) + person, role, person);
        open("/apprenants/" + learner);
    }

    private long events() {
        return sql.sql("select count(*) from enrolment_event v join enrolment e on e.id = v.enrolment_id"
                        + " where e.learner_id = ?")
                .param(learner)
                .query(Long.class)
                .single();
    }
}
