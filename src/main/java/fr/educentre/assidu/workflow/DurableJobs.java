package fr.educentre.assidu.workflow;

import java.time.Instant;
import java.util.Collection;

/** Work that survives a crash and is shared by nodes. At least once: a handler must be idempotent. */
public interface DurableJobs {

    /**
     * Runs after the current transaction commits. A job of the same type and key that waits is not added again: it gets the
     * payload given last.
     */
    <P> void submit(DurableJobType<P> type, P payload);

    /** A job that waits already never runs later than asked for here. */
    <P> void submitAt(DurableJobType<P> type, P payload, Instant runAt);

    /**
     * As {@link #submit(DurableJobType, Object)}, for what the caller's screen or answer shows: the jobs are run in the
     * caller's thread as soon as the transaction has committed and its connection is free again. Not where the caller is a
     * job itself, nor where there are more of them than a person would wait for. One that fails is tried again like any
     * other, and the caller is not disturbed: what it committed stands.
     */
    <P> void submitAtOnce(DurableJobType<P> type, Collection<? extends P> payloads);
}
