package fr.educentre.assidu.messaging.internal;

import fr.educentre.assidu.access.AccountMails;
import fr.educentre.assidu.access.OpenTo;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.messaging.Outbox;
import fr.educentre.assidu.shell.Wording;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes the mails that accounts need. */
@Component
class MailedAccountLinks implements AccountMails {

    private final Outbox outbox;
    private final String baseUrl;

    MailedAccountLinks(Outbox outbox, @Value("${assidu.base-url}") String baseUrl) {
        this.outbox = outbox;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
    }

    @Override
    @OpenTo(value = OpenTo.Audience.MODULES, because = "who gets a link is decided where accounts are kept")
    public void sendLink(AccountLink link) {
        String matter = "account:" + link.accountId();
        outbox.enqueue(new Outbox.NewMessage(
                matter + ":" + TimeOrderedId.next(),
                link.forgotten() ? "mot-de-passe-oublie" : "invitation-compte",
                new Outbox.Recipient(Outbox.RecipientKind.STAFF, link.name(), link.to(), null),
                Map.of("nom", link.name(), "identifiant", link.login(), "lien", baseUrl + link.path()),
                Wording.of(link.forgotten() ? "messaging.why.forgotten" : "messaging.why.invitation"),
                matter));
    }
}
