package fr.educentre.assidu.messaging.internal;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.OpenTo;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.messaging.Outbox;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.Centre;
import fr.educentre.assidu.training.OrganisationInfo;
import fr.educentre.assidu.workflow.DurableJobs;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private final Centre centre;
    private final Texts texts;

    StoredOutbox(MessageStore messages, MailTemplates templates, DurableJobs jobs, Centre centre, Texts texts) {
        this.messages = messages;
        this.templates = templates;
        this.jobs = jobs;
        this.centre = centre;
        this.texts = texts;
    }

    @Override
    @Transactional
    @OpenTo(value = OpenTo.Audience.MODULES, because = "a message follows from what was decided elsewhere")
    public UUID enqueue(NewMessage message) {
        Locale locale = "en".equals(message.values().get("langue")) ? Locale.ENGLISH : Locale.FRENCH;
        var text = templates.render(message.templateKey(), locale, withCentre(message.values()));
        boolean writable = MailTransport.writable(message.recipient().address());
        Optional<UUID> added = writable
                ? messages.insert(message, locale, text, MessageState.QUEUED, null)
                : messages.insert(message, locale, text, MessageState.FAILED, Wording.of("messaging.problem.address"));
        added.filter(id -> writable)
                .ifPresent(id -> jobs.submit(MessageSendingJob.TYPE, new MessageSendingJob.Sending(id)));
        return added.orElseGet(() -> messages.idOf(message.idempotencyKey()));
    }

    private Map<String, String> withCentre(Map<String, String> values) {
        if (values.containsKey("organisme") && values.containsKey("telephone")) {
            return values;
        }
        Map<String, String> all = new HashMap<>(values);
        try {
            OrganisationInfo organisation = centre.organisation();
            all.putIfAbsent("organisme", organisation.name());
            all.putIfAbsent("telephone", organisation.contact().phone());
        } catch (Refusal notDescribedYet) {
            all.putIfAbsent("organisme", texts.in(Texts.FRENCH, "shell.app"));
            all.putIfAbsent("telephone", "");
        }
        return all;
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
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT, Role.ADMIN})
    public void resend(UUID messageId) {
        required(messageId);
        if (!messages.queueAgain(messageId)) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.message.notFailed");
        }
        jobs.submit(MessageSendingJob.TYPE, new MessageSendingJob.Sending(messageId));
    }

    @Override
    @Transactional
    @OpenTo(value = OpenTo.Audience.MODULES, because = "a message follows from what was decided elsewhere")
    public void stop(UUID messageId) {
        required(messageId);
        if (!messages.stop(messageId)) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.message.left");
        }
    }

    @Override
    @Transactional
    @OpenTo(value = OpenTo.Audience.MODULES, because = "a message follows from what was decided elsewhere")
    public int stopUnsent(String correlation, Set<String> templateKeys) {
        return messages.stopUnsent(correlation, templateKeys);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean wasWritten(Collection<String> idempotencyKeys) {
        return messages.wasWritten(idempotencyKeys);
    }

    private void required(UUID messageId) {
        if (messages.find(messageId).isEmpty()) {
            throw Refusal.notFound("message");
        }
    }
}
