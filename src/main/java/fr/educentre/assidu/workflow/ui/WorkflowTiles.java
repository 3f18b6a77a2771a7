package fr.educentre.assidu.workflow.ui;

import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.shell.HomeTiles;
import fr.educentre.assidu.shell.MenuBadge;
import fr.educentre.assidu.workflow.TaskList;
import fr.educentre.assidu.workflow.internal.ProcessMonitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The tasks that wait for the reader, and the processes that are stuck. */
@Component
class WorkflowTiles implements HomeTiles, MenuBadge {

    private static final Set<String> DECIDING = Set.of("QUALITY_MANAGER", "REFERENT", "TRAINER");

    private final TaskList tasks;
    private final ProcessMonitor monitor;
    private final CurrentActor current;

    WorkflowTiles(TaskList tasks, ProcessMonitor monitor, CurrentActor current) {
        this.tasks = tasks;
        this.monitor = monitor;
        this.current = current;
    }

    @Override
    public List<HomeTile> of(String role) {
        List<HomeTile> tiles = new ArrayList<>();
        if (DECIDING.contains(role)) {
            tiles.add(new HomeTile(20, "workflow.tile.tasks", count(), path()));
        }
        if (role.equals("QUALITY_MANAGER")) {
            tiles.add(new HomeTile(15, "workflow.tile.incidents", monitor.incidents(), "processus"));
        }
        return tiles;
    }

    @Override
    public String path() {
        return "taches";
    }

    @Override
    public long count() {
        return current.find()
                .filter(actor -> DECIDING.contains(actor.role().name()))
                .map(tasks::countOf)
                .orElse(0L);
    }

    @Override
    public String labelKey() {
        return "workflow.badge";
    }
}
