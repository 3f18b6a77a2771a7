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

    /**
     * In the payload of a trace that a file tells: what its clock showed, to the minute, in whatever zone it was read. By it
     * the same line is known again in a copy of the file whose bytes are others.
     */
    public static final String CLOCK = "clock";

    /** Of something that does not last. */
    public static TraceTime at(Instant moment) {
        return new TraceTime(moment, null, null);
    }
}
