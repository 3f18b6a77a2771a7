package fr.educentre.assidu.messaging.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.messaging.Outbox.MessageView;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.workflow.TaskKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A mail that did not leave, or may have: sent again, its address put right, or marked as dealt with. */
@Component
public class FailedMailTask implements TaskKind {

    /** Definition key of the user task. */
    public static final String KEY = "courriel-en-echec";

    private static final String WHERE = "messaging.fact.where";
    private static final String SCREEN = "/courriels?courriel=";

    private final MessageStore messages;
    private final Journal journal;
    private final Texts texts;

    FailedMailTask(MessageStore messages, Journal journal, Texts texts) {
        this.messages = messages;
        this.journal = journal;
        this.texts = texts;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Card card(Actor actor, Map<String, Object> variables) {
        MessageView message = message(variables);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(texts.get("messaging.fact.what"), texts.get("messaging.task.advice"));
        facts.put(texts.get(WHERE), SCREEN + message.id());
        return new Card(
                "messaging.task.failed",
                new Object[] {message.recipient().name(), message.content().subject()},
                message.recipient().learnerId(),
                facts,
                Optional.empty());
    }

    /** The mail that a task of this kind is about, by the facts it shows. */
    public static Optional<UUID> message(Map<String, String> facts, Texts texts) {
        return Optional.ofNullable(facts.get(texts.get(WHERE)))
                .map(where -> UUID.fromString(where.substring(SCREEN.length())));
    }

    @Override
    public int withinWorkingDays() {
        return 1;
    }

    @Override
    public Set<Decision> decisions() {
        return Set.of(Decision.DONE);
    }

    @Override
    @Transactional
    public Map<String, Object> decide(Actor actor, Map<String, Object> variables, Decision decision, String comment) {
        MessageView message = message(variables);
        if (messages.settle(message.id(), actor.displayName(), comment.strip())) {
            journal.record(
                    JournalRecord.of("message.settled", "message", message.id().toString())
                            .by(actor.username(), actor.role().name())
                            .learner(message.recipient().learnerId())
                            .after(Map.of("comment", comment.strip())));
        }
        return Map.of();
    }

    private MessageView message(Map<String, Object> variables) {
        return messages.find(UUID.fromString(String.valueOf(variables.get(FailedMails.MESSAGE))))
                .orElseThrow(() -> Refusal.notFound("task"));
    }
}
