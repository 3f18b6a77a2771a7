package fr.educentre.assidu.workflow.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
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
 * other, put off by a moment so that no other thread takes it first: should this thread die, it is run all the same.
 */
@Component
class JobsAtOnce {

    private static final Logger LOG = LoggerFactory.getLogger(JobsAtOnce.class);

    /** Longer than a caller waits. */
    private static final Duration RESERVED = Duration.ofMinutes(1);

    private static final String PUT_OFF = """
            update act_ru_job j set duedate_ = :until
              from act_ru_execution e
              join act_re_procdef d on d.id_ = e.proc_def_id_ and d.key_ = :process
             where e.proc_inst_id_ = j.process_instance_id_ and e.business_key_ = any(:keys::text[])
               and e.parent_id_ is null
            """;

    private static final String OF_KEYS = """
            select j.id_
              from act_ru_execution e
              join act_re_procdef d on d.id_ = e.proc_def_id_ and d.key_ = :process
              join act_ru_job j on j.process_instance_id_ = e.proc_inst_id_
             where e.business_key_ = any(:keys::text[]) and (j.lock_owner_ is null or j.lock_exp_time_ < :now)
             order by e.business_key_
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

    /** In the transaction that submits them. */
    void reserve(Collection<String> businessKeys) {
        if (!businessKeys.isEmpty()) {
            sql.sql(PUT_OFF)
                    .param("until", Timestamp.from(clock.instant().plus(RESERVED)))
                    .param("process", ProcessJobs.PROCESS)
                    .param("keys", businessKeys.toArray(String[]::new))
                    .update();
        }
    }

    /** Their transaction has committed; its connection is not free yet. */
    void whenReleased(Collection<String> businessKeys) {
        List<String> keys = List.copyOf(businessKeys);
        released.next(() -> ids(keys).forEach(this::run));
    }

    private List<String> ids(List<String> keys) {
        return sql.sql(OF_KEYS)
                .param("process", ProcessJobs.PROCESS)
                .param("keys", keys.toArray(String[]::new))
                .param("now", Timestamp.from(clock.instant()))
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
