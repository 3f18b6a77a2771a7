package fr.educentre.assidu.justification.ui;

import fr.educentre.assidu.shell.MenuContributor;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class AbsencesMenu implements MenuContributor {

    @Override
    public List<MenuEntry> menuEntries() {
        return List.of(
                new MenuEntry(
                        "justification.menu.absents",
                        AbsentsView.PATH,
                        "vaadin:phone",
                        15,
                        Set.of("QUALITY_MANAGER", "TRAINER", "REFERENT")),
                new MenuEntry(
                        "justification.menu.absences",
                        "absences",
                        "vaadin:calendar-user",
                        50,
                        Set.of("QUALITY_MANAGER", "TRAINER", "REFERENT", "AUDITOR")));
    }
}
