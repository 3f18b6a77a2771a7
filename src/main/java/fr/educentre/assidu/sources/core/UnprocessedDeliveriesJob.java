package fr.educentre.assidu.sources.core;

import fr.educentre.assidu.evidence.Deliveries;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Every few minutes, what a node took in and died before planning its work is planned: a delivery that was answered is
 * never forgotten.
 */
@Component
class UnprocessedDeliveriesJob implements DurableJobHandler {

    private static final String JOB = "connectors.sweep";
    private static final Duration EVERY = Duration.ofMinutes(5);

    private final Deliveries deliveries;
    private final DurableJobs jobs;
    private final Clock clock;

    UnprocessedDeliveriesJob(Deliveries deliveries, DurableJobs jobs, Clock clock) {
        this.deliveries = deliveries;
        this.jobs = jobs;
        this.clock = clock;
    }

    @EventListener
    void begin(ApplicationReadyEvent ready) {
        jobs.submit(JOB, "all", "");
    }

    @Override
    public String name() {
        return JOB;
    }

    @Override
    public void run(String key, String payload) {
        Instant now = clock.instant();
        deliveries
                .connectorsWaiting()
                .forEach(connector ->
                        jobs.submit(DeliveryProcessingJob.JOB, DeliveryProcessingJob.key(connector, now), connector));
        jobs.submitAt(JOB, key, "", now.plus(EVERY));
    }
}
