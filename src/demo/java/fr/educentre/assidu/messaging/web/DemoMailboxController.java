package fr.educentre.assidu.messaging.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.messaging.DemoMailbox;
import fr.educentre.assidu.messaging.DemoMailbox.ReceivedMail;
import fr.educentre.assidu.messaging.OnDemoMailbox;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the demonstration's mail server received, links to sign in or to justify included: for those who run the centre. */
@RestController
@RequestMapping("/api/v1/demo/mailbox")
@OnDemoMailbox
@Tag(name = "Messages")
@AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
class DemoMailboxController {

    private static final int MOST = 500;
    private final DemoMailbox mailbox;

    DemoMailboxController(DemoMailbox mailbox) {
        this.mailbox = mailbox;
    }

    @GetMapping
    @Operation(summary = "Mails as the demonstration's server took them, links included, newest first")
    List<Mail> list(@RequestParam(required = false) @Nullable String to) {
        return mailbox.newest(to == null ? MOST : Integer.MAX_VALUE).stream()
                .filter(mail -> to == null || mail.to().contains(to))
                .map(Mail::of)
                .toList();
    }

    record Mail(String to, String subject, String text, Instant at) {

        static Mail of(ReceivedMail mail) {
            return new Mail(mail.to(), mail.subject(), mail.text(), mail.receivedAt());
        }
    }
}
