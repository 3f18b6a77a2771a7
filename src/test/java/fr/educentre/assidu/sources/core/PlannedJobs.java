package fr.educentre.assidu.sources.core;

import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobType;
import fr.educentre.assidu.workflow.DurableJobs;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Jobs in memory, with the rule of the real ones: of one name and key one waits, and it never runs later than asked for. */
class PlannedJobs implements DurableJobs {

    record Job(String name, Object payload, Instant at) {}

    private final Map<String, Job> waiting = new TreeMap<>();
    private final Clock clock;

    PlannedJobs(Clock clock) {
        this.clock = clock;
    }

    @Override
    public <P> void submit(DurableJobType<P> type, P payload) {
        submitAt(type, payload, clock.instant());
    }

    @Override
    public <P> void submitAt(DurableJobType<P> type, P payload, Instant runAt) {
        waiting.merge(
                type.name() + ":" + type.key().apply(payload),
                new Job(type.name(), payload, runAt),
                (known, given) -> new Job(type.name(), payload, known.at().isBefore(runAt) ? known.at() : runAt));
    }

    @Override
    public <P> void submitAtOnce(DurableJobType<P> type, Collection<? extends P> payloads) {
        payloads.forEach(payload -> submit(type, payload));
    }

    Map<String, Job> waiting() {
        return new LinkedHashMap<>(waiting);
    }

    /** Runs what is due, once each. */
    void runDue(DurableJobHandler<?>... handlers) {
        waiting().forEach((key, job) -> {
            if (!job.at().isAfter(clock.instant())) {
                waiting.remove(key);
                for (DurableJobHandler<?> handler : handlers) {
                    if (handler.type().name().equals(job.name())) {
                        run(handler, job.payload());
                        break;
                    }
                }
            }
        });
    }

    private static <P> void run(DurableJobHandler<P> handler, Object payload) {
        handler.run(handler.type().payload().cast(payload));
    }
}
