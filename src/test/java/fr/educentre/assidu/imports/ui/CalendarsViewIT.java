package fr.educentre.assidu.imports.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A calendar's file becomes sessions of the group that is chosen, once it was seen what they would be. */
class CalendarsViewIT extends ViewTest {

    private SmallCentre centre;

    @BeforeEach
    void a_quality_manager() {
        clock.set(Instant.parse("2026-11-23T11:00:00Z"));
        centre = new SmallCentre(sql, 1);
        sql.sql("update learner_group set name = ? where id = ?")
                .params("Groupe " + centre.code, centre.group)
                .update();
        sql.sql("update trainer set last_name = ? where id = ?")
                .params("Formateur " + centre.code, centre.trainer)
                .update();
        signIn("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        open("/imports/calendriers");
    }

    @Test
    void the_group_is_asked_for_first() {
        drop("agenda.ics", calendar());
        assertThat(shown()).contains("Choisissez d'abord le groupe.");
        assertThat(offers("Appliquer")).isFalse();
    }

    @Test
    void what_would_be_planned_is_shown_then_applied() {
        choose("Groupe", "Groupe " + centre.code);
        choose("Formateur par défaut", "Tom Formateur " + centre.code);
        drop("agenda.ics", calendar());
        assertThat(shown()).contains("agenda.ics – à créer : 3, à modifier : 0, à annuler : 0", "à corriger : 1.");
        assertThat(rows())
                .anySatisfy(row -> assertThat(row).contains("Créée", "Atelier tableur"))
                .anySatisfy(
                        row -> assertThat(row).contains("À corriger", "Journée longue", "indiquez la pause déjeuner"));
        assertThat(sessions()).as("nothing is written before").isZero();
        click("Appliquer");
        assertThat(shown()).contains("créées : 3", "Le calendrier est appliqué");
        assertThat(sessions()).isEqualTo(3);
        assertThat(offers("Appliquer")).isFalse();
    }

    @Test
    void what_is_doubtful_is_asked_and_looked_at_again_once_it_is_settled() {
        choose("Groupe", "Groupe " + centre.code);
        choose("Formateur par défaut", "Tom Formateur " + centre.code);
        drop("agenda.ics", calendar().replace("Atelier tableur", "Atelier annulé"));
        assertThat(shown()).contains("à créer : 0");
        assertThat(rows()).anySatisfy(row -> assertThat(row).contains("À corriger", "« annulé » dans le titre"));
        assertThat(offers("Appliquer")).isFalse();
        choose("Titres qui disent « annulé »", "Les séances ont lieu");
        assertThat(shown()).contains("à créer : 3");
        click("Appliquer");
        assertThat(sessions()).isEqualTo(3);

        drop(
                "agenda.ics",
                calendar().replace("Atelier tableur", "Atelier annulé").replace("UID:", "UID:x"));
        assertThat(rows()).anySatisfy(row -> assertThat(row).contains("À corriger", "sous un autre identifiant"));
        choose("Événements déjà planifiés sous un autre identifiant", "Ce sont les mêmes séances");
        assertThat(shown()).contains("à créer : 0, à modifier : 3");
        click("Appliquer");
        assertThat(sessions()).isEqualTo(3);
    }

    @Test
    void an_address_that_is_none_is_refused() {
        choose("Groupe", "Groupe " + centre.code);
        fill("Adresse du calendrier", "pas une adresse");
        click("S'abonner");
        assertThat(shown()).doesNotContain("Abonnement pris");
        assertThat(sql.sql("select count(*) from calendar_feed where group_id = ?")
                        .param(centre.group)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private long sessions() {
        return sql.sql("select count(*) from training_session where group_id = ? and title like 'Atelier%'")
                .param(centre.group)
                .query(Long.class)
                .single();
    }

    private String calendar() {
        return "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:w-" + centre.code
                + "\r\nSUMMARY:Atelier tableur\r\nDTSTART;TZID=Romance Standard Time:20261130T090000\r\n"
                + "DURATION:PT3H\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\nLOCATION:https://zoom.us/j/81234567890\r\nEND:VEVENT\r\n"
                + "BEGIN:VEVENT\r\nUID:d-" + centre.code
                + "\r\nSUMMARY:Journée longue\r\nDTSTART:20261201T090000\r\nDTEND:20261201T170000\r\nEND:VEVENT\r\n"
                + "END:VCALENDAR\r\n";
    }
}
