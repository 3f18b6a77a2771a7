package fr.educentre.assidu.workflow.internal;

import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobs;
import fr.educentre.assidu.workflow.ProcessMessages;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** A message is the key of its job: said twice before it is delivered, it is delivered once. */
@Component
class ToldProcesses implements ProcessMessages, DurableJobHandler {

    private static final String NAME = "workflow.tell";
    private static final String AFTER_MESSAGE = "@";

    private final DurableJobs jobs;
    private final RuntimeService processes;

    ToldProcesses(DurableJobs jobs, RuntimeService processes) {
        this.jobs = jobs;
        this.processes = processes;
    }

    @Override
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
        processes
                .createMessageCorrelation(key.substring(0, at))
                .processInstanceBusinessKey(key.substring(at + AFTER_MESSAGE.length()))
                .correlateAll();
    }
}
