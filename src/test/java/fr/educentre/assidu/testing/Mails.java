package fr.educentre.assidu.testing;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** What the mail server of the tests received, oldest first. */
public final class Mails {

    private Mails() {}

    /** Texts of the mails to an address whose subject begins so. */
    public static List<String> texts(GreenMail server, String address, String subject) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> isFor(message, address, subject))
                .map(Mails::text)
                .toList();
    }

    private static boolean isFor(MimeMessage message, String address, String subject) {
        try {
            var to = (InternetAddress) message.getRecipients(RecipientType.TO)[0];
            return to.getAddress().equals(address) && message.getSubject().startsWith(subject);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage message) {
        try {
            Object content = message.getContent();
            return String.valueOf(
                    content instanceof Multipart parts ? parts.getBodyPart(0).getContent() : content);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
