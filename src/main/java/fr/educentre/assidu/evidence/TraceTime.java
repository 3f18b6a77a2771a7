package fr.educentre.assidu.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a trace happened, and the stay that it tells of.
 *
 * @param occurredAt read from the payload, never the time of arrival
 * @param to null while the person is still there
 */
public record TraceTime(
        Instant occurredAt,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** Of something that does not last. */
    public static TraceTime at(Instant moment) {
        return new TraceTime(moment, null, null);
    }
}
