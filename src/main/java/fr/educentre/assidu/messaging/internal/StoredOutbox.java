package fr.educentre.assidu.messaging.internal;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.OpenTo;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.messaging.Outbox;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.workflow.DurableJobs;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class StoredOutbox implements Outbox {

    private final MessageStore messages;
    private final MailTemplates templates;
    private final DurableJobs jobs;
    private final FailedMails failures;
    private final Learners learners;
    private final CentreNames centre;

    StoredOutbox(
            MessageStore messages,
            MailTemplates templates,
            DurableJobs jobs,
            FailedMails failures,
            Learners learners,
            CentreNames centre) {
        this.messages = messages;
        this.templates = templates;
        this.jobs = jobs;
        this.failures = failures;
        this.learners = learners;
        this.centre = centre;
    }

    @Override
    @Transactional
    @OpenTo(value = OpenTo.Audience.MODULES, because = "a message follows from what was decided elsewhere")
    public UUID enqueue(NewMessage message) {
        Locale locale = "en".equals(message.values().get("langue")) ? Locale.ENGLISH : Locale.FRENCH;
        var text = templates.render(message.templateKey(), locale, centre.added(message.values()));
        boolean writable = MailTransport.writable(message.recipient().address());
        Optional<UUID> added = writable
                ? messages.insert(message, locale, text, MessageState.QUEUED, null)
                : messages.insert(message, locale, text, MessageState.FAILED, Wording.of("messaging.problem.address"));
        added.ifPresent(id -> {
            if (writable) {
                jobs.submit(MessageSendingJob.TYPE, new MessageSendingJob.Sending(id));
            } else {
                failures.needsSomeone(id);
            }
        });
        return added.orElseGet(() -> messages.idOf(message.idempotencyKey()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<MessageView> find(UUID id) {
        return messages.find(id);
    }

    @Override
    @Transactional(readOnly = true)
    public PageOf<MessageView> search(@Nullable UUID learnerId, @Nullable String state, int page, int size) {
        return messages.search(
                new MessageStore.Criteria(
                        learnerId == null ? null : List.of(learnerId),
                        state == null ? null : MessageState.valueOf(state),
                        List.of()),
                page,
                size);
    }

    @Override
    @Transactional(readOnly = true)
    public List<MessageView> ofLearner(UUID learnerId) {
        return messages.ofLearner(learnerId);
    }

    @Override
    @Transactional
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT})
    public void resend(UUID messageId) {
        MessageView message = required(messageId);
        addressNow(message.recipient()).ifPresent(address -> messages.readdress(messageId, address, true));
        if (!messages.queueAgain(messageId)) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.message.notFailed");
        }
        failures.settled(messageId);
        jobs.submit(MessageSendingJob.TYPE, new MessageSendingJob.Sending(messageId));
    }

    /** Where a learner is written to today, when that was put right since the message was written. */
    private Optional<String> addressNow(Recipient recipient) {
        return recipient.kind() != RecipientKind.LEARNER
                ? Optional.empty()
                : Optional.ofNullable(recipient.learnerId())
                        .flatMap(learners::find)
                        .map(LearnerInfo::email)
                        .filter(address -> !address.equals(recipient.address()))
                        .filter(MailTransport::writable);
    }

    @Override
    @Transactional
    @OpenTo(value = OpenTo.Audience.MODULES, because = "a message follows from what was decided elsewhere")
    public void stop(UUID messageId) {
        required(messageId);
        if (!messages.stop(messageId)) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.message.left");
        }
        failures.settled(messageId);
    }

    @Override
    @Transactional
    @OpenTo(value = OpenTo.Audience.MODULES, because = "a message follows from what was decided elsewhere")
    public int stopUnsent(String correlation, Set<String> templateKeys) {
        List<MessageStore.Stopped> stopped = messages.stopUnsent(correlation, templateKeys);
        stopped.stream().filter(MessageStore.Stopped::failed).forEach(message -> failures.settled(message.id()));
        return stopped.size();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean wasWritten(Collection<String> idempotencyKeys) {
        return messages.wasWritten(idempotencyKeys);
    }

    private MessageView required(UUID messageId) {
        return messages.find(messageId).orElseThrow(() -> Refusal.notFound("message"));
    }
}
