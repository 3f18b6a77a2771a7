package fr.educentre.assidu.evidence;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A trace to be kept.
 *
 * @param occurredAt read from the payload, never the time of arrival
 * @param sourceKey with source and occurredAt, what makes a repeat the same trace
 * @param to null while the person is still there
 * @param personKey who, in the source's words: issued identifier, else e-mail, else folded name
 * @param learnerId when already known (mark by a person, issued identifier): matched at once as {@code how}
 */
public record NewTrace(
        EvidenceSource source,
        Channel channel,
        TraceKind kind,
        String sourceKey,
        Instant occurredAt,
        @Nullable UUID sessionId,
        @Nullable Instant from,
        @Nullable Instant to,
        String personKey,
        @Nullable String personName,
        @Nullable String personEmail,
        @Nullable String issuedId,
        @Nullable String meetingKey,
        @Nullable String activityKey,
        @Nullable String verb,
        Map<String, Object> payload,
        @Nullable UUID deliveryId,
        @Nullable UUID learnerId,
        @Nullable MatchMethod how) {}
