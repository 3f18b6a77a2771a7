package fr.educentre.assidu.messaging.internal;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.messaging.Outbox;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.shell.WrittenAddress;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A mail by which somebody sees that mails arrive; it takes the way of every other. */
@Service
@AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
public class TrialMail {

    private static final String MATTER = "trial";

    private final Outbox outbox;
    private final CurrentActor current;

    TrialMail(Outbox outbox, CurrentActor current) {
        this.outbox = outbox;
        this.current = current;
    }

    /**
     * @return the message's id
     * @throws InvalidContent for what is no address
     */
    @Transactional
    public UUID send(String address) {
        String to = address.strip();
        if (!WrittenAddress.valid(to)) {
            throw new InvalidContent("address", "check.MailAddress");
        }
        String name = current.get().displayName();
        return outbox.enqueue(new Outbox.NewMessage(
                MATTER + ":" + TimeOrderedId.next(),
                "courriel-d-essai",
                new Outbox.Recipient(Outbox.RecipientKind.STAFF, name, to, null),
                Map.of("nom", name),
                Wording.of("messaging.why.trial"),
                MATTER));
    }
}
