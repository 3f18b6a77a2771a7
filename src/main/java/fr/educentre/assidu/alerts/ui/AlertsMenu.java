package fr.educentre.assidu.alerts.ui;

import fr.educentre.assidu.shell.MenuContributor;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class AlertsMenu implements MenuContributor {

    @Override
    public List<MenuEntry> menuEntries() {
        return List.of(new MenuEntry(
                "alerts.menu",
                "alertes",
                "vaadin:bell",
                55,
                Set.of("QUALITY_MANAGER", "TRAINER", "REFERENT", "AUDITOR")));
    }
}
