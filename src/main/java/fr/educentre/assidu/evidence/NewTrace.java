package fr.educentre.assidu.evidence;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A trace to be kept.
 */
public record NewTrace(
        Origin origin,
        TraceKind kind,
        TraceTime time,
        Person person,
        Subject about,
        Map<String, Object> payload,
        TraceMatch match) {

    /**
     * Which source said it, over which channel, in which delivery.
     *
     * @param key with source and occurredAt, what makes a repeat the same trace
     */
    public record Origin(
            EvidenceSource source,
            Channel channel,
            String key,
            @Nullable UUID deliveryId) {}

    /**
     * Who, as the source knows them.
     *
     * @param key who, in the source's words: issued identifier, else e-mail, else folded name
     */
    public record Person(
            String key,
            @Nullable String name,
            @Nullable String email,
            @Nullable String issuedId) {}

    /** What it tells of: a session or a meeting still to be found, an activity and what was done there. */
    public record Subject(
            @Nullable UUID sessionId,
            @Nullable String meetingKey,
            @Nullable String activityKey,
            @Nullable String verb) {}
}
