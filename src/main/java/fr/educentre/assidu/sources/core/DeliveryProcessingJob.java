package fr.educentre.assidu.sources.core;

import fr.educentre.assidu.evidence.Deliveries;
import fr.educentre.assidu.evidence.Deliveries.Delivery;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobType;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Processes the deliveries that wait, in batches, each whole or not at all. Those of a batch that fails are processed one by
 * one, so that one delivery that cannot be processed holds up no other.
 */
@Component
class DeliveryProcessingJob implements DurableJobHandler<DeliveryProcessingJob.Processing> {

    static final DurableJobType<Processing> TYPE = DurableJobType.of(
                    "connectors.understand", Processing.class, Processing::key)
            .readingEarlier(Processing::earlier);

    private static final int BATCH = 200;
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryProcessingJob.class);

    private final Deliveries deliveries;
    private final DeliveryProcessor digest;
    private final TransactionTemplate transaction;

    DeliveryProcessingJob(Deliveries deliveries, DeliveryProcessor digest, PlatformTransactionManager transactions) {
        this.deliveries = deliveries;
        this.digest = digest;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public DurableJobType<Processing> type() {
        return TYPE;
    }

    /** Takes up what a connector has waiting at that instant. */
    record Processing(String connector, Instant at) {

        private String key() {
            return connector + '@' + at.toEpochMilli();
        }

        private static Processing earlier(String key, String connector) {
            return new Processing(
                    connector, Instant.ofEpochMilli(Long.parseLong(key.substring(connector.length() + 1))));
        }
    }

    @Override
    public void run(Processing due) {
        int taken;
        do {
            taken = batch(due.connector());
        } while (taken == BATCH);
    }

    private int batch(String connector) {
        try {
            Integer taken = transaction.execute(status -> {
                List<Delivery> waiting = deliveries.claimWaiting(connector, BATCH);
                digest.all(connector, waiting);
                return waiting.size();
            });
            return taken == null ? 0 : taken;
        } catch (RuntimeException e) {
            LOG.warn("A batch of deliveries of {} failed ({}); taking them one by one", connector, e.toString());
            return oneByOne(connector);
        }
    }

    private int oneByOne(String connector) {
        List<Delivery> waiting = transaction.execute(status -> deliveries.claimWaiting(connector, BATCH));
        if (waiting == null) {
            return 0;
        }
        for (Delivery one : waiting) {
            try {
                transaction.executeWithoutResult(status -> deliveries
                        .claimWaiting(one.id())
                        .ifPresent(delivery -> digest.all(connector, List.of(delivery))));
            } catch (RuntimeException e) {
                LOG.warn("Delivery {} of {} failed: {}", one.id(), connector, e.toString());
                deliveries.failed(one.id(), digest.brokenDown());
            }
        }
        return waiting.size();
    }
}
