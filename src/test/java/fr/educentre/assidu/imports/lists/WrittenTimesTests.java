package fr.educentre.assidu.imports.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.educentre.assidu.shell.LocalMoment;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTimesTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest
    @CsvSource({
        "23/11/2026, 2026-11-23",
        "1.2.2027, 2027-02-01",
        "2026-11-23, 2026-11-23",
        "2026-11-23T09:00:00, 2026-11-23",
        "46349, 2026-11-23",
        "29/02/2028, 2028-02-29",
    })
    void days_are_read_as_lists_write_them(String text, LocalDate day) {
        assertThat(WrittenTimes.date(text)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31/02/2026",
                "29/02/2027",
                "31/04/2026",
                "32/01/2026",
                "01/13/2026",
                "2026-02-30",
                "01/01/0026",
                "01/01/2926",
                "2926-01-01",
                "15/01/27",
                "demain",
                "99999"
            })
    void days_that_do_not_exist_or_are_far_away_are_none(String text) {
        assertThatThrownBy(() -> WrittenTimes.date(text)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "9h, 09:00",
        "9h05, 09:05",
        "9 h 30 min, 09:30",
        "09:00:00, 09:00",
        "2026-11-23T14:30, 14:30",
        "'0,375', 09:00"
    })
    void times_are_read_as_lists_write_them(String text, LocalTime time) {
        assertThat(WrittenTimes.time(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h", ":", "9:00 AM", "24:00", "9h60", "1:2:3:4", "neuf", "t", "0,99999", "-1", "été"})
    void what_is_no_time_is_none(String text) {
        assertThatThrownBy(() -> WrittenTimes.time(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void the_hour_that_the_clock_skips_is_no_moment() {
        LocalDate spring = LocalDate.of(2027, 3, 28);
        assertThat(WrittenTimes.moment(spring, LocalTime.of(2, 30), PARIS, "02:30"))
                .isEqualTo(new LocalMoment.Skipped());
        assertThat(WrittenTimes.moment(spring, LocalTime.of(3, 0), PARIS, "03:00"))
                .isEqualTo(new LocalMoment.At(Instant.parse("2027-03-28T01:00:00Z")));
    }

    @Test
    void the_hour_that_comes_twice_is_one_moment_once_it_is_said_which() {
        LocalDate autumn = LocalDate.of(2026, 10, 25);
        LocalTime time = LocalTime.of(2, 30);
        assertThat(WrittenTimes.moment(autumn, time, PARIS, "02:30"))
                .isEqualTo(new LocalMoment.Twice(
                        Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-25T01:30:00Z")));
        assertThat(WrittenTimes.moment(autumn, WrittenTimes.time("02:30 été"), PARIS, "02:30 été"))
                .isEqualTo(new LocalMoment.At(Instant.parse("2026-10-25T00:30:00Z")));
        assertThat(WrittenTimes.moment(autumn, WrittenTimes.time("2h30 (hiver)"), PARIS, "2h30 (hiver)"))
                .isEqualTo(new LocalMoment.At(Instant.parse("2026-10-25T01:30:00Z")));
    }

    @Test
    void la_reunion_has_no_such_hours() {
        assertThat(WrittenTimes.moment(
                        LocalDate.of(2027, 3, 28), LocalTime.of(2, 30), ZoneId.of("Indian/Reunion"), "02:30"))
                .isEqualTo(new LocalMoment.At(Instant.parse("2027-03-27T22:30:00Z")));
    }
}
