package fr.educentre.assidu.training.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import fr.educentre.assidu.training.Planning;
import fr.educentre.assidu.training.Sessions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The week of groups, trainers, rooms and sites: read by all who teach, acted on by a quality manager. */
class PlanningViewIT extends ViewTest {

    /** A Wednesday, 09:00 in Paris. */
    private static final Instant WEDNESDAY = Instant.parse("2027-11-03T08:00:00Z");

    @Autowired
    Planning planning;

    @Autowired
    Sessions sessions;

    private SmallCentre centre;
    private UUID session;

    @BeforeEach
    void a_week() {
        clock.set(WEDNESDAY.minus(Duration.ofHours(1)));
        centre = new SmallCentre(sql, 2);
        session = centre.session(WEDNESDAY);
        sql.sql("update learner_group set name = ? where id = ?")
                .params("Groupe " + centre.code, centre.group)
                .update();
        sql.sql("update training_session set title = ?, room = 'B12' where id = ?")
                .params("Atelier " + centre.code, session)
                .update();
        sql.sql("update trainer set last_name = ? where id = ?")
                .params("Forma" + centre.code, centre.trainer)
                .update();
        signIn("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
    }

    @Test
    void this_week_comes_first_and_today_is_marked() {
        open("/planning?q=" + centre.code);
        assertThat(shown()).contains("Semaine du lun. 1 nov. au dim. 7 nov. 2027");
        assertThat(rows()).singleElement().asString().contains("Groupe " + centre.code, "09:00 Atelier " + centre.code);
        assertThat(days()).contains("mer. 3 nov. (aujourd'hui)").doesNotContain("sam. 6 nov.");
        assertThat(shown()).as("All Saints' Day").contains("Jour férié");
        click("Semaine suivante");
        assertThat(shown()).contains("Semaine du lun. 8 nov.").doesNotContain("09:00 Atelier");
        click("Aujourd'hui");
        assertThat(shown()).contains("09:00 Atelier");
    }

    @Test
    void a_week_is_seen_by_trainer_room_and_site_too() {
        open("/planning?par=formateur&q=" + centre.code);
        assertThat(rows()).singleElement().asString().contains("Tom Forma" + centre.code, "09:00 Atelier");
        open("/planning?par=salle&q=B12");
        assertThat(rows()).anySatisfy(row -> assertThat(row).contains("B12 · Paris", "09:00 Atelier " + centre.code));
        open("/planning?par=site&q=S-" + centre.code);
        assertThat(rows()).singleElement().asString().contains("Paris", "09:00 Atelier " + centre.code);
    }

    @Test
    void closures_and_company_periods_are_seen_in_the_cells() {
        sql.sql(
                        "insert into group_period (group_id, kind, from_on, to_on) values (?, 'COMPANY', '2027-11-04', '2027-11-04')")
                .param(centre.group)
                .update();
        sql.sql(
                        "insert into site_closure (site_id, from_on, to_on, name) select site_id, '2027-11-05', '2027-11-05', 'Pont'"
                                + " from learner_group where id = ?")
                .param(centre.group)
                .update();
        open("/planning?q=" + centre.code);
        assertThat(rows()).singleElement().asString().contains("En entreprise", "Fermeture");
    }

    @Test
    void a_session_opens_and_is_moved_from_the_planning() {
        open("/planning?q=" + centre.code);
        press("Atelier", "Groupe " + centre.code);
        assertThat(dialog()).contains("09:00 – 12:00", "Tom Forma" + centre.code, "B12");
        click("Déplacer");
        set("Nouveau début", java.time.LocalDateTime.parse("2027-11-04T14:00"));
        click("Déplacer");
        assertThat(starts()).isEqualTo("2027-11-04 14:00");
        assertThat(rows()).singleElement().asString().contains("14:00 Atelier");
    }

    @Test
    void a_half_day_of_a_group_gets_a_session_with_both_filled_in() {
        open("/planning?q=" + centre.code);
        click("Planifier une séance : Groupe " + centre.code + ", ven. 5 nov., Après-midi");
        assertThat(field(DateTimePicker.class, "Début").getValue()).isEqualTo(LocalDateTime.parse("2027-11-05T14:00"));
        fill("Intitulé", "Oral " + centre.code);
        choose("Formateur", "Tom Forma" + centre.code);
        click("Enregistrer");
        assertThat(rows()).singleElement().asString().contains("14:00 Oral " + centre.code);
        assertThat(sql.sql("select group_id from training_session where title = ?")
                        .param("Oral " + centre.code)
                        .query(UUID.class)
                        .single())
                .isEqualTo(centre.group);
    }

    @Test
    void what_it_meets_is_said_before_it_is_planned() {
        open("/planning?q=" + centre.code);
        click("Planifier une séance : Groupe " + centre.code + ", mer. 3 nov., Matin");
        fill("Intitulé", "Double " + centre.code);
        choose("Formateur", "Tom Forma" + centre.code);
        click("Enregistrer");
        assertThat(dialog()).contains("Enregistrez de nouveau pour la planifier quand même");
        assertThat(rows()).noneMatch(row -> row.contains("Double"));
        click("Enregistrer");
        assertThat(rows()).singleElement().asString().contains("09:00 Double " + centre.code);
    }

    @Test
    void a_session_dropped_on_another_half_day_asks_before_it_moves() {
        centre.session(Instant.parse("2027-11-05T13:00:00Z"));
        open("/planning?q=" + centre.code);
        drop(LocalDate.parse("2027-11-05"), "PM");
        assertThat(dialog()).contains("Le groupe a déjà « Atelier » à ces heures", "Déplacer quand même");
        assertThat(starts()).as("not yet").isEqualTo("2027-11-03 09:00");
        click("Déplacer quand même");
        assertThat(starts()).isEqualTo("2027-11-05 14:00");
        click("Annuler");
        assertThat(starts()).as("taken back").isEqualTo("2027-11-03 09:00");
    }

    /** As the browser tells it: what was dragged, and the cell that it was let go over. */
    private void drop(LocalDate day, String half) {
        PlanningGrid grid = reachable(PlanningGrid.class).findFirst().orElseThrow();
        Planning.Row row = planning.rows(Planning.Week.of(Planning.By.GROUP, day, centre.code), 0, 1)
                .items()
                .getFirst();
        grid.dropped(sessions.get(session), row, day, half);
        roundTrip();
    }

    @Test
    void a_day_at_a_time_is_a_list() {
        open("/planning?vue=liste&q=" + centre.code);
        assertThat(shown()).contains("mer. 3 nov. (aujourd'hui)");
        assertThat(offers("09:00 – 12:00 · Atelier " + centre.code)).isTrue();
        click("jeu. 4 nov.");
        assertThat(shown()).contains("Aucune séance ce jour");
        click("Voir la semaine");
        assertThat(rows()).hasSize(1);
    }

    @Test
    void a_trainer_sees_their_own_sessions_and_changes_none() {
        var other = new SmallCentre(sql, 1);
        other.session(WEDNESDAY);
        signIn("t-" + centre.code, Role.TRAINER, centre.trainer);
        open("/planning");
        assertThat(rows()).singleElement().asString().contains("Groupe " + centre.code);
        press("Atelier", "Groupe " + centre.code);
        assertThat(offers("Déplacer")).isFalse();
        assertThat(offers("Annuler la séance")).isFalse();
        assertThat(offers("Planifier une séance")).isFalse();
    }

    @Test
    void a_referent_sees_their_own_groups() {
        signIn("r-" + centre.code, Role.REFERENT, centre.referent);
        open("/planning");
        assertThat(rows()).singleElement().asString().contains("Groupe " + centre.code);
        open("/planning?par=formateur");
        assertThat(rows()).singleElement().asString().contains("Forma" + centre.code);
    }

    private List<String> days() {
        return reachable(PlanningGrid.class).findFirst().orElseThrow().getHeaderRows().getFirst().getCells().stream()
                .map(cell -> cell.getComponent())
                .filter(Objects::nonNull)
                .map(this::read)
                .toList();
    }

    private String starts() {
        return sql.sql(
                        "select to_char(starts_at at time zone 'Europe/Paris', 'YYYY-MM-DD HH24:MI') from training_session"
                                + " where id = ?")
                .param(session)
                .query(String.class)
                .single();
    }
}
