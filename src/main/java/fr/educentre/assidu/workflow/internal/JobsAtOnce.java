package fr.educentre.assidu.workflow.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Jobs that the thread which submitted them runs itself, because someone waits for what they find. Each is a job like any
 * other, reserved for this thread as one that is being run: should the thread die, another runs it a little later.
 */
@Component
class JobsAtOnce {

    private static final Logger LOG = LoggerFactory.getLogger(JobsAtOnce.class);

    /** Longer than a caller waits. */
    private static final Duration RESERVED = Duration.ofMinutes(2);

    private static final String RESERVE = """
            update act_ru_job j set lock_owner_ = :owner, lock_exp_time_ = :until
              from act_ru_execution e
              join act_re_procdef d on d.id_ = e.proc_def_id_ and d.key_ = :process
             where e.proc_inst_id_ = j.process_instance_id_ and e.business_key_ = any(:keys::text[])
               and e.parent_id_ is null and (j.lock_owner_ is null or j.lock_exp_time_ < :now)
            """;

    private final JdbcClient sql;
    private final ManagementService management;
    private final ReleasedConnections released;
    private final Clock clock;

    JobsAtOnce(JdbcClient sql, ManagementService management, ReleasedConnections released, Clock clock) {
        this.sql = sql;
        this.management = management;
        this.released = released;
        this.clock = clock;
    }

    /** In the transaction that submits them, for the owner alone: no other thread takes or renews what is being run. */
    void reserve(String owner, Collection<String> businessKeys) {
        if (!businessKeys.isEmpty()) {
            Instant now = clock.instant();
            sql.sql(RESERVE)
                    .param("owner", owner)
                    .param("until", Timestamp.from(now.plus(RESERVED)))
                    .param("now", Timestamp.from(now))
                    .param("process", ProcessJobs.PROCESS)
                    .param("keys", businessKeys.toArray(String[]::new))
                    .update();
        }
    }

    /** Their transaction has committed; its connection is not free yet. */
    void whenReleased(String owner) {
        released.next(() -> ids(owner).forEach(this::run));
    }

    private List<String> ids(String owner) {
        return sql.sql("select id_ from act_ru_job where lock_owner_ = :owner order by create_time_, id_")
                .param("owner", owner)
                .query((row, n) -> row.getString("id_"))
                .list();
    }

    /** In nobody's language, as in any other thread. The engine counts a failure and has it tried again. */
    private void run(String job) {
        LocaleContext reader = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.resetLocaleContext();
        try {
            management.executeJob(job);
        } catch (RuntimeException e) {
            LOG.info("A job that was run at once failed: {}", e.toString());
        } finally {
            LocaleContextHolder.setLocaleContext(reader);
        }
    }
}
