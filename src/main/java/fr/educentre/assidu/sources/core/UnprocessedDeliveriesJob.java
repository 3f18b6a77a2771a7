package fr.educentre.assidu.sources.core;

import fr.educentre.assidu.evidence.Deliveries;
import fr.educentre.assidu.workflow.DurableJobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Plans the processing of deliveries whose node died between storing them and planning it. */
@Component
class UnprocessedDeliveriesJob extends RecurringJob {

    private final Deliveries deliveries;
    private final DurableJobs jobs;
    private final Clock clock;

    UnprocessedDeliveriesJob(Deliveries deliveries, DurableJobs jobs, RecurringJobSchedule schedule, Clock clock) {
        super(NextRun.of("connectors.sweep"), Duration.ofMinutes(5), schedule);
        this.deliveries = deliveries;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    protected Optional<Duration> work() {
        Instant now = clock.instant();
        deliveries
                .connectorsWaiting()
                .forEach(connector ->
                        jobs.submit(DeliveryProcessingJob.TYPE, new DeliveryProcessingJob.Processing(connector, now)));
        return Optional.of(interval());
    }
}
