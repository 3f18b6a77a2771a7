package fr.educentre.assidu.messaging;

import fr.educentre.assidu.messaging.Outbox.Recipient;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Wording;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Messages to be sent, written in the transaction that decides them; the same key is never sent twice. */
public interface Outbox {

    /**
     * Writes the message as it will leave. An address that cannot be written to makes a message in state {@code FAILED},
     * for a person to see.
     *
     * @return the message's id, that of the earlier one when the key was already used
     * @throws IllegalArgumentException when there is no such template, or a blank has no value
     */
    UUID enqueue(NewMessage message);

    Optional<MessageView> find(UUID id);

    /** Newest first. */
    PageOf<MessageView> search(@Nullable UUID learnerId, @Nullable String state, int page, int size);

    List<MessageView> ofLearner(UUID learnerId);

    /** A message that failed is tried again; refused CONFLICT otherwise. Called by code that checked the caller. */
    void resend(UUID messageId);

    /** A message not sent yet never leaves; refused CONFLICT when it left already. Called by code that checked the caller. */
    void stop(UUID messageId);

    /**
     * What was written of one matter with one of these templates and has not left never leaves.
     *
     * @return how many messages that concerned
     */
    int stopUnsent(String correlation, Set<String> templateKeys);

    /** Whether a message was written for one of these keys, and was not stopped. */
    boolean wasWritten(Collection<String> idempotencyKeys);

    /**
     * @param idempotencyKey what the message is for, e.g. {@code absence:<learner>:<half-day>:request}
     * @param templateKey e.g. {@code absence-du-jour}: the files {@code mail/<key>_fr.txt} and {@code _en.txt}
     * @param values of the template's blanks, all of them, an empty text where there is nothing to say; {@code
     *     organisme}
     *     and {@code telephone} are those of the centre unless given, {@code langue} chooses {@code fr} or {@code en}
     * @param why for the people who read the list of messages
     * @param correlation {@code alert:<id>}, {@code absence:<learner>:<half-day>}, {@code justification:<id>}
     */
    record NewMessage(
            String idempotencyKey,
            String templateKey,
            Recipient recipient,
            Map<String, String> values,
            Wording why,
            String correlation) {}

    /** To whom. */
    enum RecipientKind {
        LEARNER,
        GUARDIAN,
        EMPLOYER,
        TUTOR,
        TRAINER,
        REFERENT,
        STAFF,
        FUNDER
    }

    /** @param learnerId whom it is about, or to */
    record Recipient(
            RecipientKind kind,
            String name,
            String address,
            @Nullable UUID learnerId) {}

    /** @param why and problem: in the reader's language */
    record MessageView(
            UUID id, String templateKey, Recipient recipient, Content content, String why, Delivery delivery) {

        /** What it says. */
        public record Content(String subject, String text) {}

        /** What became of it. @param settled it failed, and somebody marked it as dealt with */
        public record Delivery(
                String state,
                @Nullable String problem,
                Instant createdAt,
                @Nullable Instant sentAt,
                boolean settled) {}
    }
}
