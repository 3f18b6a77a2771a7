package fr.educentre.assidu.overview;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What is retained for a learner at one session, as figures add it up.
 *
 * @param startsAt where the session is held
 * @param status name of the attendance status; AWAITING_DATA where nothing was decided
 * @param justification name of the case's state, null without a case
 * @param catchUp made up for another session: counts its hours, adds nothing to a denominator
 */
record AttendanceOutcome(
        LocalDateTime startsAt,
        boolean closed,
        boolean ended,
        boolean catchUp,
        String status,
        @Nullable String justification,
        Minutes minutes) {

    /** What was counted. */
    record Minutes(int taught, int observed, int credited) {}

    private static final int AFTERNOON = 13;

    String halfDay() {
        return startsAt.toLocalDate() + (startsAt.getHour() < AFTERNOON ? "/AM" : "/PM");
    }

    boolean awaited() {
        return "AWAITING_DATA".equals(status);
    }

    boolean counts() {
        return closed && !awaited() && !"EXEMPT".equals(status);
    }

    boolean absent() {
        return "ABSENT".equals(status);
    }
}
