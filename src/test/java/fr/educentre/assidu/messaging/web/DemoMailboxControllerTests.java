package fr.educentre.assidu.messaging.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.messaging.DemoMailbox.ReceivedMail;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoMailboxControllerTests {

    private static final Instant AT = Instant.parse("2026-11-23T11:00:00Z");

    private final List<ReceivedMail> received = List.of(
            new ReceivedMail("1", "a@x", "lea@x", "Absence", "http://assidu.test/j/abc", AT),
            new ReceivedMail("0", "a@x", "noe@x", "Rappel", "…", AT));
    private final DemoMailboxController mailbox =
            new DemoMailboxController(limit -> received.stream().limit(limit).toList());

    @Test
    void every_mail_is_given_with_its_links() {
        assertThat(mailbox.list(null))
                .hasSize(2)
                .contains(new DemoMailboxController.Mail("lea@x", "Absence", "http://assidu.test/j/abc", AT));
    }

    @Test
    void those_to_one_address_can_be_asked_for() {
        assertThat(mailbox.list("noe@x"))
                .extracting(DemoMailboxController.Mail::subject)
                .containsExactly("Rappel");
        assertThat(mailbox.list("nobody@x")).isEmpty();
    }
}
