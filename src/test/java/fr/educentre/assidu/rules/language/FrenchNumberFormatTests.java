package fr.educentre.assidu.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Numbers and days as explanations write them. */
class FrenchNumberFormatTests {

    @Test
    void a_number_has_one_decimal_at_most() {
        assertThat(FrenchNumberFormat.number(73.26)).isEqualTo("73,3");
        assertThat(FrenchNumberFormat.number(80)).isEqualTo("80");
    }

    @Test
    void a_half_day_is_named_by_its_day_and_part() {
        assertThat(FrenchNumberFormat.halfDay("2026-11-23/AM")).isEqualTo("lun. 23 nov. matin");
        assertThat(FrenchNumberFormat.halfDay("2026-11-24/PM")).isEqualTo("mar. 24 nov. après-midi");
    }

    @Test
    void working_days_are_counted_after_the_one_and_with_the_other_without_week_ends() {
        LocalDate friday = LocalDate.of(2026, 11, 20);
        assertThat(FrenchNumberFormat.workingDays(friday, friday)).isZero();
        assertThat(FrenchNumberFormat.workingDays(friday, friday.plusDays(2))).isZero();
        assertThat(FrenchNumberFormat.workingDays(friday, friday.plusDays(3))).isEqualTo(1);
        assertThat(FrenchNumberFormat.workingDays(friday, friday.plusDays(14))).isEqualTo(10);
        assertThat(FrenchNumberFormat.workingDays(friday.minusDays(1), friday)).isEqualTo(1);
        assertThat(FrenchNumberFormat.workingDays(friday, friday.minusDays(3))).isZero();
    }
}
