package fr.educentre.assidu.messaging.ui;

import fr.educentre.assidu.shell.MenuContributor;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class MessagingMenu implements MenuContributor {

    @Override
    public List<MenuEntry> menuEntries() {
        return List.of(new MenuEntry(
                "messaging.menu.messages",
                "courriels",
                "vaadin:envelope",
                90,
                Set.of("ADMIN", "QUALITY_MANAGER", "REFERENT", "TRAINER", "AUDITOR")));
    }
}
