package fr.educentre.assidu.overview.ui;

import fr.educentre.assidu.shell.MenuContributor;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class OverviewMenu implements MenuContributor {

    private static final Set<String> STAFF = Set.of("ADMIN", "QUALITY_MANAGER", "TRAINER", "REFERENT", "AUDITOR");
    private static final Set<String> FOLLOWING = Set.of("QUALITY_MANAGER", "TRAINER", "REFERENT", "AUDITOR");

    @Override
    public List<MenuEntry> menuEntries() {
        return List.of(
                new MenuEntry("overview.menu.home", "", "vaadin:home", 10, STAFF),
                new MenuEntry("overview.menu.groups", "groupes", "vaadin:group", 20, FOLLOWING),
                new MenuEntry("overview.menu.learners", "apprenants", "vaadin:user", 30, FOLLOWING),
                new MenuEntry("overview.menu.sessions", "seances", "vaadin:calendar", 40, FOLLOWING),
                new MenuEntry("overview.menu.space", "espace", "vaadin:home", 10, Set.of("LEARNER")),
                new MenuEntry(
                        "journal.menu",
                        JournalView.PATH,
                        "vaadin:archive",
                        120,
                        Set.of("ADMIN", "QUALITY_MANAGER", "AUDITOR")));
    }
}
