package fr.educentre.assidu.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.rules.language.BlankValue.ChoiceValue;
import fr.educentre.assidu.rules.language.BlankValue.DateValue;
import fr.educentre.assidu.rules.language.BlankValue.DurationValue;
import fr.educentre.assidu.rules.language.BlankValue.NumberValue;
import fr.educentre.assidu.rules.language.BlankValue.PercentValue;
import fr.educentre.assidu.rules.language.BlankValue.TextValue;
import fr.educentre.assidu.shell.Wording;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A value as the engine gets it, and as people read it. */
class BlankValueTests {

    @Test
    void each_kind_of_value_is_written_by_its_own_printer() {
        BlankValue number = new NumberValue(new BigDecimal("3"));
        assertThat(List.of(number.drl(), number.french())).containsExactly("3", "3");
        BlankValue date = new DateValue(LocalDate.of(2026, 11, 3));
        assertThat(List.of(date.drl(), date.french())).containsExactly("\"2026-11-03\"", "03/11/2026");
        BlankValue choice = new ChoiceValue("VIDEO", "en visioconférence", "by video");
        assertThat(List.of(choice.drl(), choice.french())).containsExactly("\"VIDEO\"", "en visioconférence");
        assertThat(choice.words()).isEqualTo(new Wording.Bilingual("en visioconférence", "by video"));
        assertThat(new ChoiceValue("CPF", "CPF", "CPF").words()).isEqualTo(new Wording.Written("CPF"));
        BlankValue text = new TextValue("Absences répétées");
        assertThat(List.of(text.drl(), text.french())).containsExactly("\"Absences répétées\"", "Absences répétées");
    }

    @Test
    void a_percentage_always_has_a_point_for_the_engine_and_a_comma_only_where_needed_for_people() {
        BlankValue whole = new PercentValue(new BigDecimal("80.0"));
        assertThat(List.of(whole.drl(), whole.french())).containsExactly("80.0", "80");
        BlankValue half = new PercentValue(new BigDecimal("72.50"));
        assertThat(List.of(half.drl(), half.french())).containsExactly("72.5", "72,5");
        assertThat(half.in(Locale.ENGLISH)).isEqualTo("72.5");
        assertThat(new PercentValue(new BigDecimal("100")).drl())
                .as("no power of ten")
                .isEqualTo("100.0");
    }

    @Test
    void other_minutes_are_said_in_the_unit_the_rule_was_written_in() {
        var days = new DurationValue(new BigDecimal("2880"), "2 jours");
        assertThat(days.drl()).isEqualTo("2880");
        assertThat(days.said(4_320, Locale.FRENCH)).isEqualTo("3 jours");
        assertThat(days.said(4_319, Locale.FRENCH)).as("whole days").isEqualTo("2 jours");
        assertThat(days.said(4_319, Locale.ENGLISH)).isEqualTo("2 days");
        assertThat(days.said(1_440, Locale.FRENCH)).isEqualTo("1 jour");
        var hours = new DurationValue(new BigDecimal("120"), "2 heures");
        assertThat(hours.said(180, Locale.FRENCH)).isEqualTo("3 heures");
        assertThat(hours.said(150, Locale.FRENCH)).isEqualTo("2\u00a0h\u00a030");
        assertThat(new DurationValue(new BigDecimal("30"), "30 minutes").said(120, Locale.FRENCH))
                .isEqualTo("120 minutes");
    }
}
