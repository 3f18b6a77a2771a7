package fr.educentre.assidu.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

class AttendanceTallyProperties {

    private static final LocalDateTime MONDAY = LocalDateTime.parse("2026-11-23T09:00:00");

    @Property(tries = 300)
    void rates_keep_their_bounds_and_four_decimals(@ForAll("outcomes") List<AttendanceOutcome> outcomes) {
        AttendanceFigures figures = tally(outcomes, 600).figures();
        if (figures.attendance().attendanceRateToDate() != null) {
            assertThat(figures.attendance().attendanceRateToDate().scale()).isEqualTo(4);
            assertThat(figures.attendance().attendanceRateToDate().doubleValue())
                    .isBetween(0.0, 1.0);
        } else {
            assertThat(figures.attendance().taughtMinutesToDate()).isZero();
        }
        assertThat(figures.absences().total()).isLessThanOrEqualTo((int)
                outcomes.stream().filter(AttendanceOutcome::absent).count());
        assertThat(tally(outcomes, 0).figures().hours().hoursCompletionRate()).isNull();
    }

    @Property(tries = 200)
    void justifying_moves_no_minute(@ForAll("outcomes") List<AttendanceOutcome> outcomes) {
        var justified = outcomes.stream()
                .map(one -> one.absent() ? with(one, "JUSTIFIED") : one)
                .toList();
        AttendanceFigures before = tally(outcomes, 600).figures();
        AttendanceFigures after = tally(justified, 600).figures();
        assertThat(after.attendance().attendanceRateToDate())
                .isEqualTo(before.attendance().attendanceRateToDate());
        assertThat(after.hours().hoursCompletionRate()).isEqualTo(before.hours().hoursCompletionRate());
        assertThat(after.absences().total()).isEqualTo(before.absences().total());
        assertThat(after.absences().justified()).isEqualTo(after.absences().total());
    }

    @Property(tries = 200)
    void a_group_is_the_sum_of_its_learners(
            @ForAll("outcomes") List<AttendanceOutcome> one, @ForAll("outcomes") List<AttendanceOutcome> other) {
        AttendanceFigures sum = tally(one, 60).plus(tally(other, 60)).figures();
        assertThat(sum.attendance().observedMinutes())
                .isEqualTo(tally(one, 60).minutes().observed()
                        + tally(other, 60).minutes().observed());
        assertThat(sum.hours().agreedMinutes()).isEqualTo(120);
    }

    @Example
    void a_half_day_is_missed_only_when_all_its_sessions_are() {
        var missed = outcome(MONDAY, "ABSENT", "JUSTIFIED");
        var second = outcome(MONDAY.plusHours(2), "ABSENT", "UNDER_REVIEW");
        var attended = outcome(MONDAY.plusHours(2), "PARTIAL", "TO_JUSTIFY");
        var unknown = outcome(MONDAY.plusHours(2), "AWAITING_DATA", null);
        assertThat(AttendanceTally.absences(List.of(missed, second)))
                .isEqualTo(new AttendanceFigures.Absences(0, 0, 0, 1));
        assertThat(AttendanceTally.absences(List.of(missed, attended)).total()).isZero();
        assertThat(AttendanceTally.absences(List.of(missed, unknown)).total()).isZero();
        assertThat(AttendanceTally.absences(List.of(missed, outcome(MONDAY.withHour(13), "ABSENT", null))))
                .isEqualTo(new AttendanceFigures.Absences(1, 0, 1, 0));
    }

    @Provide
    Arbitrary<List<AttendanceOutcome>> outcomes() {
        Arbitrary<@Nullable String> states = Arbitraries.of("TO_JUSTIFY", "UNDER_REVIEW", "JUSTIFIED", "UNJUSTIFIED")
                .injectNull(0.2);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 200).map(hours -> MONDAY.plusHours(hours)),
                        Arbitraries.of("PRESENT", "LATE", "PARTIAL", "ABSENT", "EXEMPT", "AWAITING_DATA"),
                        states,
                        Arbitraries.of(true, false),
                        Arbitraries.integers()
                                .between(1, 240)
                                .flatMap(taught -> Arbitraries.integers()
                                        .between(0, taught)
                                        .map(observed -> Tuple.of(taught, observed))))
                .as((at, status, state, closed, minutes) -> {
                    boolean there = List.of("PRESENT", "LATE", "PARTIAL").contains(status);
                    int observed = there ? minutes.get2() : 0;
                    return new AttendanceOutcome(
                            at,
                            closed,
                            true,
                            false,
                            status,
                            "ABSENT".equals(status) ? state : null,
                            new AttendanceOutcome.Minutes(minutes.get1(), observed, observed));
                })
                .list()
                .ofMaxSize(30);
    }

    private static AttendanceTally tally(List<AttendanceOutcome> outcomes, int agreed) {
        return AttendanceTally.of(outcomes, null, 0, agreed, ZoneOffset.UTC);
    }

    private static AttendanceOutcome with(AttendanceOutcome one, String state) {
        return new AttendanceOutcome(
                one.startsAt(), one.closed(), one.ended(), one.catchUp(), one.status(), state, one.minutes());
    }

    private static AttendanceOutcome outcome(LocalDateTime at, String status, @Nullable String state) {
        return new AttendanceOutcome(at, true, true, false, status, state, new AttendanceOutcome.Minutes(120, 0, 0));
    }
}
