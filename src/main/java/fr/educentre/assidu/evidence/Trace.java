package fr.educentre.assidu.evidence;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A trace as kept, with whose it currently is. */
public record Trace(
        UUID id,
        EvidenceSource source,
        Channel channel,
        TraceKind kind,
        Instant occurredAt,
        @Nullable UUID sessionId,
        @Nullable Instant from,
        @Nullable Instant to,
        String personKey,
        @Nullable String personName,
        @Nullable String activityKey,
        @Nullable String verb,
        Map<String, Object> payload,
        @Nullable UUID learnerId,
        @Nullable MatchMethod how,
        Instant recordedAt) {}
