package fr.educentre.assidu.overview.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A quality manager plans a session anew from its page: what is done is said, and can be taken back. */
class SessionActsViewIT extends ViewTest {

    private static final Instant START = Instant.parse("2027-06-14T07:00:00Z");

    private SmallCentre centre;
    private UUID session;

    @BeforeEach
    void a_quality_manager() {
        clock.set(START.minus(Duration.ofDays(3)));
        centre = new SmallCentre(sql, 3);
        session = centre.session(START);
        signIn("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
    }

    @Test
    void a_session_is_cancelled_with_a_reason_and_restored() {
        open("/seances/" + session);
        click("Annuler la séance");
        click("Annuler la séance");
        assertThat(dialog()).as("a reason is needed").contains("Renseignez ce champ");
        fill("Motif", "Neige");
        choose("Du fait de", "Extérieur");
        click("Annuler la séance");
        assertThat(state()).isEqualTo("CANCELLED");
        assertThat(column("change_reason || ' ' || change_caused_by")).isEqualTo("Neige EXTERNAL");
        assertThat(shown()).contains("Annulée");
        click("Annuler");
        assertThat(state()).as("taken back").isEqualTo("PLANNED");
    }

    @Test
    void a_session_is_postponed_and_that_is_taken_back() {
        open("/seances/" + session);
        click("Reporter");
        fill("Motif", "Grève");
        set("Reportée au", LocalDateTime.parse("2027-06-21T14:00"));
        click("Reporter");
        assertThat(state()).isEqualTo("POSTPONED");
        assertThat(sql.sql("select starts_at from training_session where id = (select moved_to_id from training_session"
                                + " where id = ?)")
                        .param(session)
                        .query(java.time.OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isEqualTo(Instant.parse("2027-06-21T12:00:00Z"));
        click("Annuler");
        assertThat(state()).isEqualTo("PLANNED");
        assertThat(sessionsOfGroup()).as("the other is gone").isEqualTo(1);
    }

    @Test
    void what_a_moved_session_meets_is_said_before_it_is_moved() {
        UUID other = centre.session(START.plus(Duration.ofDays(1)));
        open("/seances/" + session);
        click("Déplacer");
        set("Nouveau début", LocalDateTime.parse("2027-06-15T10:00"));
        assertThat(dialog())
                .contains(
                        "Le groupe a déjà « Atelier » à ces heures", "Le formateur donne déjà", "Déplacer quand même");
        assertThat(column("starts_at::text")).as("nothing is moved yet").contains("2027-06-14");
        sql.sql("delete from training_session where id = ?").param(other).update();
        set("Nouveau début", LocalDateTime.parse("2027-06-15T11:00"));
        assertThat(dialog()).doesNotContain("déjà");
        fill("Salle", "B12");
        click("Déplacer");
        assertThat(column("to_char(starts_at at time zone 'Europe/Paris', 'YYYY-MM-DD HH24:MI') || ' ' || room"))
                .isEqualTo("2027-06-15 11:00 B12");
        click("Annuler");
        assertThat(column("to_char(starts_at at time zone 'Europe/Paris', 'YYYY-MM-DD HH24:MI')"))
                .isEqualTo("2027-06-14 09:00");
    }

    @Test
    void somebody_else_gives_the_session_and_who_was_planned_stays_known() {
        UUID other = new SmallCentre(sql, 0).trainer;
        sql.sql("update trainer set last_name = ? where id = ?")
                .params("Rempla" + centre.code, other)
                .update();
        open("/seances/" + session);
        click("Remplacer le formateur");
        choose("À la place de Tom Formateur", "Rempla" + centre.code);
        click("Remplacer");
        assertThat(shown()).contains("Tom Rempla" + centre.code);
        assertThat(column("trainer_id::text")).isEqualTo(centre.trainer.toString());
        click("Annuler");
        assertThat(column("coalesce(actual_trainer_id::text, 'planned')")).isEqualTo("planned");
    }

    @Test
    void somebody_is_taken_out_and_somebody_else_is_added() {
        var elsewhere = new SmallCentre(sql, 1);
        sql.sql("update learner set last_name = ? where id = ?")
                .params("Ailleurs" + centre.code, elsewhere.learners.getFirst())
                .update();
        open("/seances/" + session);
        click("Participants");
        assertThat(dialog()).contains("3 participants attendus");
        click("Retirer Lou Apprenant0");
        assertThat(dialog()).contains("2 participants attendus");
        choose("Apprenant à ajouter", "Ailleurs" + centre.code);
        click("Ajouter");
        assertThat(dialog()).contains("3 participants attendus", "Ailleurs" + centre.code);
        click("Fermer");
        assertThat(rows()).hasSize(3).noneMatch(row -> row.contains("Apprenant0"));
    }

    @Test
    void closing_says_first_what_it_will_do_and_can_be_taken_back_with_a_reason() {
        clock.set(START.plus(Duration.ofHours(4)));
        open("/seances/" + session);
        click("Clôturer la séance");
        assertThat(dialog()).contains("3 absents, 6 courriels", "Seront absents : Lou Apprenant0, Lou Apprenant1");
        click("Clôturer la séance");
        assertThat(state()).isEqualTo("CLOSED");
        click("Rouvrir la séance");
        fill("Motif", "Feuille retrouvée");
        click("Rouvrir");
        assertThat(state()).isEqualTo("PLANNED");
        assertThat(shown()).contains("Données en attente");
    }

    @Test
    void one_reason_is_given_for_all_who_miss_it() {
        clock.set(START.plus(Duration.ofHours(4)));
        open("/seances/" + session);
        click("Motif commun");
        choose("Motif", "Grève ou arrêt des transports");
        click("Justifier pour tous");
        assertThat(notice()).contains("3 personnes encore attendues");
        click("Clôturer la séance");
        assertThat(dialog()).as("employers alone are told").contains("3 absents, 3 courriels");
    }

    @Test
    void a_catch_up_is_planned_for_one_learner_alone_and_counts_for_them() {
        clock.set(START.plus(Duration.ofHours(4)));
        open("/seances/" + session);
        click("Clôturer la séance");
        click("Clôturer la séance");
        press("Rattrapage", "Lou Apprenant1");
        set("Nouveau début", LocalDateTime.parse("2027-06-16T09:00"));
        click("Planifier le rattrapage");
        assertThat(notice()).contains("Le rattrapage de Lou Apprenant1 est planifié");
        assertThat(sql.sql("select x.learner_id from session_expected x join training_session s on s.id = x.session_id"
                                + " where s.catch_up_of_id = ?")
                        .param(session)
                        .query(UUID.class)
                        .list())
                .containsExactly(centre.learners.get(1));
    }

    @Test
    void a_catch_up_joins_a_session_of_others() {
        UUID later = centre.session(START.plus(Duration.ofDays(7)));
        sql.sql("insert into session_participant (id, session_id, learner_id, kind, recorded_at, recorded_by)"
                        + " values (?, ?, ?, 'REMOVED', now(), 'x')")
                .params(SmallCentre.id(), later, centre.learners.get(1))
                .update();
        clock.set(START.plus(Duration.ofHours(4)));
        open("/seances/" + session);
        click("Clôturer la séance");
        click("Clôturer la séance");
        press("Rattrapage", "Lou Apprenant1");
        choose("Séance à rejoindre", "21 juin 2027");
        click("Planifier le rattrapage");
        assertThat(sql.sql("select makes_up_for_id from session_participant where session_id = ? and kind = 'ADDED'")
                        .param(later)
                        .query(UUID.class)
                        .single())
                .isEqualTo(session);
        click("Annuler");
        assertThat(sql.sql("select count(*) from session_expected where session_id = ? and learner_id = ?")
                        .params(later, centre.learners.get(1))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whoever_only_reads_is_offered_none_of_it() {
        signIn("a-" + centre.code, Role.AUDITOR, SmallCentre.id());
        open("/seances/" + session);
        assertThat(offers("Déplacer")).isFalse();
        assertThat(offers("Reporter")).isFalse();
        signIn("t-" + centre.code, Role.TRAINER, centre.trainer);
        open("/seances/" + session);
        assertThat(offers("Annuler la séance")).isFalse();
    }

    private String state() {
        return column("stored_state");
    }

    private String column(String expression) {
        return sql.sql("select " + expression + " from training_session where id = ?")
                .param(session)
                .query(String.class)
                .single();
    }

    private long sessionsOfGroup() {
        return sql.sql("select count(*) from training_session where group_id = ?")
                .param(centre.group)
                .query(Long.class)
                .single();
    }
}
