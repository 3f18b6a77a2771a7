package fr.educentre.assidu.access;

import java.time.Duration;
import java.time.Instant;

/**
 * How long the next try waits: nothing for the first failures, then twice as long each time, up to a most.
 *
 * @param free failures that cost nothing
 * @param most the longest wait
 */
record BrakePolicy(int free, Duration most) {

    /** After that long without a failure they are forgotten. */
    static final Duration FORGOTTEN = Duration.ofMinutes(30);

    private static final int DOUBLINGS = 20;

    Duration waitAfter(int failures) {
        if (failures < free) {
            return Duration.ZERO;
        }
        Duration wait = Duration.ofSeconds(1L << Math.min(DOUBLINGS, failures - free));
        return wait.compareTo(most) > 0 ? most : wait;
    }

    /** What is left of it; zero or less where the next try may come. */
    Duration left(int failures, Instant lastAt, Instant now) {
        Duration wait = waitAfter(failures);
        Duration left = Duration.between(now, lastAt.plus(wait));
        return left.compareTo(wait) > 0 ? wait : left;
    }
}
