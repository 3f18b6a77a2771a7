package fr.educentre.assidu.sources.ui;

import fr.educentre.assidu.shell.MenuContributor;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class PartnersMenu implements MenuContributor {

    @Override
    public List<MenuEntry> menuEntries() {
        return List.of(new MenuEntry(
                "connectors.partners.menu",
                PartnersView.PATH,
                "vaadin:pencil",
                111,
                Set.of("ADMIN", "QUALITY_MANAGER")));
    }
}
