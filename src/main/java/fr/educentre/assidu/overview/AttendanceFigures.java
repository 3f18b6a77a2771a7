package fr.educentre.assidu.overview;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The four figures of a group or a learner, with what they are made of. Rates have four decimals, null over an empty
 * denominator; minutes are whole.
 *
 * @param lastActivityAt last activity on the platform
 */
public record AttendanceFigures(
        @JsonUnwrapped ModuleCompletion completion,
        @JsonUnwrapped AttendanceToDate attendance,
        @JsonUnwrapped HoursCompletion hours,
        Evaluations evaluations,
        Absences absences,
        @Nullable OffsetDateTime lastActivityAt) {

    /**
     * What was done at a distance.
     *
     * @param completionRate modules completed, between 0 and 1
     * @param connectionMinutes time connected to the platform; never credited as such
     */
    public record ModuleCompletion(
            @Nullable BigDecimal completionRate, int modules, int completedModules, int connectionMinutes) {}

    /**
     * What was attended of what was taught.
     *
     * @param attendanceRateToDate observed over taught minutes of closed sessions, between 0 and 1
     * @param unknownMinutes taught minutes of ended sessions that still await data
     */
    public record AttendanceToDate(
            @Nullable BigDecimal attendanceRateToDate,
            int observedMinutes,
            int taughtMinutesToDate,
            int unknownMinutes) {}

    /**
     * What was charged of what was agreed.
     *
     * @param hoursCompletionRate credited over agreed minutes; may exceed 1
     */
    public record HoursCompletion(@Nullable BigDecimal hoursCompletionRate, int creditedMinutes, int agreedMinutes) {}

    /** @param taken passed ones included */
    public record Evaluations(int notTaken, int taken, int passed) {

        Evaluations plus(Evaluations other) {
            return new Evaluations(notTaken + other.notTaken, taken + other.taken, passed + other.passed);
        }
    }

    /** Half-days of absence, by their worst justification state. */
    public record Absences(int justified, int unjustified, int toJustify, int underReview) {

        @JsonIgnore
        public int total() {
            return justified + unjustified + toJustify + underReview;
        }

        Absences plus(Absences other) {
            return new Absences(
                    justified + other.justified,
                    unjustified + other.unjustified,
                    toJustify + other.toJustify,
                    underReview + other.underReview);
        }
    }

    /** Four decimals, rounded half up; null when there is nothing to divide by. */
    static @Nullable BigDecimal rate(long part, long whole) {
        return whole == 0 ? null : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
    }
}
