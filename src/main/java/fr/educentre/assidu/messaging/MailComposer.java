package fr.educentre.assidu.messaging;

import fr.educentre.assidu.training.LearnerInfo;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Begins every mail, whichever module writes it; the module adds what only its own mails say. */
@Component
public class MailComposer {

    private final Outbox outbox;
    private final String baseUrl;

    MailComposer(Outbox outbox, @Value("${assidu.base-url}") String baseUrl) {
        this.outbox = outbox;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
    }

    /** To the learner, unless it is addressed to somebody else. */
    public Mail about(LearnerInfo learner) {
        return new Mail(outbox, baseUrl, learner);
    }
}
