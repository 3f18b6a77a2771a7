package fr.educentre.assidu.messaging.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.educentre.assidu.messaging.internal.MailTransport.Outcome;
import fr.educentre.assidu.messaging.internal.MessageStore.Claimed;
import jakarta.mail.MessagingException;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What is known of a mail whose server was reached, or was not, as the installation's settings ask. */
class MailTransportTests {

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
    });

    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    @BeforeEach
    void a_mail_server() {
        server.start();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_server_without_the_encryption_that_is_required_gets_nothing_and_the_mail_waits() throws MessagingException {
        sender.getJavaMailProperties().setProperty("mail.smtp.starttls.required", "true");
        assertThat(send())
                .isInstanceOfSatisfying(
                        Outcome.NotNow.class,
                        outcome -> assertThat(outcome.why()).contains("STARTTLS"));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_server_whose_certificate_nobody_vouches_for_gets_nothing_and_the_mail_waits() throws MessagingException {
        sender.setPort(server.getSmtps().getPort());
        sender.getJavaMailProperties().setProperty("mail.smtp.ssl.enable", "true");
        assertThat(send()).isInstanceOf(Outcome.NotNow.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_mail_leaves_by_a_connection_that_is_encrypted_from_its_start() throws MessagingException {
        sender.setPort(server.getSmtps().getPort());
        sender.getJavaMailProperties().setProperty("mail.smtp.ssl.enable", "true");
        sender.getJavaMailProperties().setProperty("mail.smtp.ssl.trust", "127.0.0.1");
        sender.getJavaMailProperties().setProperty("mail.smtp.ssl.checkserveridentity", "false");
        assertThat(send()).isInstanceOf(Outcome.Accepted.class);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    private Outcome send() throws MessagingException {
        var transport = new MailTransport(
                sender, Clock.systemUTC(), "assidu@centre.example", URI.create("https://assidu.test"));
        return transport.send(new Claimed(UUID.randomUUID(), "Zoé", "zoe@apprenants.example", "Sujet", "Texte", 1));
    }
}
