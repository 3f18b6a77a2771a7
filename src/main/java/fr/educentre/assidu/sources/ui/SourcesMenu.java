package fr.educentre.assidu.sources.ui;

import fr.educentre.assidu.shell.MenuContributor;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class SourcesMenu implements MenuContributor {

    @Override
    public List<MenuEntry> menuEntries() {
        return List.of(new MenuEntry(
                "connectors.menu", "connecteurs", "vaadin:connect", 110, Set.of("ADMIN", "QUALITY_MANAGER")));
    }
}
