package fr.educentre.assidu.documents.ui;

import fr.educentre.assidu.shell.MenuContributor;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class DocumentsMenu implements MenuContributor {

    @Override
    public List<MenuEntry> menuEntries() {
        return List.of(new MenuEntry(
                "documents.menu",
                "preuves",
                "vaadin:file-text-o",
                70,
                Set.of("QUALITY_MANAGER", "TRAINER", "REFERENT", "AUDITOR")));
    }
}
