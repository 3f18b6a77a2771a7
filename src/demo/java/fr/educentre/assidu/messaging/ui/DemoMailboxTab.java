package fr.educentre.assidu.messaging.ui;

import com.vaadin.flow.component.Component;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.messaging.DemoMailbox;
import fr.educentre.assidu.messaging.OnDemoMailbox;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.ScreenPart;
import java.util.Optional;

/** The demonstration's mailbox beside the messages that left. */
@org.springframework.stereotype.Component
@OnDemoMailbox
class DemoMailboxTab implements ScreenPart {

    private final Texts texts;
    private final DemoMailbox mailbox;
    private final CurrentActor current;

    DemoMailboxTab(Texts texts, DemoMailbox mailbox, CurrentActor current) {
        this.texts = texts;
        this.mailbox = mailbox;
        this.current = current;
    }

    @Override
    public String screen() {
        return MessagesView.PATH;
    }

    @Override
    public String titleKey() {
        return "messaging.tab.demo";
    }

    /** Its mails bear links that are their recipients' alone. */
    @Override
    public Optional<Component> create() {
        return current.get().is(Role.ADMIN, Role.QUALITY_MANAGER)
                ? Optional.of(new DemoMailboxPanel(texts, mailbox))
                : Optional.empty();
    }
}
