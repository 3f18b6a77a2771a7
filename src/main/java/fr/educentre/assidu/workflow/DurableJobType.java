package fr.educentre.assidu.workflow;

import java.util.function.Function;

/**
 * A kind of durable work.
 *
 * @param name kept in the database with each job: it never changes
 * @param payload a record, or a sealed interface of records, kept as JSON: what is added to it must have a default
 * @param key two jobs of the same key are one; nothing is ever read from it
 * @param retries when one fails
 * @param earlier reads what the version before kept as text
 */
public record DurableJobType<P>(
        String name, Class<P> payload, Function<P, String> key, JobRetries retries, EarlierPayload<P> earlier) {

    public static <P> DurableJobType<P> of(String name, Class<P> payload, Function<P, String> key) {
        return new DurableJobType<>(name, payload, key, JobRetries.USUAL, (kept, text) -> {
            throw new IllegalStateException("No payload of " + name + ": " + text);
        });
    }

    public DurableJobType<P> retried(JobRetries policy) {
        return new DurableJobType<>(name, payload, key, policy, earlier);
    }

    public DurableJobType<P> readingEarlier(EarlierPayload<P> reader) {
        return new DurableJobType<>(name, payload, key, retries, reader);
    }

    /** Before payloads were JSON, a job said what it was about in its key, in a text, or in both. */
    @FunctionalInterface
    public interface EarlierPayload<P> {

        P read(String key, String text);
    }
}
