package fr.educentre.assidu.workflow.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Jobs that the thread which submitted them runs itself, because someone waits for what they find. Each is a job like any
 * other, reserved for this thread as one that is being run: should the thread die, another runs it a little later.
 */
@Component
class JobsAtOnce {

    private static final Logger LOG = LoggerFactory.getLogger(JobsAtOnce.class);

    private static final String OWNER = "at once";

    private static final String RESERVE = """
            update act_ru_job j set lock_owner_ = :owner, lock_exp_time_ = :until
              from act_ru_execution e
              join act_re_procdef d on d.id_ = e.proc_def_id_ and d.key_ = :process
             where e.proc_inst_id_ = j.process_instance_id_ and e.business_key_ = any(:keys::text[])
               and e.parent_id_ is null and (j.lock_owner_ is null or j.lock_exp_time_ < :now)
            returning j.id_
            """;

    private final JdbcClient sql;
    private final ManagementService management;
    private final ReleasedConnections released;
    private final JobLeases leases;
    private final Clock clock;

    JobsAtOnce(
            JdbcClient sql, ManagementService management, ReleasedConnections released, JobLeases leases, Clock clock) {
        this.sql = sql;
        this.management = management;
        this.released = released;
        this.leases = leases;
        this.clock = clock;
    }

    /**
     * In the transaction that submits them: no other thread takes or renews what is being run.
     *
     * @return the jobs that are reserved
     */
    List<String> reserve(Collection<String> businessKeys) {
        if (businessKeys.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        return sql.sql(RESERVE)
                .param("owner", OWNER)
                .param("until", Timestamp.from(now.plus(JobLeases.LENGTH)))
                .param("now", Timestamp.from(now))
                .param("process", ProcessJobs.PROCESS)
                .param("keys", businessKeys.toArray(String[]::new))
                .query((row, n) -> row.getString("id_"))
                .list();
    }

    /** Their transaction has committed; its connection is not free yet. */
    void whenReleased(List<String> reserved) {
        released.next(() -> runAll(reserved));
    }

    private void runAll(List<String> reserved) {
        leases.hold(reserved);
        try {
            reserved.forEach(this::run);
        } finally {
            leases.release(reserved);
        }
    }

    /** The engine counts a failure and has it tried again. */
    private void run(String job) {
        try {
            management.executeJob(job);
        } catch (RuntimeException e) {
            LOG.info("A job that was run at once failed: {}", e.toString());
        }
    }
}
