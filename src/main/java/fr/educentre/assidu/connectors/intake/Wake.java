package fr.educentre.assidu.connectors.intake;

import fr.educentre.assidu.workflow.DurableJobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Has what came in understood soon. A burst of deliveries plans one job, not one each: a delivery that stands well before
 * the planned job begins is taken up by it. How long ago that was planned is told by the machine's own ticks, since clocks
 * are set back; and the job may begin early by as much as another node's clock is ahead. Each plan is a job of its own: one
 * that waited already would begin sooner than this one counts on.
 */
@Component
class Wake {

    private static final Duration SOON = Duration.ofMillis(800);
    private static final Duration CLOCKS_APART = Duration.ofMillis(400);

    private final DurableJobs jobs;
    private final Clock clock;

    /** By connector, the tick after which the planned job may have begun. */
    private final Map<String, Long> covered = new ConcurrentHashMap<>();

    Wake(DurableJobs jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    /** To be called after the delivery's commit. */
    void up(String connector) {
        long now = System.nanoTime();
        long until = now + SOON.minus(CLOCKS_APART).toNanos();
        boolean[] mine = new boolean[1];
        covered.compute(connector, (name, before) -> {
            mine[0] = before == null || before - now <= 0;
            return mine[0] ? Long.valueOf(until) : before;
        });
        if (mine[0]) {
            Instant at = clock.instant().plus(SOON);
            jobs.submitAt(Understanding.JOB, Understanding.key(connector, at), connector, at);
        }
    }
}
