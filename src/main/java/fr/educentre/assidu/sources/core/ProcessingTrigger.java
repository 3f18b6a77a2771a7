package fr.educentre.assidu.sources.core;

import fr.educentre.assidu.workflow.DurableJobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Has what came in understood soon. A burst of deliveries plans one job, not one each: a delivery that stands well before
 * the planned job begins is taken up by it. How long ago that was planned must be told alike by the machine's own ticks and
 * by the clock: where they differ the clock was set, and the job may have begun already. It may also begin early by as
 * much as another node's clock is ahead. Each plan is a job of its own: one that waited already would begin sooner than
 * this one counts on.
 */
@Component
class ProcessingTrigger {

    private static final Duration SOON = Duration.ofMillis(800);
    private static final Duration CLOCKS_APART = Duration.ofMillis(400);
    private static final Duration COUNTED_ON = SOON.minus(CLOCKS_APART);

    private final DurableJobs jobs;
    private final Clock clock;

    /** By connector, the plan whose job may still be to come. */
    private final Map<String, Plan> plans = new ConcurrentHashMap<>();

    private record Plan(long tick, Instant at) {
        boolean covers(long nowTick, Instant now) {
            Duration ticked = Duration.ofNanos(nowTick - tick);
            Duration told = Duration.between(at, now);
            return ticked.compareTo(COUNTED_ON) < 0 && !told.isNegative() && told.compareTo(COUNTED_ON) < 0;
        }
    }

    ProcessingTrigger(DurableJobs jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    /** To be called after the delivery's commit. */
    void up(String connector) {
        var mine = new Plan(System.nanoTime(), clock.instant());
        Plan counted = plans.merge(
                connector, mine, (before, after) -> before.covers(after.tick(), after.at()) ? before : after);
        if (counted.equals(mine)) {
            Instant at = mine.at().plus(SOON);
            jobs.submitAt(DeliveryProcessingJob.JOB, DeliveryProcessingJob.key(connector, at), connector, at);
        }
    }
}
