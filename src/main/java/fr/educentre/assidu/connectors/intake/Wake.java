package fr.educentre.assidu.connectors.intake;

import fr.educentre.assidu.workflow.DurableJobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Has what came in understood soon. A burst of deliveries plans one job, not one each: a delivery that stands before the
 * planned job begins is taken up by it.
 */
@Component
class Wake {

    private static final Duration SOON = Duration.ofMillis(400);

    private final DurableJobs jobs;
    private final Clock clock;
    private final Map<String, Instant> planned = new ConcurrentHashMap<>();

    Wake(DurableJobs jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    /** To be called after the delivery's commit. */
    void up(String connector) {
        Instant now = clock.instant();
        Instant at = now.plus(SOON);
        boolean[] mine = new boolean[1];
        planned.compute(connector, (name, before) -> {
            mine[0] = before == null || !before.isAfter(now) || before.isAfter(at);
            return mine[0] ? at : before;
        });
        if (mine[0]) {
            jobs.submitAt(Understanding.JOB, connector, "", at);
        }
    }
}
