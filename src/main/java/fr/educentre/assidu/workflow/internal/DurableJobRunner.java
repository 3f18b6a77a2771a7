package fr.educentre.assidu.workflow.internal;

import fr.educentre.assidu.access.SystemOnly;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.JobRetries;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Hands a job that is due to the handler of its name, in the job's transaction. Public for the process {@code durable-job}. */
@Component("durableJobRunner")
public class DurableJobRunner implements JavaDelegate {

    private final SingletonSupplier<Map<String, DurableJobHandler<?>>> handlers;
    private final JobPayloads payloads;

    DurableJobRunner(ObjectProvider<DurableJobHandler<?>> handlers, JobPayloads payloads) {
        this.handlers = SingletonSupplier.of(() -> handlers.stream()
                .collect(Collectors.toMap(handler -> handler.type().name(), handler -> handler)));
        this.payloads = payloads;
    }

    @Override
    @SystemOnly
    public void execute(DelegateExecution execution) {
        String name = (String) execution.getVariable(ProcessJobs.NAME);
        String key = (String) execution.getVariable(ProcessJobs.KEY);
        String kept = JobPayload.read(execution.getVariable(ProcessJobs.PAYLOAD));
        DurableJobHandler<?> handler = handlers.obtain().get(name);
        if (handler == null) {
            throw new IllegalStateException("No handler for jobs named " + name);
        }
        run(handler, key, kept);
    }

    private <P> void run(DurableJobHandler<P> handler, String key, String kept) {
        handler.run(payloads.read(handler.type(), key, kept));
    }

    /** Attempts and waits of the job, for the engine. */
    public String retries(DelegateExecution execution) {
        DurableJobHandler<?> handler = handlers.obtain().get((String) execution.getVariable(ProcessJobs.NAME));
        return (handler == null ? JobRetries.USUAL : handler.type().retries()).cycle();
    }
}
