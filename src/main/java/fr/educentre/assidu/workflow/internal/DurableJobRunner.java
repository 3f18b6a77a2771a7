package fr.educentre.assidu.workflow.internal;

import fr.educentre.assidu.workflow.DurableJobHandler;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Hands a job that is due to the handler of its name, in the job's transaction. */
@Component("durableJobRunner")
class DurableJobRunner implements JavaDelegate {

    private final SingletonSupplier<Map<String, DurableJobHandler>> handlers;

    DurableJobRunner(ObjectProvider<DurableJobHandler> handlers) {
        this.handlers = SingletonSupplier.of(
                () -> handlers.stream().collect(Collectors.toMap(DurableJobHandler::name, handler -> handler)));
    }

    @Override
    public void execute(DelegateExecution execution) {
        String name = (String) execution.getVariable(ProcessJobs.NAME);
        DurableJobHandler handler = handlers.obtain().get(name);
        if (handler == null) {
            throw new IllegalStateException("No handler for jobs named " + name);
        }
        handler.run(
                (String) execution.getVariable(ProcessJobs.KEY),
                JobPayload.read(execution.getVariable(ProcessJobs.PAYLOAD)));
    }
}
