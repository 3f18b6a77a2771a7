package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who worked on the platform, from when to when, as traces being recorded tell. To ask the database afterwards would read
 * all that these learners ever did.
 */
final class ActivitySpans {

    private static final Set<EvidenceSource> SOURCES = EnumSet.of(EvidenceSource.XAPI, EvidenceSource.PLATFORM);

    private final Map<UUID, TimeSlot> spans = new HashMap<>();

    void add(NewTrace trace, UUID learnerId) {
        if (trace.kind() == TraceKind.ACTIVITY
                && SOURCES.contains(trace.origin().source())) {
            // As exact as it is stored; the end is the first moment that is no longer part of it.
            Instant at = trace.time().occurredAt().truncatedTo(ChronoUnit.MICROS);
            spans.merge(learnerId, new TimeSlot(at, at.plusMillis(1)), ActivitySpans::both);
        }
    }

    Map<UUID, TimeSlot> spans() {
        return Map.copyOf(spans);
    }

    private static TimeSlot both(TimeSlot a, TimeSlot b) {
        return new TimeSlot(
                a.from().isBefore(b.from()) ? a.from() : b.from(), a.to().isAfter(b.to()) ? a.to() : b.to());
    }
}
