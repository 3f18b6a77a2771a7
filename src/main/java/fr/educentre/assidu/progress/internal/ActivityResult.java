package fr.educentre.assidu.progress.internal;

import fr.educentre.assidu.evidence.Trace;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of an activity. Results of one activity add up: the best state and score, the first and the last time.
 *
 * @param score between -1 and 1
 */
record ActivityResult(
        String activityId,
        State state,
        @Nullable BigDecimal score,
        Instant firstAt,
        @Nullable Instant doneAt,
        Instant lastAt,
        UUID evidenceId) {

    /** From worst to best. */
    enum State {
        STARTED,
        DONE,
        FAILED,
        PASSED
    }

    private static final String ADL = "http://adlnet.gov/expapi/verbs/";
    private static final Set<String> PASSING = Set.of(ADL + "passed", ADL + "mastered");
    private static final Set<String> FINISHING = Set.of(
            ADL + "completed",
            "https://w3id.org/xapi/adl/verbs/satisfied",
            "https://w3id.org/xapi/adl/verbs/waived",
            "http://activitystrea.ms/schema/1.0/complete");

    /** Empty for activity on nothing in particular. */
    static Optional<ActivityResult> of(Trace trace) {
        if (trace.about().activityKey() == null
                || (ADL + "voided").equals(trace.about().verb())) {
            return Optional.empty();
        }
        Map<?, ?> told = trace.payload().get("result") instanceof Map<?, ?> result ? result : Map.of();
        State state = state(String.valueOf(trace.about().verb()), told);
        Instant at = trace.time().occurredAt();
        return Optional.of(new ActivityResult(
                trace.about().activityKey(),
                state,
                score(told),
                at,
                state == State.STARTED ? null : at,
                at,
                trace.id()));
    }

    private static State state(String verb, Map<?, ?> told) {
        if (PASSING.contains(verb)) {
            return State.PASSED;
        }
        if ((ADL + "failed").equals(verb)) {
            return State.FAILED;
        }
        if (FINISHING.contains(verb) || Boolean.TRUE.equals(told.get("completion"))) {
            return told.get("success") instanceof Boolean success ? success ? State.PASSED : State.FAILED : State.DONE;
        }
        return State.STARTED;
    }

    private static @Nullable BigDecimal score(Map<?, ?> told) {
        if (!(told.get("score") instanceof Map<?, ?> score)) {
            return null;
        }
        Double scaled = null;
        if (score.get("scaled") instanceof Number number) {
            scaled = number.doubleValue();
        } else if (score.get("raw") instanceof Number raw && score.get("max") instanceof Number max) {
            double min = score.get("min") instanceof Number least ? least.doubleValue() : 0;
            double span = max.doubleValue() - min;
            scaled = span > 0 ? (raw.doubleValue() - min) / span : null;
        }
        return scaled == null || Math.abs(scaled) > 1
                ? null
                : BigDecimal.valueOf(scaled).setScale(4, RoundingMode.HALF_UP);
    }

    ActivityResult plus(ActivityResult other) {
        boolean better =
                other.state.compareTo(state) > 0 || other.state == state && other.evidenceId.compareTo(evidenceId) < 0;
        return new ActivityResult(
                activityId,
                better ? other.state : state,
                score == null ? other.score : other.score == null ? score : score.max(other.score),
                earliest(firstAt, other.firstAt),
                doneAt == null ? other.doneAt : other.doneAt == null ? doneAt : earliest(doneAt, other.doneAt),
                lastAt.isAfter(other.lastAt) ? lastAt : other.lastAt,
                better ? other.evidenceId : evidenceId);
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
