package fr.educentre.assidu.attendance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.educentre.assidu.attendance.Attendance.Mark;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkedTimesTests {

    /** From 9 to 12. */
    private static final TimeSlot MORNING = new TimeSlot(at("09:00"), at("12:00"));

    @ParameterizedTest
    @CsvSource({
        "ABSENT,      09:10,      , timesOfAbsent",
        "ABSENT,           , 11:00, timesOfAbsent",
        "LATE,        08:59,      , fromOutside",
        "LATE,        12:00,      , fromOutside",
        "LEFT_EARLY,       , 09:00, toOutside",
        "LEFT_EARLY,       , 12:01, toOutside",
        "PARTIAL,     11:00, 10:00, order",
        "PARTIAL,     11:00, 11:00, order",
        "LATE,             , 11:00, arrivalNeeded",
        "LEFT_EARLY,  09:10,      , departureNeeded",
        "PARTIAL,          ,      , timesNeeded",
        // outside comes before the order of the two
        "PARTIAL,     12:30, 10:00, fromOutside",
    })
    void the_first_fault_is_named(AttendanceStatus status, @Nullable String from, @Nullable String to, String fault) {
        assertThat(times(status, from, to, false).fault()).hasValue(fault);
    }

    @ParameterizedTest
    @CsvSource({
        "PRESENT,         ,      ",
        "ABSENT,          ,      ",
        "LATE,       09:00,      ",
        "LATE,       11:59,      ",
        "LEFT_EARLY,      , 12:00",
        "PARTIAL,    09:30, 11:30",
        "PARTIAL,         , 11:30",
    })
    void times_within_the_slot_that_fit_the_status_are_taken(
            AttendanceStatus status, @Nullable String from, @Nullable String to) {
        assertThat(times(status, from, to, false).fault()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LATE", "LEFT_EARLY", "PARTIAL"})
    void minutes_that_traces_show_stand_for_times_that_nobody_gives(AttendanceStatus status) {
        assertThat(times(status, null, null, true).fault()).isEmpty();
    }

    @Test
    void a_fault_is_refused_by_its_name() {
        assertThatThrownBy(() -> times(AttendanceStatus.LATE, null, null, false).check())
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal).hasMessageContaining("refusal.attendance.arrivalNeeded"));
    }

    private static MarkedTimes times(
            AttendanceStatus status, @Nullable String from, @Nullable String to, boolean shown) {
        return new MarkedTimes(
                MORNING,
                new Mark(status, from == null ? null : at(from), to == null ? null : at(to), null, null),
                status.present() || status == AttendanceStatus.PARTIAL,
                shown);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-23T" + time + ":00Z");
    }
}
