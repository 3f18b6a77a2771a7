package fr.educentre.assidu.messaging.internal;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import jakarta.mail.MessagingException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the SMTP server is doing, by what became of the mails, and whether it answers now. */
@Service
public class MailServer {

    private final MessageStore messages;
    private final JavaMailSender sender;

    MailServer(MessageStore messages, JavaMailSender sender) {
        this.messages = messages;
        this.sender = sender;
    }

    /**
     * @param triedAgain mails that it did not take and that are to be tried again
     * @param triedSince when the oldest of them was written
     * @param failed mails that wait for somebody
     */
    public record Health(
            @Nullable Instant lastSentAt,
            long waiting,
            long triedAgain,
            @Nullable Instant triedSince,
            long failed) {}

    @Transactional(readOnly = true)
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
    public Health health() {
        return messages.health();
    }

    /** Opens a connection and signs in, without a mail. @return what went wrong, empty when it answers */
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
    public Optional<String> test() {
        if (!(sender instanceof JavaMailSenderImpl smtp)) {
            return Optional.empty();
        }
        try {
            smtp.testConnection();
            return Optional.empty();
        } catch (MessagingException e) {
            return Optional.of(MailTemplates.oneLine(String.valueOf(e.getMessage())));
        }
    }
}
