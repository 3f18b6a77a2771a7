package fr.educentre.assidu.messaging.ui;

import fr.educentre.assidu.messaging.internal.MailServer;
import fr.educentre.assidu.messaging.internal.MessageState;
import fr.educentre.assidu.shell.HomeTiles;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Mails that need somebody; to an administrator those that wait to leave, too. */
@Component
class MessagingTiles implements HomeTiles {

    private static final Set<String> READERS = Set.of("QUALITY_MANAGER", "ADMIN");

    private final MailServer server;

    MessagingTiles(MailServer server) {
        this.server = server;
    }

    @Override
    public List<HomeTile> of(String role) {
        if (!READERS.contains(role)) {
            return List.of();
        }
        MailServer.Health health = server.health();
        return role.equals("ADMIN")
                ? List.of(
                        new HomeTile(40, "messaging.tile.failed", health.failed(), MessagesView.PATH),
                        new HomeTile(42, "messaging.tile.waiting", health.waiting(), MessagesView.PATH))
                : List.of(new HomeTile(40, "messaging.tile.failed", health.failed(), filtered(MessageState.FAILED)));
    }

    private static String filtered(MessageState state) {
        return MessagesView.PATH + "?" + MessagesPanel.STATE + "=" + state;
    }
}
