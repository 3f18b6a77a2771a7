package fr.educentre.assidu.workflow.ui;

import fr.educentre.assidu.shell.MenuContributor;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class WorkflowMenu implements MenuContributor {

    @Override
    public List<MenuEntry> menuEntries() {
        return List.of(
                new MenuEntry(
                        "workflow.menu.tasks",
                        "taches",
                        "vaadin:tasks",
                        60,
                        Set.of("QUALITY_MANAGER", "REFERENT", "TRAINER")),
                new MenuEntry(
                        "workflow.menu.processes",
                        "processus",
                        "vaadin:sitemap",
                        80,
                        Set.of("QUALITY_MANAGER", "REFERENT", "AUDITOR")));
    }
}
