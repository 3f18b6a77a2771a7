package fr.educentre.assidu.sources.core;

import fr.educentre.assidu.access.SystemActor;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobType;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Work repeated at an interval for as long as a node runs. The start of a node runs it at once, and each run plans the
 * next: after a pause of any length one run follows, not one for each that was missed.
 */
public abstract class RecurringJob implements DurableJobHandler<NextRun> {

    private final DurableJobType<NextRun> type;
    private final Duration interval;
    private final RecurringJobSchedule schedule;

    /** @param usual interval where no property gives another */
    protected RecurringJob(DurableJobType<NextRun> type, Duration usual, RecurringJobSchedule schedule) {
        this.type = type;
        this.interval = schedule.interval(type.name(), usual);
        this.schedule = schedule;
    }

    /** @return how long to wait before the next run; empty to wait for {@link #runNow} */
    protected abstract Optional<Duration> work();

    @EventListener
    public void begin(ApplicationReadyEvent ready) {
        SystemActor.run(this::runNow);
    }

    /** Brings the next run forward to now. */
    protected void runNow() {
        if (!interval.isZero()) {
            schedule.runNow(type);
        }
    }

    protected Duration interval() {
        return interval;
    }

    @Override
    public DurableJobType<NextRun> type() {
        return type;
    }

    @Override
    public void run(NextRun run) {
        Optional<Duration> wait = work();
        if (!interval.isZero()) {
            wait.ifPresent(delay -> schedule.runAfter(type, delay));
        }
    }
}
