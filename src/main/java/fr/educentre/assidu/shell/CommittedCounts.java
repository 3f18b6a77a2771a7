package fr.educentre.assidu.shell;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counters of what stands: a transaction that is rolled back has counted nothing. */
@Component
public class CommittedCounts {

    private final MeterRegistry meters;

    CommittedCounts(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Shown from the beginning, at 0. @param tags names and values in turn */
    public void announce(String name, String... tags) {
        meters.counter(name, tags);
    }

    /** @param tags names and values in turn */
    public void one(String name, String... tags) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            meters.counter(name, tags).increment();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                meters.counter(name, tags).increment();
            }
        });
    }
}
