package fr.educentre.assidu.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeeklyRatesTests {

    private static final LocalDate THURSDAY = LocalDate.of(2029, 5, 10);

    @Test
    void this_week_is_the_last_and_a_week_without_class_has_no_rate() {
        assertThat(WeeklyRates.of(List.of(outcome(0, true, false, 90), outcome(0, true, false, 180)), THURSDAY))
                .hasSize(8)
                .endsWith((BigDecimal) null, new BigDecimal("0.7500"));
    }

    @Test
    void what_is_older_to_come_or_not_closed_counts_for_nothing() {
        assertThat(WeeklyRates.of(
                        List.of(
                                outcome(-8, true, false, 180),
                                outcome(1, true, false, 180),
                                outcome(0, false, false, 180)),
                        THURSDAY))
                .containsOnlyNulls();
        assertThat(WeeklyRates.of(List.of(outcome(-7, true, false, 180)), THURSDAY)
                        .getFirst())
                .isEqualByComparingTo("1");
    }

    @Test
    void a_catch_up_adds_hours_and_no_denominator() {
        assertThat(WeeklyRates.of(List.of(outcome(0, true, false, 0), outcome(0, true, true, 90)), THURSDAY)
                        .getLast())
                .isEqualByComparingTo("0.5");
    }

    private static AttendanceOutcome outcome(int week, boolean closed, boolean catchUp, int observed) {
        return new AttendanceOutcome(
                LocalDateTime.of(2029, 5, 7, 9, 0).plusWeeks(week),
                closed,
                true,
                catchUp,
                observed == 0 ? "ABSENT" : "PRESENT",
                null,
                new AttendanceOutcome.Minutes(180, observed, observed));
    }
}
