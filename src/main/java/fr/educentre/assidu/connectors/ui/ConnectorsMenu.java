package fr.educentre.assidu.connectors.ui;

import fr.educentre.assidu.shell.MenuContributor;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class ConnectorsMenu implements MenuContributor {

    @Override
    public List<MenuEntry> menuEntries() {
        return List.of(new MenuEntry(
                "connectors.menu", "connecteurs", "vaadin:connect", 110, Set.of("ADMIN", "QUALITY_MANAGER")));
    }
}
