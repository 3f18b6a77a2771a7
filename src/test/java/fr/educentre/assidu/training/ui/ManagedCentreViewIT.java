package fr.educentre.assidu.training.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.ui.FormField;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.SqlCounter;
import fr.educentre.assidu.testing.ViewTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the centre is made of is entered, corrected and removed on its screens. */
class ManagedCentreViewIT extends ViewTest {

    @Autowired
    SqlCounter counter;

    private final String code = Long.toString(System.nanoTime(), 36);

    @BeforeEach
    void a_day() {
        clock.set(Instant.parse("2026-11-23T11:00:00Z"));
    }

    @Test
    void a_site_is_entered_then_found_corrected_and_removed() {
        signIn("a-" + code, Role.ADMIN, SmallCentre.id());
        open("/centre/sites");
        click("Ajouter un site");
        fill("Nom", "Site " + code);
        fill("Adresse", "1 rue de l’Essai");
        fill("Code postal", "97400");
        fill("Ville", "Saint-Denis");
        click("Enregistrer");
        assertThat(dialog()).contains("Un champ est à corriger");
        assertThat(sites()).as("nothing is written before").isZero();
        fill("Code", "S" + code);
        click("Enregistrer");
        assertThat(sites()).isEqualTo(1);

        open("/centre/sites?q=" + code);
        assertThat(rows()).singleElement().asString().contains("Site " + code, "Saint-Denis");
        click("Site " + code);
        fill("Ville", "Saint-Pierre");
        click("Enregistrer");
        assertThat(rows()).singleElement().asString().contains("Saint-Pierre");

        click("Site " + code);
        click("Historique");
        assertThat(dialog()).contains("modifié par a-" + code, "Saint-Denis", "Saint-Pierre");
        click("Fermer");
        click("Supprimer");
        assertThat(sites()).isZero();
        click("Annuler la suppression");
        assertThat(sites()).as("put back").isEqualTo(1);
    }

    @Test
    void who_is_second_sees_both_and_says_which_stands() {
        signIn("q-" + code, Role.QUALITY_MANAGER, SmallCentre.id());
        open("/centre/financeurs");
        click("Ajouter un financeur");
        fill("Nom", "Région " + code);
        fill("Code", "F" + code);
        choose("Nature", "Région");
        click("Enregistrer");
        open("/centre/financeurs?q=" + code);
        click("Région " + code);
        fill("Nom", "Mon nom " + code);
        sql.sql("update funder set name = ?, version = version + 1 where code = ?")
                .params("Leur nom " + code, "F" + code)
                .update();
        click("Enregistrer");
        assertThat(dialog()).contains("rien n'est enregistré", "Leur nom " + code, "Mon nom " + code);
        assertThat(name()).isEqualTo("Leur nom " + code);
        click("Enregistrer la mienne");
        assertThat(name()).isEqualTo("Mon nom " + code);
    }

    @Test
    void a_session_that_overlaps_is_planned_and_it_is_said() {
        var centre = new SmallCentre(sql, 1);
        centre.session(Instant.parse("2026-11-25T08:00:00Z"));
        sql.sql("update learner_group set name = ? where id = ?")
                .params("Groupe " + code, centre.group)
                .update();
        sql.sql("update trainer set last_name = ? where id = ?")
                .params("Formateur " + code, centre.trainer)
                .update();
        signIn("q-" + code, Role.QUALITY_MANAGER, SmallCentre.id());
        open("/centre/seances");
        click("Planifier une séance");
        fill("Intitulé", "Atelier " + code);
        choose("Groupe", "Groupe " + code);
        choose("Formateur", "Tom Formateur " + code);
        fillMoment("Début", LocalDateTime.parse("2026-11-25T09:30"));
        fillMoment("Fin", LocalDateTime.parse("2026-11-25T11:00"));
        click("Enregistrer");
        assertThat(dialog()).contains("Le groupe a déjà", "Le formateur donne déjà", "Enregistrez de nouveau");
        assertThat(planned()).as("said before it is planned").isZero();
        click("Enregistrer");
        assertThat(planned()).isEqualTo(1);
    }

    @Test
    void a_series_says_which_of_its_days_meet_others_before_it_is_planned() {
        var centre = new SmallCentre(sql, 1);
        centre.session(Instant.parse("2026-12-02T08:00:00Z"));
        sql.sql("update learner_group set name = ? where id = ?")
                .params("Groupe " + code, centre.group)
                .update();
        sql.sql("update trainer set last_name = ? where id = ?")
                .params("Formateur " + code, centre.trainer)
                .update();
        signIn("q-" + code, Role.QUALITY_MANAGER, SmallCentre.id());
        open("/centre/seances");
        click("Planifier une série");
        fill("Intitulé", "Atelier " + code);
        choose("Groupe", "Groupe " + code);
        choose("Formateur", "Tom Formateur " + code);
        set("Jours", java.util.Set.of(new FormField.Option("WEDNESDAY", "mercredi")));
        set("Du", LocalDate.parse("2026-11-24"));
        set("Au", LocalDate.parse("2026-12-11"));
        set("Début", LocalTime.parse("09:30"));
        set("Fin", LocalTime.parse("12:00"));
        click("Planifier");
        assertThat(dialog()).contains("Un jour sur 3", "mer. 2 déc. – Le groupe a déjà « Atelier » à ces heures");
        assertThat(planned()).isZero();
        click("Planifier");
        assertThat(dialog()).contains("3 séances sont planifiées");
        assertThat(planned()).isEqualTo(3);
    }

    @Test
    void co_trainers_and_the_virtual_class_stand_in_the_form_and_an_empty_one_is_none() {
        var centre = new SmallCentre(sql, 1);
        var session = centre.session(Instant.parse("2026-11-25T08:00:00Z"));
        sql.sql("update training_session set title = ? where id = ?")
                .params("Atelier " + code, session)
                .update();
        signIn("q-" + code, Role.QUALITY_MANAGER, SmallCentre.id());
        open("/centre/seances?q=" + code);
        click("Atelier " + code);
        fill("Salle", "B12");
        click("Enregistrer");
        assertThat(meeting(session)).as("fields left empty are no meeting").isEqualTo("none");
        click("Atelier " + code);
        choose("Classe virtuelle sur", "Zoom");
        fill("Numéro de la réunion", "864");
        click("Enregistrer");
        assertThat(meeting(session)).isEqualTo("ZOOM 864");
    }

    @Test
    void the_hour_of_a_session_elsewhere_is_said_with_its_clock() {
        var centre = new SmallCentre(sql, 1);
        var session = centre.session(Instant.parse("2026-11-25T08:00:00Z"));
        sql.sql("update training_session set title = ? where id = ?")
                .params("Atelier " + code, session)
                .update();
        sql.sql(
                        "update site set zone = 'Indian/Reunion' where id = (select site_id from training_session where id = ?)")
                .param(session)
                .update();
        signIn("q-" + code, Role.QUALITY_MANAGER, SmallCentre.id());
        open("/centre/seances?q=" + code);
        assertThat(rows()).singleElement().asString().contains("12:00 (heure de La Réunion)");
    }

    @Test
    void a_page_of_sessions_or_enrolments_is_read_in_as_many_statements_as_a_single_one() throws Exception {
        signIn("q-" + code, Role.QUALITY_MANAGER, SmallCentre.id());
        int sessionsOfOne = 0;
        int enrolmentsOfOne = 0;
        for (int i = 0; i < 6; i++) {
            var centre = new SmallCentre(sql, 2);
            var session = centre.session(Instant.parse("2026-11-25T08:00:00Z"));
            sql.sql("update training_session set title = ? where id = ?")
                    .params("Page " + code, session)
                    .update();
            sql.sql("update learner_group set name = ? where id = ?")
                    .params("Groupe " + code + i, centre.group)
                    .update();
            sql.sql("update enrolment set number = number || ? where group_id = ?")
                    .params(code, centre.group)
                    .update();
            if (i == 0) {
                sessionsOfOne = statements("/centre/seances", 1);
                enrolmentsOfOne = statements("/centre/inscriptions", 2);
            }
        }
        assertThat(statements("/centre/seances", 6)).isEqualTo(sessionsOfOne);
        assertThat(statements("/centre/inscriptions", 12)).isEqualTo(enrolmentsOfOne);
    }

    private int statements(String screen, int rows) throws Exception {
        open(screen + "?q=" + code);
        return counter.statementsOf(() -> {
                    assertThat(rows()).hasSize(rows);
                    return null;
                })
                .size();
    }

    private String meeting(UUID session) {
        return sql.sql(
                        "select coalesce(meeting_provider || ' ' || meeting_id, 'none') from training_session where id = ?")
                .param(session)
                .query(String.class)
                .single();
    }

    private long planned() {
        return sql.sql("select count(*) from training_session where title = ?")
                .param("Atelier " + code)
                .query(Long.class)
                .single();
    }

    @Test
    void the_hour_that_comes_twice_is_asked_about_where_it_was_written() {
        var centre = new SmallCentre(sql, 0);
        sql.sql("update learner_group set name = ? where id = ?")
                .params("Groupe " + code, centre.group)
                .update();
        sql.sql("update trainer set last_name = ? where id = ?")
                .params("Formateur " + code, centre.trainer)
                .update();
        signIn("q-" + code, Role.QUALITY_MANAGER, SmallCentre.id());
        open("/centre/seances");
        click("Planifier une séance");
        fill("Intitulé", "Nuit " + code);
        choose("Groupe", "Groupe " + code);
        choose("Formateur", "Tom Formateur " + code);
        fillMoment("Début", LocalDateTime.parse("2026-10-25T02:30"));
        fillMoment("Fin", LocalDateTime.parse("2026-10-25T05:00"));
        click("Enregistrer");
        assertThat(dialog()).contains("02:30 arrive deux fois cette nuit-là");
        choose("Laquelle des deux", "Décalage +01:00");
        click("Enregistrer");
        assertThat(dialogs()).isEmpty();
        assertThat(sql.sql("select starts_at from training_session where title = ?")
                        .param("Nuit " + code)
                        .query(java.time.OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
    }

    private void fillMoment(String label, LocalDateTime moment) {
        test($(DateTimePicker.class).all().stream()
                        .filter(field -> label.equals(field.getLabel()))
                        .findFirst()
                        .orElseThrow())
                .setValue(moment);
    }

    @Test
    void each_sees_the_kinds_they_keep() {
        signIn("q-" + code, Role.QUALITY_MANAGER, SmallCentre.id());
        open("/centre/parcours");
        assertThat(shown()).contains("Parcours", "Formateurs", "Entreprises").doesNotContain("Organisme");
        signIn("a-" + code, Role.ADMIN, SmallCentre.id());
        open("/centre/sites");
        assertThat(shown()).contains("Organisme", "Sites").doesNotContain("Financeurs");
    }

    private long sites() {
        return sql.sql("select count(*) from site where code = ?")
                .param("S" + code)
                .query(Long.class)
                .single();
    }

    private String name() {
        return sql.sql("select name from funder where code = ?")
                .param("F" + code)
                .query(String.class)
                .single();
    }
}
