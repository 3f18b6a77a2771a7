package fr.educentre.assidu.messaging.internal;

import fr.educentre.assidu.messaging.Outbox.MessageView;
import fr.educentre.assidu.workflow.NightlyTask;
import fr.educentre.assidu.workflow.ProcessMessages;
import fr.educentre.assidu.workflow.ProcessStarts;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A mail that failed, or of which nobody knows whether it left, becomes a task of the quality manager. Each night those that
 * have none get theirs: they failed before there were such tasks.
 */
@Component
class FailedMails implements NightlyTask {

    static final String MESSAGE = "messageId";

    private static final Logger LOG = LoggerFactory.getLogger(FailedMails.class);

    private static final String PROCESS = "failed-mail";
    private static final String SETTLED = "mail-settled";
    private static final int MOST_A_NIGHT = 500;

    private final MessageStore messages;
    private final ProcessStarts processes;
    private final ProcessMessages news;

    FailedMails(MessageStore messages, ProcessStarts processes, ProcessMessages news) {
        this.messages = messages;
        this.processes = processes;
        this.news = news;
    }

    /** In the transaction in which it failed. */
    void needsSomeone(UUID id) {
        messages.find(id).ifPresent(message -> {
            // Neither whom it was for nor what a server repeats of it.
            LOG.warn(
                    "Courriel {} ({}, {}) en échec, une tâche attend / mail failed, a task waits",
                    id,
                    message.templateKey(),
                    message.recipient().kind());
            ask(message);
        });
    }

    private void ask(MessageView message) {
        Map<String, String> variables = new HashMap<>();
        variables.put(MESSAGE, message.id().toString());
        UUID learner = message.recipient().learnerId();
        if (learner != null) {
            variables.put("learnerId", learner.toString());
        }
        processes.startUnlessRunning(PROCESS, key(message.id()), variables);
    }

    /** It was sent again, stopped or dealt with elsewhere: the task is over. */
    void settled(UUID id) {
        news.tell(SETTLED, key(id));
    }

    private static String key(UUID id) {
        return PROCESS + ":" + id;
    }

    @Override
    public String name() {
        return "failed-mails";
    }

    @Override
    @Transactional
    public void run() {
        messages.unsettled(MOST_A_NIGHT).forEach(this::ask);
    }
}
