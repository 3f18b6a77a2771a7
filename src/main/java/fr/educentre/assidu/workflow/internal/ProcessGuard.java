package fr.educentre.assidu.workflow.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.ResourceGuard;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class ProcessGuard implements ResourceGuard {

    private final ProcessMonitor monitor;

    ProcessGuard(ProcessMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public String kind() {
        return "process";
    }

    @Override
    public void check(Actor actor, UUID id) {
        monitor.requireInstance(id);
    }
}
