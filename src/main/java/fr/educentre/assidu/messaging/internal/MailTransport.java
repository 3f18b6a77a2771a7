package fr.educentre.assidu.messaging.internal;

import fr.educentre.assidu.messaging.internal.MessageStore.Claimed;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands one message to the SMTP server and tells what is known of its fate. */
@Component
class MailTransport {

    /** What became of it. */
    sealed interface Outcome {
        record Accepted(String messageId) implements Outcome {}

        /** The server does not have it; worth another attempt. */
        record NotNow(String why) implements Outcome {}

        /** The server does not have it and will not take it. */
        record Never(String why) implements Outcome {}

        /** The exchange broke off: it may have left. */
        record Unsure(String why) implements Outcome {}
    }

    private static final int PERMANENT = 500;

    private final JavaMailSender sender;
    private final Clock clock;
    private final InternetAddress from;
    private final String host;

    MailTransport(
            JavaMailSender sender,
            Clock clock,
            @Value("${assidu.mail.from}") String from,
            @Value("${assidu.base-url}") URI baseUrl)
            throws MessagingException {
        this.sender = sender;
        this.clock = clock;
        this.from = new InternetAddress(from, true);
        this.host = baseUrl.getHost() == null ? "assidu.local" : baseUrl.getHost();
    }

    static boolean writable(String address) {
        try {
            var parsed = new InternetAddress(address, true);
            parsed.validate();
            return parsed.getAddress().equals(address) && address.indexOf('@') > 0;
        } catch (MessagingException e) {
            return false;
        }
    }

    Outcome send(Claimed message) {
        String messageId = "<" + message.id() + "." + message.attempt() + "@" + host + ">";
        MimeMessage mail;
        try {
            mail = mail(message, messageId);
        } catch (MessagingException | UnsupportedEncodingException e) {
            return new Outcome.Never(said(e));
        }
        try {
            sender.send(mail);
            return new Outcome.Accepted(messageId);
        } catch (MailAuthenticationException e) {
            return new Outcome.NotNow(said(e));
        } catch (MailSendException e) {
            // With a cause of its own, no connection came about: wrong port, no encryption, a certificate nobody
            // vouches for.
            return e.getCause() != null || e.getFailedMessages().isEmpty()
                    ? new Outcome.NotNow(said(e))
                    : broken(e.getFailedMessages().values().iterator().next());
        } catch (MailException e) {
            return new Outcome.Never(said(e));
        }
    }

    private MimeMessage mail(Claimed message, String messageId)
            throws MessagingException, UnsupportedEncodingException {
        MimeMessage mail = sender.createMimeMessage();
        var helper = new MimeMessageHelper(mail, false, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(new InternetAddress(
                message.recipientAddress(), message.recipientName(), StandardCharsets.UTF_8.name()));
        helper.setSubject(message.subject());
        helper.setText(message.body(), false);
        helper.setSentDate(Date.from(clock.instant()));
        mail.setHeader("Message-ID", messageId);
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }

    /** The server's own word when it gave one; otherwise nobody knows how far the exchange went. */
    private static Outcome broken(Throwable failure) {
        if (failure instanceof MailConnectException) {
            return new Outcome.NotNow(said(failure));
        }
        Integer code = answer(failure);
        if (code == null) {
            return failure instanceof SendFailedException
                    ? new Outcome.Never(said(failure))
                    : new Outcome.Unsure(said(failure));
        }
        return code >= PERMANENT ? new Outcome.Never(said(failure)) : new Outcome.NotNow(said(failure));
    }

    private static @Nullable Integer answer(@Nullable Throwable failure) {
        return switch (failure) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException send
            when send.getNextException() instanceof SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            case MessagingException other -> answer(other.getNextException());
            case null, default -> null;
        };
    }

    private static String said(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        if (deepest instanceof MailSendException send
                && !send.getFailedMessages().isEmpty()) {
            deepest = send.getFailedMessages().values().iterator().next();
        }
        return MailTemplates.oneLine(String.valueOf(deepest.getMessage()));
    }
}
