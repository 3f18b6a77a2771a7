package fr.educentre.assidu.evidence;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A trace as kept, with whose it currently is. */
public record Trace(
        UUID id,
        Origin origin,
        TraceKind kind,
        TraceTime time,
        Person person,
        Subject about,
        Map<String, Object> payload,
        TraceMatch match) {

    /** Which source said it, over which channel, and when it was recorded. */
    public record Origin(EvidenceSource source, Channel channel, Instant recordedAt) {}

    /** Who, as the source knows them. */
    public record Person(String key, @Nullable String name) {}

    /** What it tells of: a session, an activity and what was done there. */
    public record Subject(
            @Nullable UUID sessionId,
            @Nullable String activityKey,
            @Nullable String verb) {}
}
