package fr.educentre.assidu.workflow.internal;

import fr.educentre.assidu.access.OpenTo;
import fr.educentre.assidu.workflow.ProcessStarts;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

@Component
@OpenTo(value = OpenTo.Audience.MODULES, because = "a process follows from what its module decided")
class EngineStarts implements ProcessStarts {

    private final RuntimeService processes;

    EngineStarts(RuntimeService processes) {
        this.processes = processes;
    }

    @Override
    public void startUnlessRunning(String process, String businessKey, Map<String, String> variables) {
        boolean running = processes
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(businessKey, process)
                        .count()
                > 0;
        if (!running) {
            processes.startProcessInstanceByKey(process, businessKey, new HashMap<>(variables));
        }
    }
}
