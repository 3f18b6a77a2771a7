package fr.educentre.assidu.testing;

import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Work that the application does behind the scenes. It is done when a test says so, in the test's own thread, and ends
 * before the call returns: what follows is asserted at once. Classes about the job executor itself bear
 * {@link RealJobExecutor}; only there the work is done by other threads and has to be waited for.
 */
public class BackgroundWork {

    /** For a machine that is busy with something else; a test that passes does not wait for it. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What is put off by less than this, to be done once for many, is as good as due. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private static final Duration QUIET = Duration.ofSeconds(1);

    private final JdbcClient sql;
    private final MutableClock clock;
    private final RuntimeService processes;
    private final DueJobs due;
    private final SmartLifecycle executor;

    BackgroundWork(JdbcClient sql, MutableClock clock, RuntimeService processes, DueJobs due, SmartLifecycle executor) {
        this.sql = sql;
        this.clock = clock;
        this.processes = processes;
        this.due = due;
        this.executor = executor;
    }

    /** Does what is due, and what follows from it, until nothing is; time moves on by moments only. */
    public void runDue() {
        mustBeOurs();
        due.run(() -> clock.instant().plus(MOMENT));
    }

    /** Time passes until then: what comes due meanwhile is done when it does, in its order. */
    public void runDueUntil(Instant time) {
        mustBeOurs();
        due.run(() -> time);
        clock.set(time);
    }

    /**
     * Does what is due, sets the clock and does what is due by then, as after a night when nothing ran. Where the job
     * executor runs, what is due or at work is only let finish before: it would see the time after the leap.
     */
    public void leap(Instant to) {
        if (executor.isRunning()) {
            await().atMost(PATIENCE).until(() -> dueOrAtWork() == 0);
            clock.set(to);
        } else {
            runDue();
            clock.set(to);
            runDue();
        }
    }

    /** Every job that is due has run, and none follows. */
    public void settled() {
        if (executor.isRunning()) {
            await().during(QUIET).atMost(PATIENCE).until(() -> dueOrAtWork() == 0);
        } else {
            runDue();
        }
    }

    /** What was planned under this name would come due when the clock leaps. */
    public void forgetPlanned(String jobName) {
        if (executor.isRunning()) {
            await().atMost(PATIENCE).until(() -> dueOrAtWork() == 0);
        }
        sql.sql("select proc_inst_id_ from act_ru_execution where business_key_ like ? and parent_id_ is null")
                .param(jobName + ":%")
                .query(String.class)
                .list()
                .forEach(instance -> processes.deleteProcessInstanceIfExists(instance, "test", true, true, true, true));
    }

    /** The application's own threads do the work from now on, and time passes by itself. */
    void startExecutor() {
        clock.running(true);
        executor.start();
    }

    void stopExecutor() {
        executor.stop();
        clock.running(false);
    }

    PlannedWork planned() {
        return new PlannedWork(sql, processes);
    }

    boolean isManual() {
        return !executor.isRunning();
    }

    private void mustBeOurs() {
        if (!isManual()) {
            throw new IllegalStateException("The job executor runs: it does the work, the test waits for it");
        }
    }

    private int dueOrAtWork() {
        return sql.sql("""
                        select count(*) from act_ru_job
                        where lock_owner_ is not null
                           or (retries_ > 0 and suspension_state_ = 1 and (duedate_ is null or duedate_ <= ?))
                        """)
                .param(Timestamp.from(clock.instant()))
                .query(Integer.class)
                .single();
    }
}
