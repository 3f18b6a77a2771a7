package fr.educentre.assidu.workflow.internal;

import fr.educentre.assidu.access.SystemActor;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The jobs that this node is at work on. A job is reserved for a short time only, so that another node takes it soon after this one
 * has died; for as long as this one lives and is at it, the time is drawn out. A job that nobody here is at work on any more is not:
 * were it left behind because the database was away when it failed, it would never run again.
 */
@Component
class JobLeases implements SmartLifecycle {

    /** How long a job stays reserved for a node that has died. */
    static final Duration LENGTH = Duration.ofSeconds(40);

    /** A job that found no thread is offered again within some seconds; one that is not has been forgotten. */
    private static final Duration OFFERED_AGAIN = Duration.ofSeconds(30);

    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(JobLeases.class);

    /** A job that its own transaction is about to end is left alone. */
    private static final String DRAW_OUT = """
            update act_ru_job set lock_exp_time_ = :until
             where id_ in (select id_ from act_ru_job
                            where id_ = any(:jobs::text[]) and lock_owner_ is not null
                              for update skip locked)
            """;

    private final JdbcClient sql;
    private final Clock clock;
    private final Map<String, Instant> held = new ConcurrentHashMap<>();
    private @Nullable ScheduledThreadPoolExecutor thread;

    JobLeases(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** From now on, until they are {@link #release released}. */
    void hold(Collection<String> jobs) {
        jobs.forEach(job -> held.put(job, Instant.MAX));
    }

    /**
     * No thread was free for them. The engine offers them again, unless it fails to look for others meanwhile, the database being
     * away: then it forgets them.
     */
    void rejected(Collection<String> jobs) {
        Instant until = clock.instant().plus(OFFERED_AGAIN);
        jobs.forEach(job -> held.put(job, until));
    }

    void release(Collection<String> jobs) {
        jobs.forEach(held::remove);
    }

    /** Those that are held stay reserved for a whole length from now. */
    void renew() {
        Instant now = clock.instant();
        held.values().removeIf(until -> until.isBefore(now));
        String[] jobs = held.keySet().toArray(String[]::new);
        if (jobs.length > 0) {
            SystemActor.run(() -> sql.sql(DRAW_OUT)
                    .param("until", Timestamp.from(now.plus(LENGTH)))
                    .param("jobs", jobs)
                    .update());
        }
    }

    private void renewUnlessAway() {
        try {
            renew();
        } catch (RuntimeException e) {
            LOG.info("Jobs at work could not be reserved any longer: {}", e.toString());
        }
    }

    @Override
    public synchronized void start() {
        var started = new ScheduledThreadPoolExecutor(1, work -> {
            var named = new Thread(work, "job-leases");
            named.setDaemon(true);
            return named;
        });
        started.scheduleWithFixedDelay(
                this::renewUnlessAway, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /** Before the threads that carry out jobs, and stopped after them: they finish what they are at. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }
}
