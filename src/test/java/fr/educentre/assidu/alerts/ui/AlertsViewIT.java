package fr.educentre.assidu.alerts.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alerts say on their line why they were raised, are explained, and are taken note of. */
class AlertsViewIT extends ViewTest {

    private static final Instant NOW = Instant.parse("2027-10-19T09:00:00Z");

    private SmallCentre centre;

    @BeforeEach
    void a_trainer() {
        clock.set(NOW);
        centre = new SmallCentre(sql, 2);
        centre.session(NOW.minusSeconds(3600));
        signIn("t-" + centre.code, Role.TRAINER, centre.trainer);
    }

    @AfterEach
    void no_alert_is_left() {
        sql.sql("delete from alert where group_id = ?").param(centre.group).update();
    }

    @Test
    void nobody_is_told_of_at_first() {
        open("/alertes");
        assertThat(rows()).isEmpty();
        assertThat(shown()).contains("Aucune alerte", "Aucune règle ne s'applique à un apprenant pour ces filtres.");
    }

    @Test
    void an_alert_says_why_and_is_taken_note_of() {
        UUID alert = alert();
        open("/alertes?groupe=" + centre.group);
        assertThat(rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .contains("Lou Apprenant0", "Trois absences en un mois", "3 demi-journées", "2 j", "Nouvelle"));
        click("Pourquoi cette alerte ?");
        assertThat(dialog())
                .contains(
                        "Pourquoi cette alerte ? Lou Apprenant0",
                        "Règle « Trois absences en un mois », version 1",
                        "Aujourd'hui, condition par condition",
                        "Condition :",
                        "Non vérifiée");
        click("Fermer");
        click("Prendre en compte");
        assertThat(notice()).isEqualTo("Alerte prise en compte.");
        assertThat(rows()).singleElement().satisfies(row -> assertThat(row).contains("Prise en compte"));
        assertThat(sql.sql("select state from alert where id = ?")
                        .param(alert)
                        .query(String.class)
                        .single())
                .isEqualTo("ACKNOWLEDGED");
        choose("État", "Nouvelle");
        assertThat(rows()).isEmpty();
        choose("État", "Prise en compte");
        assertThat(rows()).hasSize(1);
    }

    @Test
    void an_auditor_reads_and_takes_note_of_nothing() {
        alert();
        signIn("a-" + centre.code, Role.AUDITOR, SmallCentre.id());
        open("/alertes?groupe=" + centre.group);
        assertThat(rows()).hasSize(1);
        assertThat(offers("Pourquoi cette alerte ?")).isTrue();
        assertThat(offers("Prendre en compte")).isFalse();
    }

    private UUID alert() {
        UUID id = SmallCentre.id();
        sql.sql("""
                        insert into alert (id, learner_id, group_id, rule_id, rule_version, rule_name, episode, state,
                                           explanation, facts, actions, raised_at, changed_at)
                        select ?, ?, ?, id, 1, 'Trois absences en un mois', 'essai', 'OPEN',
                               '3 demi-journées d''absence', '{"values":{},"sessions":[]}', '[]', ?, ?
                          from rule where code = 'trois-absences'
                        """)
                .params(
                        id,
                        centre.learners.getFirst(),
                        centre.group,
                        NOW.minusSeconds(2 * 86_400).atOffset(ZoneOffset.UTC),
                        NOW.minusSeconds(2 * 86_400).atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }
}
