package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.training.WorkingDays;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** When to remind: one working day before the deadline, or halfway when that is already past. */
final class Deadlines {

    private Deadlines() {}

    static Instant reminder(Instant now, Instant deadline, ZoneId zone) {
        Instant dayBefore = WorkingDays.plus(deadline, -1, zone);
        return dayBefore.isAfter(now)
                ? dayBefore
                : now.plus(Duration.between(now, deadline).dividedBy(2));
    }
}
