package fr.educentre.assidu.sources.core;

import fr.educentre.assidu.workflow.DurableJobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Plans the processing of received deliveries, one job for a burst of them: a delivery stored well before a planned job
 * begins is processed by that job. Both the machine's ticks and the clock must say that the plan is recent: where they
 * differ the clock was set, and the job may have begun already. Half of the delay is left for clocks of nodes that differ.
 * Each plan has a job of its own: one that waited already would begin sooner than this class counts on.
 */
@Component
class ProcessingTrigger {

    private final DurableJobs jobs;
    private final Clock clock;
    private final Duration delay;
    private final Duration countedOn;

    /** By connector, the plan whose job may still be to come. */
    private final Map<String, Plan> plans = new ConcurrentHashMap<>();

    private record Plan(long tick, Instant at) {
        boolean covers(long nowTick, Instant now, Duration countedOn) {
            Duration ticked = Duration.ofNanos(nowTick - tick);
            Duration clocked = Duration.between(at, now);
            return ticked.compareTo(countedOn) < 0 && !clocked.isNegative() && clocked.compareTo(countedOn) < 0;
        }
    }

    ProcessingTrigger(
            DurableJobs jobs, Clock clock, @Value("${assidu.connectors.processing-delay:800ms}") Duration delay) {
        this.jobs = jobs;
        this.clock = clock;
        this.delay = delay;
        this.countedOn = delay.dividedBy(2);
    }

    /** Whatever was planned is not counted on: the next delivery plans its own job. */
    void forgetPlans() {
        plans.clear();
    }

    /** To be called after the delivery's commit. */
    void up(String connector) {
        var mine = new Plan(System.nanoTime(), clock.instant());
        Plan counted = plans.merge(
                connector,
                mine,
                (before, after) -> before.covers(after.tick(), after.at(), countedOn) ? before : after);
        if (counted.equals(mine)) {
            Instant at = mine.at().plus(delay);
            jobs.submitAt(DeliveryProcessingJob.TYPE, new DeliveryProcessingJob.Processing(connector, at), at);
        }
    }
}
