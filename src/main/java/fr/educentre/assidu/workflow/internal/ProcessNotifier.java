package fr.educentre.assidu.workflow.internal;

import fr.educentre.assidu.access.OpenTo;
import fr.educentre.assidu.workflow.DurableJobHandler;
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
class ProcessNotifier implements ProcessMessages, DurableJobHandler {

    private static final String NAME = "workflow.tell";
    private static final String AFTER_MESSAGE = "@";

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
        jobs.submit(NAME, message + AFTER_MESSAGE + businessKey, "");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String key, String payload) {
        int at = key.indexOf(AFTER_MESSAGE);
        String businessKey = key.substring(at + AFTER_MESSAGE.length());
        sql.sql("select pg_advisory_xact_lock(hashtextextended(?, 7))")
                .param(businessKey)
                .query((row, n) -> n)
                .list();
        processes
                .createMessageCorrelation(key.substring(0, at))
                .processInstanceBusinessKey(businessKey)
                .correlateAll();
    }
}
