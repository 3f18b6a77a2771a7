package fr.educentre.assidu.overview;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a learner.
 *
 * @param at in the zone of the session concerned, else of the learner's group
 * @param title in the reader's language
 * @param status of the verdict, case, alert or message: a code of the contract
 * @param source of a trace
 */
public record TimelineEntry(
        OffsetDateTime at,
        Kind kind,
        String id,
        String title,
        @Nullable String detail,
        @Nullable String status,
        @Nullable String source,
        @JsonUnwrapped TimelineSession session) {

    /** The same, said in other words. */
    TimelineEntry titled(String words) {
        return new TimelineEntry(at, kind, id, words, detail, status, source, session);
    }

    /** In which session. */
    public record TimelineSession(
            @Nullable UUID sessionId, @Nullable String sessionTitle) {}

    /** What happened. */
    public enum Kind {
        TRACE,
        VERDICT,
        ABSENCE,
        ALERT,
        RELAUNCH,
        MESSAGE,
        JUSTIFICATION,
        DOCUMENT,
        CONTACT,
        ENROLMENT_EVENT
    }
}
