package fr.educentre.assidu.documents.internal;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session or an activity of a learner, as a document counts it.
 *
 * @param fundingId to which the credited minutes are charged, where the document is one funding's
 */
record DocumentLine(
        Item item,
        UUID learnerId,
        LocalDate day,
        Minutes minutes,
        @Nullable UUID fundingId) {

    /** Which session, as decided in which version; or which activity. */
    record Item(
            @Nullable UUID sessionId,
            @Nullable Integer verdictVersion,
            @Nullable String activityKey) {

        static Item session(UUID id, @Nullable Integer verdictVersion) {
            return new Item(id, verdictVersion, null);
        }

        static Item activity(String key) {
            return new Item(null, null, key);
        }
    }

    /** What counts. */
    record Minutes(int observed, int credited) {}
}
