package fr.educentre.assidu.training.ui;

import fr.educentre.assidu.shell.MenuContributor;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class CentreMenu implements MenuContributor {

    @Override
    public List<MenuEntry> menuEntries() {
        return List.of(
                new MenuEntry("manage.menu", "centre/organisation", "vaadin:building", 105, Set.of("ADMIN")),
                new MenuEntry("manage.menu", "centre/parcours", "vaadin:building", 105, Set.of("QUALITY_MANAGER")));
    }
}
