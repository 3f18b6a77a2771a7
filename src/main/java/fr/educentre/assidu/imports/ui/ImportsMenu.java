package fr.educentre.assidu.imports.ui;

import fr.educentre.assidu.shell.MenuContributor;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class ImportsMenu implements MenuContributor {

    @Override
    public List<MenuEntry> menuEntries() {
        return List.of(new MenuEntry(
                "training.import.title", RosterImportView.PATH, "vaadin:upload", 90, Set.of("QUALITY_MANAGER")));
    }
}
