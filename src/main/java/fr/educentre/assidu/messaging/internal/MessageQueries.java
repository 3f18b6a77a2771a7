package fr.educentre.assidu.messaging.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.access.ResourceGuard;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.messaging.MessageRights;
import fr.educentre.assidu.messaging.Outbox;
import fr.educentre.assidu.messaging.Outbox.MessageView;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The messages as people may read them ({@link MessageRights}): trainers those to the learners they teach, learners their own.
 */
@Service
public class MessageQueries implements ResourceGuard {

    private final MessageStore messages;
    private final Outbox outbox;
    private final Learners learners;
    private final Ownership ownership;
    private final CurrentActor current;
    private final Journal journal;
    private final FailedMails failures;

    MessageQueries(
            MessageStore messages,
            Outbox outbox,
            Learners learners,
            Ownership ownership,
            CurrentActor current,
            Journal journal,
            FailedMails failures) {
        this.messages = messages;
        this.outbox = outbox;
        this.learners = learners;
        this.ownership = ownership;
        this.current = current;
        this.journal = journal;
        this.failures = failures;
    }

    /** Failed and dealt with by nobody, as far as they are the reader's to deal with. */
    @Transactional(readOnly = true)
    public long needingSomeone() {
        return mayChange(current.get()) ? messages.countUnsettled() : 0;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public PageOf<MessageView> search(@Nullable UUID learnerId, @Nullable MessageState state, int page, int size) {
        Actor actor = current.get();
        if (learnerId != null) {
            ownership.requireLearner(actor, learnerId);
        }
        Collection<UUID> about = learnerId == null ? visibleTo(actor) : List.of(learnerId);
        return messages.search(new MessageStore.Criteria(about, state, MessageRights.readable(actor)), page, size);
    }

    /** Refused NOT_FOUND, then NOT_YOURS. */
    @Transactional(readOnly = true)
    public MessageView get(UUID id) {
        return required(current.get(), id);
    }

    @Transactional
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT})
    public void resend(UUID id) {
        MessageView message = changeable(id);
        outbox.resend(id);
        record("message.resent", message, MessageState.QUEUED);
    }

    @Transactional
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT})
    public void stop(UUID id) {
        MessageView message = changeable(id);
        outbox.stop(id);
        record("message.stopped", message, MessageState.STOPPED);
    }

    /** A message that failed is left as it is: what it was for was done otherwise, or it arrived after all. */
    @Transactional
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT})
    public void settle(UUID id, String note) {
        MessageView message = changeable(id);
        if (!messages.settle(id, current.get().displayName(), note.strip())) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.message.notFailed");
        }
        failures.settled(id);
        record("message.settled", message, MessageState.FAILED);
    }

    /**
     * Sends a message that failed to another address.
     *
     * @throws Refusal INVALID for what is no address; CONFLICT where the message did not fail, or holds a link that is its
     *     recipient's alone: their address is put right where they are known
     */
    @Transactional
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT})
    public void resendTo(UUID id, String address) {
        MessageView message = changeable(id);
        if (!MailTransport.writable(address.strip())) {
            throw Refusal.invalid("refusal.message.address");
        }
        if (!MessageState.FAILED.name().equals(message.delivery().state())) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.message.notFailed");
        }
        if (message.recipient().kind() == Outbox.RecipientKind.LEARNER
                || !messages.readdress(id, address.strip(), false)) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.message.itsRecipients");
        }
        outbox.resend(id);
        record("message.readdressed", message, MessageState.QUEUED);
    }

    @Override
    public String kind() {
        return "message";
    }

    @Override
    @Transactional(readOnly = true)
    public void check(Actor actor, UUID id) {
        required(actor, id);
    }

    public static boolean mayChange(Actor actor) {
        return actor.is(Role.QUALITY_MANAGER, Role.REFERENT);
    }

    private MessageView changeable(UUID id) {
        if (!mayChange(current.get())) {
            throw Refusal.role();
        }
        return required(current.get(), id);
    }

    private MessageView required(Actor actor, UUID id) {
        MessageView message = messages.find(id).orElseThrow(() -> Refusal.notFound("message"));
        if (!MessageRights.readable(actor).contains(message.recipient().kind())) {
            throw Refusal.notYours();
        }
        if (actor.is(Role.TRAINER, Role.LEARNER)) {
            UUID learner = message.recipient().learnerId();
            if (learner == null) {
                throw Refusal.notYours();
            }
            ownership.requireLearner(actor, learner);
        }
        return message;
    }

    /** Null for the messages about everyone and about nobody. */
    private @Nullable Collection<UUID> visibleTo(Actor actor) {
        return switch (actor.role()) {
            case QUALITY_MANAGER, REFERENT, AUDITOR -> null;
            case ADMIN -> List.of();
            case LEARNER -> actor.personId() == null ? List.of() : List.of(actor.personId());
            case TRAINER -> actor.personId() == null ? List.of() : taughtBy(actor.personId());
        };
    }

    private List<UUID> taughtBy(UUID trainerId) {
        List<UUID> ids = new ArrayList<>();
        PageOf<LearnerInfo> slice;
        int page = 0;
        do {
            slice = learners.search(null, null, trainerId, page++, PageOf.MAX_SIZE);
            slice.items().forEach(learner -> ids.add(learner.id()));
        } while (!slice.items().isEmpty() && ids.size() < slice.totalElements());
        return ids;
    }

    private void record(String action, MessageView message, MessageState becomes) {
        Actor actor = current.get();
        journal.record(JournalRecord.of(action, "message", message.id().toString())
                .by(actor.displayName(), actor.role().name())
                .learner(message.recipient().learnerId())
                .before(Map.of("state", message.delivery().state()))
                .after(Map.of("state", becomes.name())));
    }
}
