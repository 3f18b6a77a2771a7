package fr.educentre.assidu.overview.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.Attendance.Mark;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.messaging.Outbox;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The page of a group: who was where, those at risk first, and writing to the learners chosen. */
class GroupViewIT extends ViewTest {

    /** A Monday, 09:00 in Paris. */
    private static final Instant MONDAY = Instant.parse("2029-05-07T07:00:00Z");

    @Autowired
    Attendance attendance;

    @Autowired
    Outbox outbox;

    private SmallCentre centre;
    private UUID monday;
    private UUID tuesday;

    @BeforeEach
    void a_trainer_of_three() {
        clock.set(MONDAY.plus(Duration.ofDays(1)).plus(Duration.ofHours(4)));
        centre = new SmallCentre(sql, 3);
        monday = centre.session(MONDAY);
        tuesday = centre.session(MONDAY.plus(Duration.ofDays(1)));
        signIn("t-" + centre.code, Role.TRAINER, centre.trainer);
        attendance.mark(tuesday, centre.learners.get(1), new Mark(AttendanceStatus.ABSENT, null, null, "appel", null));
        attendance.mark(monday, centre.learners.get(1), new Mark(AttendanceStatus.PRESENT, null, null, "appel", null));
    }

    private String open() {
        open("/groupes/" + centre.group);
        return table();
    }

    private String table() {
        return reachable(Html.class)
                .map(one -> one.getElement().getOuterHTML())
                .filter(html -> html.contains("role=\"grid\""))
                .findFirst()
                .map(html -> html.replace('\u00a0', ' ').replace("&nbsp;", " "))
                .orElse("");
    }

    /** An open alert shows on other screens. */
    @AfterEach
    void no_alert_is_left() {
        sql.sql("delete from alert where group_id = ?").param(centre.group).update();
    }

    @Test
    void each_cell_says_whose_when_and_what_and_leads_to_its_session() {
        assertThat(open())
                .contains(
                        "aria-label=\"Lou Apprenant1, mar. 8 mai 2029, 09:00, Absent",
                        "aria-label=\"Lou Apprenant1, lun. 7 mai 2029, 09:00, Présent\"",
                        "aria-label=\"Lou Apprenant0, mar. 8 mai 2029, 09:00, Données en attente\"",
                        "href=\"seances/" + tuesday + "\"")
                .matches(html -> html.indexOf("08/05") < html.indexOf("07/05"), "latest first");
        assertThat(shown()).contains("Séances 1 à 2 sur 2", "A\nAbsent", "AJ\nAbsent (justifiée)");
    }

    @Test
    void a_name_is_a_text_and_never_a_part_of_the_page() {
        sql.sql("update learner set last_name = '<b onclick=x>Zed\"' where id = ?")
                .param(centre.learners.getFirst())
                .update();
        assertThat(open()).doesNotContain("<b onclick").contains("Zed");
    }

    @Test
    void a_period_is_chosen_or_stands_in_the_address() {
        open("/groupes/" + centre.group + "?du=2029-05-08&au=hier");
        assertThat(table()).contains("08/05").doesNotContain("07/05");
        set("Du", LocalDate.of(2029, 5, 1));
        assertThat(table()).contains("08/05", "07/05");
        set("Au", LocalDate.of(2029, 5, 6));
        assertThat(table()).isEmpty();
        assertThat(shown()).contains("Aucune séance commencée dans cette période");
    }

    @Test
    void older_sessions_are_a_page_away() {
        for (int i = 1; i <= PresenceHeatMap.SESSIONS; i++) {
            centre.session(MONDAY.minus(Duration.ofDays(i)));
        }
        open();
        assertThat(shown()).contains("Séances 1 à 14 sur 16");
        assertThat(button("Plus récentes").isEnabled()).isFalse();
        click("Plus anciennes");
        assertThat(shown()).contains("Séances 15 à 16 sur 16");
        assertThat(button("Plus anciennes").isEnabled()).isFalse();
        click("Plus récentes");
        assertThat(shown()).contains("Séances 1 à 14 sur 16");
    }

    @Test
    void whoever_is_at_risk_comes_first_and_the_reason_is_said() {
        alert(centre.learners.get(2), "Trois absences en une semaine");
        open();
        assertThat(rows().getFirst()).contains("Lou Apprenant2", "À risque", "Trois absences en une semaine");
        assertThat(table()).matches(html -> html.indexOf("Apprenant2") < html.indexOf("Apprenant0"), "at risk first");
    }

    @Test
    void where_each_learner_goes_is_drawn_and_said() {
        sql.sql(
                        "update training_session set stored_state = 'CLOSED', closed_at = now(), closed_by = 'x' where group_id = ?")
                .param(centre.group)
                .update();
        open();
        assertThat(rows())
                .anySatisfy(row -> assertThat(row)
                        .contains("Lou Apprenant1", "stable", "Assiduité des 8 dernières semaines : – ; –", "50 %"));
    }

    @Test
    void the_learners_chosen_are_written_to_after_a_preview() {
        open();
        assertThat(button("Écrire aux apprenants choisis").isEnabled()).isFalse();
        click("Choisir tous");
        click("Écrire aux 3 apprenants choisis");
        assertThat(dialog()).contains("Écrire à 3 apprenants", "Lou Apprenant0", "Lou Apprenant2");
        click("Envoyer 3 messages");
        assertThat(dialogs()).as("nothing was typed").hasSize(1);
        fill("Objet", "Salle changée");
        fill("Message", "Demain, salle B12.");
        click("Aperçu");
        assertThat(dialog()).contains("Ce que recevra Lou Apprenant0", "Bonjour Lou,");
        assertThat(outbox.ofLearner(centre.learners.getFirst())).isEmpty();
        click("Envoyer 3 messages");
        assertThat(notice()).contains("3 messages partent");
        assertThat(centre.learners)
                .allSatisfy(one -> assertThat(outbox.ofLearner(one)).hasSize(1));
    }

    @Test
    void who_may_not_write_is_offered_nothing_to_write_with() {
        signIn("a-" + centre.code, Role.AUDITOR, SmallCentre.id());
        assertThat(open()).contains("Apprenant0");
        assertThat(offers("Choisir tous")).isFalse();
    }

    @Test
    void what_is_shown_is_there_as_a_file_and_the_documents_of_all_are_a_link_away() {
        open();
        assertThat(reachable(Anchor.class).map(Anchor::getText)).contains("Télécharger en CSV", "Télécharger en XLSX");
        assertThat(link("Feuilles d'émargement et certificats de tous")).isEqualTo("preuves?groupe=" + centre.group);
        assertThat(reachable(Grid.class)).hasSize(1);
    }

    private void alert(UUID learner, String why) {
        sql.sql("""
                insert into alert (id, learner_id, group_id, rule_id, rule_version, rule_name, episode, state, explanation,
                                   at_risk, facts, actions, raised_at, changed_at)
                select ?, ?, ?, id, 1, 'Trois absences en un mois', 'essai', 'OPEN', ?, true, '{"values":{},"sessions":[]}', '[]', now(), now()
                  from rule where code = 'trois-absences'
                """).params(SmallCentre.id(), learner, centre.group, why).update();
    }
}
