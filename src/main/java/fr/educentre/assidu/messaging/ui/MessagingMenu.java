package fr.educentre.assidu.messaging.ui;

import fr.educentre.assidu.messaging.internal.MessageQueries;
import fr.educentre.assidu.shell.MenuBadge;
import fr.educentre.assidu.shell.MenuContributor;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class MessagingMenu implements MenuContributor, MenuBadge {

    private final MessageQueries correspondence;

    MessagingMenu(MessageQueries correspondence) {
        this.correspondence = correspondence;
    }

    @Override
    public List<MenuEntry> menuEntries() {
        return List.of(new MenuEntry(
                "messaging.menu.messages",
                MessagesView.PATH,
                "vaadin:envelope",
                90,
                Set.of("ADMIN", "QUALITY_MANAGER", "REFERENT", "TRAINER", "AUDITOR")));
    }

    @Override
    public String path() {
        return MessagesView.PATH;
    }

    @Override
    public long count() {
        return correspondence.needingSomeone();
    }

    @Override
    public String labelKey() {
        return "messaging.badge";
    }
}
