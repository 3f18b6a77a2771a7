package fr.educentre.assidu.workflow.internal;

import fr.educentre.assidu.access.OpenTo;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobType;
import fr.educentre.assidu.workflow.DurableJobs;
import fr.educentre.assidu.workflow.ProcessMessages;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A message is the key of its job: said twice before it is delivered, it is delivered once. A process is told one thing
 * at a time: of two deliveries at once the engine would put one off until its next attempt.
 */
@Component
class ProcessNotifier implements ProcessMessages, DurableJobHandler<ProcessNotifier.Notice> {

    private static final DurableJobType<Notice> TYPE = DurableJobType.of(
                    "workflow.tell", Notice.class, notice -> notice.message() + "@" + notice.process())
            .readingEarlier((key, text) -> {
                int at = key.indexOf('@');
                return new Notice(key.substring(0, at), key.substring(at + 1));
            });

    private final DurableJobs jobs;
    private final RuntimeService processes;
    private final JdbcClient sql;

    ProcessNotifier(DurableJobs jobs, RuntimeService processes, JdbcClient sql) {
        this.jobs = jobs;
        this.processes = processes;
        this.sql = sql;
    }

    @Override
    @OpenTo(value = OpenTo.Audience.MODULES, because = "a process is told what its module decided")
    public void tell(String message, String businessKey) {
        jobs.submit(TYPE, new Notice(message, businessKey));
    }

    /** @param process business key of the one to be told */
    record Notice(String message, String process) {}

    @Override
    public DurableJobType<Notice> type() {
        return TYPE;
    }

    @Override
    public void run(Notice notice) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(?, 7))")
                .param(notice.process())
                .query((row, n) -> n)
                .list();
        processes
                .createMessageCorrelation(notice.message())
                .processInstanceBusinessKey(notice.process())
                .correlateAll();
    }
}
