package fr.educentre.assidu.demo;

import com.icegreen.greenmail.util.GreenMail;
import fr.educentre.assidu.messaging.DemoMailbox;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what the embedded mail server keeps in memory. */
class GreenMailBox implements DemoMailbox {

    private final GreenMail server;
    private final Clock clock;

    GreenMailBox(GreenMail server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    @Override
    public List<ReceivedMail> newest(int limit) {
        MimeMessage[] all = server.getReceivedMessages();
        List<ReceivedMail> newest = new ArrayList<>();
        for (int i = all.length - 1; i >= Math.max(0, all.length - limit); i--) {
            newest.add(read(all[i], i));
        }
        return newest;
    }

    private ReceivedMail read(MimeMessage mail, int index) {
        try {
            var sent = mail.getSentDate();
            return new ReceivedMail(
                    String.valueOf(index),
                    addresses(mail.getFrom()),
                    addresses(mail.getAllRecipients()),
                    mail.getSubject(),
                    text(mail),
                    sent == null ? clock.instant() : sent.toInstant());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String addresses(jakarta.mail.Address @Nullable [] addresses) {
        return addresses == null
                ? ""
                : Arrays.stream(addresses)
                        .map(address ->
                                address instanceof InternetAddress mail ? mail.toUnicodeString() : address.toString())
                        .collect(Collectors.joining(", "));
    }

    private static String text(Part part) throws MessagingException, IOException {
        Object content = part.getContent();
        if (content instanceof Multipart parts) {
            return parts.getCount() == 0 ? "" : text(parts.getBodyPart(0));
        }
        return String.valueOf(content);
    }
}
