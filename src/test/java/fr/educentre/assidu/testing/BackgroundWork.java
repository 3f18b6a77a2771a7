package fr.educentre.assidu.testing;

import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the engine's threads do meanwhile, and leaps of the clock that do not get in their way. */
public class BackgroundWork {

    /** For a machine that is busy with something else; a test that passes does not wait for it. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration QUIET = Duration.ofSeconds(1);

    private final JdbcClient sql;
    private final MutableClock clock;

    private final RuntimeService processes;

    BackgroundWork(JdbcClient sql, MutableClock clock, RuntimeService processes) {
        this.sql = sql;
        this.clock = clock;
        this.processes = processes;
    }

    /** What other tests left planned under this name would come due when the clock leaps. */
    public void forgetPlanned(String jobName) {
        await().atMost(PATIENCE).until(() -> dueOrAtWork() == 0);
        sql.sql("select proc_inst_id_ from act_ru_execution where business_key_ like ? and parent_id_ is null")
                .param(jobName + ":%")
                .query(String.class)
                .list()
                .forEach(instance -> processes.deleteProcessInstanceIfExists(instance, "test", true, true, true, true));
    }

    /** Every job that is due has run, and none follows. */
    public void settled() {
        await().during(QUIET).atMost(PATIENCE).until(() -> dueOrAtWork() == 0);
    }

    /**
     * A job at work when the clock leaps would look abandoned, and one that is due would see the time after the leap:
     * both are let finish first.
     */
    public void leap(Instant to) {
        await().atMost(PATIENCE).until(() -> dueOrAtWork() == 0);
        clock.set(to);
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
