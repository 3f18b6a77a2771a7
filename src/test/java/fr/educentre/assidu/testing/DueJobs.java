package fr.educentre.assidu.testing;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Runs the engine's jobs in the caller's thread, one after the other in the order in which they come due. */
class DueJobs {

    private static final Logger LOG = LoggerFactory.getLogger(DueJobs.class);
    private static final Duration LOCK = Duration.ofMinutes(5);
    private static final int MOST = 5_000;

    /** Taken as the executor takes it: a job that submits itself again means its next run. */
    private static final String TAKE = """
            update act_ru_job set lock_owner_ = 'test', lock_exp_time_ = :until
             where id_ = (select id_ from act_ru_job
                           where retries_ > 0 and suspension_state_ = 1 and (lock_owner_ is null or lock_owner_ = 'test')
                             and coalesce(duedate_, :now) <= :horizon
                           order by coalesce(duedate_, create_time_), create_time_, id_
                           limit 1)
            returning id_, duedate_
            """;

    private record Job(String id, Optional<Instant> due) {}

    private final JdbcClient sql;
    private final MutableClock clock;
    private final ManagementService management;

    DueJobs(JdbcClient sql, MutableClock clock, ManagementService management) {
        this.sql = sql;
        this.clock = clock;
        this.management = management;
    }

    /** What comes due until then, told anew before each; the clock moves to each in turn. */
    void run(Supplier<Instant> horizon) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Background work begins after the test's own transaction");
        }
        int runs = 0;
        for (Optional<Job> next = take(horizon.get()); next.isPresent(); next = take(horizon.get())) {
            Job job = next.get();
            if (++runs > MOST) {
                throw new IllegalStateException("Work that never ends, last of it job " + job.id());
            }
            job.due().filter(due -> due.isAfter(clock.instant())).ifPresent(clock::set);
            run(job);
        }
    }

    private Optional<Job> take(Instant horizon) {
        Instant now = clock.instant();
        return sql.sql(TAKE)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(LOCK)))
                .param("horizon", Timestamp.from(horizon))
                .query((row, n) -> new Job(
                        row.getString("id_"),
                        Optional.ofNullable(row.getTimestamp("duedate_")).map(Timestamp::toInstant)))
                .optional();
    }

    /** One that fails is counted and put off by the engine, as when its executor runs it. */
    private void run(Job job) {
        try {
            management.executeJob(job.id());
        } catch (RuntimeException e) {
            LOG.info("A job failed: {}", e.toString());
        }
    }
}
