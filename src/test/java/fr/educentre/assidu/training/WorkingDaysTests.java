package fr.educentre.assidu.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTests {

    private static final WorkingDays PARIS = WorkingDays.of(ZoneId.of("Europe/Paris"));
    private static final WorkingDays REUNION = WorkingDays.of(ZoneId.of("Indian/Reunion"));

    @ParameterizedTest
    @CsvSource({"2024,2024-03-31", "2025,2025-04-20", "2026,2026-04-05", "2027,2027-03-28", "2038,2038-04-25"})
    void easter_falls_on_its_sunday(int year, LocalDate easter) {
        assertThat(HolidayCalendar.easter(year)).isEqualTo(easter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04-06", "2026-05-14", "2026-05-25", "2026-11-11", "2026-12-25", "2026-11-21"})
    void holidays_and_week_ends_are_not_worked(LocalDate day) {
        assertThat(PARIS.isWorkingDay(day)).isFalse();
        assertThat(REUNION.isWorkingDay(day)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "LA_REUNION,2027-12-20",
        "MAYOTTE,2026-04-27",
        "GUADELOUPE,2026-05-27",
        "MARTINIQUE,2026-05-22",
        "GUYANE,2026-06-10",
        "ALSACE_MOSELLE,2026-04-03",
        "ALSACE_MOSELLE,2028-12-26"
    })
    void each_territory_keeps_its_own_holidays_too(HolidayCalendar territory, LocalDate day) {
        assertThat(territory.on(day)).isTrue();
        assertThat(HolidayCalendar.METROPOLE.on(day)).isFalse();
    }

    @Test
    void the_territory_is_told_by_the_time_that_it_has() {
        assertThat(REUNION.holidays()).isEqualTo(HolidayCalendar.LA_REUNION);
        assertThat(PARIS.holidays()).isEqualTo(HolidayCalendar.METROPOLE);
    }

    @Test
    void a_friday_is_followed_by_the_monday_and_a_holiday_is_skipped() {
        assertThat(PARIS.plus(LocalDate.of(2026, 11, 20), 1)).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(PARIS.plus(LocalDate.of(2026, 11, 10), 1)).isEqualTo(LocalDate.of(2026, 11, 12));
        assertThat(PARIS.plus(LocalDate.of(2026, 11, 23), -1)).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(PARIS.plus(LocalDate.of(2026, 11, 21), 0)).isEqualTo(LocalDate.of(2026, 11, 21));
    }

    @Test
    void the_local_time_is_kept_over_a_change_of_hour() {
        assertThat(PARIS.plus(Instant.parse("2026-10-23T07:00:00Z"), 1))
                .isEqualTo(Instant.parse("2026-10-26T08:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T11:00:00Z,2026-11-25T22:59:00Z",
        "2026-11-28T11:00:00Z,2026-11-30T22:59:00Z",
        "2026-11-11T11:00:00Z,2026-11-12T22:59:00Z",
        "2026-11-25T22:59:30Z,2026-11-26T22:59:00Z"
    })
    void a_delay_runs_out_at_the_end_of_a_working_day(Instant delay, Instant end) {
        assertThat(PARIS.endOfWorkingDay(delay)).isEqualTo(end);
    }

    @Test
    void the_end_of_the_day_is_that_of_the_site() {
        assertThat(REUNION.endOfWorkingDay(Instant.parse("2026-11-25T11:00:00Z")))
                .isEqualTo(Instant.parse("2026-11-25T19:59:00Z"));
        assertThat(REUNION.endOfWorkingDay(Instant.parse("2027-12-20T06:00:00Z")))
                .as("the day of the abolition of slavery is not worked there")
                .isEqualTo(Instant.parse("2027-12-21T19:59:00Z"));
    }

    @Test
    void no_delay_ends_while_the_site_is_closed() {
        var closed = new WorkingDays(
                PARIS.zone(),
                HolidayCalendar.METROPOLE,
                List.of(new WorkingDays.ClosedDays(LocalDate.of(2026, 12, 21), LocalDate.of(2027, 1, 1))));
        assertThat(closed.endOfWorkingDay(Instant.parse("2026-12-22T09:00:00Z")))
                .isEqualTo(Instant.parse("2027-01-04T22:59:00Z"));
    }
}
