package fr.educentre.assidu.sources.core;

import fr.educentre.assidu.workflow.DurableJobType;
import java.util.UUID;

/**
 * A session that a source is to complete, at a time planned for it.
 *
 * @param variant tells this plan from another of the session; empty where there is only one
 */
public record CompletionDue(UUID session, String variant) {

    static DurableJobType<CompletionDue> of(String job) {
        return DurableJobType.of(job, CompletionDue.class, CompletionDue::key).readingEarlier(CompletionDue::earlier);
    }

    private String key() {
        return variant.isEmpty() ? session.toString() : session + ":" + variant;
    }

    private static CompletionDue earlier(String key, String variant) {
        int colon = key.indexOf(':');
        return new CompletionDue(UUID.fromString(colon < 0 ? key : key.substring(0, colon)), variant);
    }
}
