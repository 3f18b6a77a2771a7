package fr.educentre.assidu.alerts.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextArea;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is tried again on the past is chosen here; what comes of it is held by the replay's own tests. */
class ReplayViewIT extends ViewTest {

    @BeforeEach
    void a_quality_manager() {
        // In Paris it is the next day already.
        clock.set(Instant.parse("2027-10-20T22:30:00Z"));
        signIn("q-" + new SmallCentre(sql, 1).code, Role.QUALITY_MANAGER, SmallCentre.id());
    }

    @Test
    void the_last_ten_weeks_are_offered_and_nothing_was_replayed_yet() {
        open("/regles/rejouer");
        assertThat(shown()).contains("Rien n'a encore été rejoué", "aucune alerte n'est levée");
        assertThat(field(DatePicker.class, "Du").getValue()).isEqualTo(LocalDate.of(2027, 8, 12));
        assertThat(field(DatePicker.class, "Au").getValue()).isEqualTo(LocalDate.of(2027, 10, 21));
    }

    @Test
    void the_rule_chosen_brings_its_text() {
        open("/regles/rejouer");
        choose("Règle", "Absences consécutives");
        assertThat(text()).startsWith("règle \"Absences consécutives\"");
        choose("Règle", "Trois absences en un mois");
        assertThat(text()).startsWith("règle \"Trois absences en un mois\"");
    }

    @Test
    void the_address_names_the_rule() {
        String rule = sql.sql("select id::text from rule where name = 'Trois absences en un mois'")
                .query(String.class)
                .single();
        open("/regles/rejouer?regle=" + rule);
        assertThat(text()).startsWith("règle \"Trois absences en un mois\"");
    }

    @Test
    void without_both_days_nothing_is_replayed() {
        open("/regles/rejouer");
        field(DatePicker.class, "Du").clear();
        click("Rejouer");
        assertThat(shown()).contains("Indiquez les deux dates.");
        assertThat(button("Rejouer").isEnabled()).isTrue();
    }

    private String text() {
        return field(TextArea.class, "Texte essayé").getValue();
    }
}
