package fr.educentre.assidu.progress.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Distance work without a live session, or an evaluation, asked of a group. */
record ActivityRequirement(
        UUID groupId,
        UUID moduleId,
        String activityId,
        String title,
        boolean evaluation,
        int estimatedMinutes,
        @Nullable LocalDate dueOn,
        @Nullable BigDecimal passScore) {

    /** Done as asked: an evaluation is to be passed where a score is asked for. */
    boolean achieved(@Nullable ActivityResult result) {
        if (result == null) {
            return false;
        }
        return switch (result.state()) {
            case PASSED -> true;
            case DONE -> !evaluation || passScore == null || reached(result);
            case STARTED, FAILED -> false;
        };
    }

    boolean taken(@Nullable ActivityResult result) {
        return result != null && result.state() != ActivityResult.State.STARTED;
    }

    boolean passed(@Nullable ActivityResult result) {
        return result != null
                && (result.state() == ActivityResult.State.PASSED
                        || result.state() == ActivityResult.State.DONE && reached(result));
    }

    private boolean reached(ActivityResult result) {
        return passScore != null && result.score() != null && result.score().compareTo(passScore) >= 0;
    }
}
