package fr.educentre.assidu.messaging.internal;

import fr.educentre.assidu.messaging.internal.MailTransport.Outcome;
import fr.educentre.assidu.messaging.internal.MessageStore.Claimed;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobType;
import fr.educentre.assidu.workflow.DurableJobs;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends a queued message. That it is being sent is committed before the server sees it, and that it was sent right
 * after: a crash in between leaves a message of which nobody knows whether it left. Such a one is never sent again by
 * itself; a person decides.
 */
@Component
class MessageSendingJob implements DurableJobHandler<MessageSendingJob.Sending> {

    static final DurableJobType<Sending> TYPE = DurableJobType.of(
                    "messaging.send",
                    Sending.class,
                    sending -> sending.message().toString())
            .readingEarlier((key, text) -> new Sending(UUID.fromString(key)));

    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(20),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12));

    private final MessageStore messages;
    private final MailTransport transport;
    private final DurableJobs jobs;
    private final FailedMails failures;
    private final MailMetrics metrics;
    private final Clock clock;
    private final TransactionTemplate apart;

    MessageSendingJob(
            MessageStore messages,
            MailTransport transport,
            DurableJobs jobs,
            FailedMails failures,
            MailMetrics metrics,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.messages = messages;
        this.transport = transport;
        this.jobs = jobs;
        this.failures = failures;
        this.metrics = metrics;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** What is to be sent. */
    record Sending(UUID message) {}

    @Override
    public DurableJobType<Sending> type() {
        return TYPE;
    }

    @Override
    public void run(Sending sending) {
        UUID id = sending.message();
        Optional<Claimed> claimed = apart.execute(status -> messages.claim(id));
        if (claimed == null || claimed.isEmpty()) {
            fail(id, "messaging.problem.uncertain");
            return;
        }
        Claimed message = claimed.get();
        Outcome outcome = transport.send(message);
        metrics.count(outcome);
        switch (outcome) {
            case Outcome.Accepted accepted ->
                apart.executeWithoutResult(status -> messages.sent(id, accepted.messageId()));
            case Outcome.NotNow failure when message.attempt() <= WAITS.size() -> tryLater(message, failure.why());
            case Outcome.NotNow failure -> fail(id, "messaging.problem.gaveUp", message.attempt(), failure.why());
            case Outcome.Never failure -> fail(id, "messaging.problem.refused", failure.why());
            case Outcome.Unsure failure -> fail(id, "messaging.problem.broken", failure.why());
        }
    }

    private void tryLater(Claimed message, String why) {
        messages.sendingBecomes(MessageState.QUEUED, message.id(), Wording.of("messaging.problem.later", why));
        Duration wait = WAITS.get(message.attempt() - 1);
        jobs.submitAt(TYPE, new Sending(message.id()), clock.instant().plus(wait));
    }

    private void fail(UUID id, String problemKey, Object... arguments) {
        if (messages.sendingBecomes(MessageState.FAILED, id, Wording.of(problemKey, arguments))) {
            failures.needsSomeone(id);
        }
    }
}
