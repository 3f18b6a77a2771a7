package fr.educentre.assidu.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Days as explanations write them. */
class DayFormatTests {

    @Test
    void a_half_day_is_named_by_its_day_and_part() {
        assertThat(DayFormat.halfDay("2026-11-23/AM", Locale.FRENCH)).isEqualTo("lun. 23 nov. matin");
        assertThat(DayFormat.halfDay("2026-11-24/PM", Locale.FRENCH)).isEqualTo("mar. 24 nov. après-midi");
        assertThat(DayFormat.halfDay("2026-11-23/AM", Locale.ENGLISH)).isEqualTo("Mon 23 Nov morning");
        assertThat(DayFormat.halfDay("2026-11-24/PM", Locale.ENGLISH)).isEqualTo("Tue 24 Nov afternoon");
    }

    @Test
    void working_days_are_counted_after_the_one_and_with_the_other_without_week_ends() {
        LocalDate friday = LocalDate.of(2026, 11, 20);
        assertThat(DayFormat.workingDays(friday, friday)).isZero();
        assertThat(DayFormat.workingDays(friday, friday.plusDays(2))).isZero();
        assertThat(DayFormat.workingDays(friday, friday.plusDays(3))).isEqualTo(1);
        assertThat(DayFormat.workingDays(friday, friday.plusDays(14))).isEqualTo(10);
        assertThat(DayFormat.workingDays(friday.minusDays(1), friday)).isEqualTo(1);
        assertThat(DayFormat.workingDays(friday, friday.minusDays(3))).isZero();
    }
}
