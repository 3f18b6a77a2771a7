package fr.educentre.assidu.rules.ui;

import fr.educentre.assidu.shell.MenuContributor;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class RulesMenu implements MenuContributor {

    @Override
    public List<MenuEntry> menuEntries() {
        return List.of(new MenuEntry(
                "rules.menu",
                "regles",
                "vaadin:book",
                80,
                Set.of("ADMIN", "QUALITY_MANAGER", "TRAINER", "REFERENT", "AUDITOR")));
    }
}
