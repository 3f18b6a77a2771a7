package fr.educentre.assidu.workflow;

import java.time.Instant;

/** Work that survives a crash and is shared by nodes. At least once: a handler must be idempotent. */
public interface DurableJobs {

    /** Runs after the current transaction commits. A job of the same name and key that waits is not added again. */
    void submit(String name, String key, String payload);

    void submitAt(String name, String key, String payload, Instant runAt);
}
