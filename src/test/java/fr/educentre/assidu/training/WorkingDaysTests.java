package fr.educentre.assidu.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTests {

    @ParameterizedTest
    @CsvSource({"2024,2024-03-31", "2025,2025-04-20", "2026,2026-04-05", "2027,2027-03-28", "2038,2038-04-25"})
    void easter_falls_on_its_sunday(int year, LocalDate easter) {
        assertThat(WorkingDays.easter(year)).isEqualTo(easter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04-06", "2026-05-14", "2026-05-25", "2026-11-11", "2026-12-25", "2026-11-21"})
    void holidays_and_week_ends_are_not_worked(LocalDate day) {
        assertThat(WorkingDays.isWorkingDay(day)).isFalse();
    }

    @Test
    void a_friday_is_followed_by_the_monday_and_a_holiday_is_skipped() {
        assertThat(WorkingDays.plus(LocalDate.of(2026, 11, 20), 1)).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(WorkingDays.plus(LocalDate.of(2026, 11, 10), 1)).isEqualTo(LocalDate.of(2026, 11, 12));
        assertThat(WorkingDays.plus(LocalDate.of(2026, 11, 23), -1)).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(WorkingDays.plus(LocalDate.of(2026, 11, 21), 0)).isEqualTo(LocalDate.of(2026, 11, 21));
    }

    @Test
    void the_local_time_is_kept_over_a_change_of_hour() {
        ZoneId paris = ZoneId.of("Europe/Paris");
        assertThat(WorkingDays.plus(Instant.parse("2026-10-23T07:00:00Z"), 1, paris))
                .isEqualTo(Instant.parse("2026-10-26T08:00:00Z"));
    }
}
