package fr.educentre.assidu.overview.ui;

import fr.educentre.assidu.attendance.Verdict;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Trace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one source shows of a learner within a session's slot, breaks taken out.
 *
 * @param signedAt instants of signatures, which last no time
 */
record SourceLane(EvidenceSource source, List<Stay> stays, List<Instant> signedAt) {

    /** @param open still there: the end is that of the moment it was looked at */
    record Stay(Instant from, Instant to, boolean open) {}

    boolean open() {
        return stays.stream().anyMatch(Stay::open);
    }

    /**
     * One lane a source. What the traces tell, whatever was decided from it; and where no trace tells from when to when,
     * what was retained (a mark that stands for the whole slot, activity on the platform).
     */
    static List<SourceLane> of(SessionInfo session, @Nullable Verdict verdict, List<Trace> traces, Instant now) {
        Map<EvidenceSource, List<Stay>> stays = new EnumMap<>(EvidenceSource.class);
        Map<EvidenceSource, List<Instant>> signed = new EnumMap<>(EvidenceSource.class);
        for (Trace trace : traces) {
            Instant from = trace.time().from();
            if (trace.kind() == TraceKind.SIGNATURE) {
                signed.computeIfAbsent(trace.origin().source(), source -> new ArrayList<>())
                        .add(from == null ? trace.time().occurredAt() : from);
            } else if (trace.kind() == TraceKind.INTERVAL && from != null) {
                boolean open = trace.time().to() == null && now.isBefore(session.endsAt());
                Instant to = trace.time().to() == null ? now : trace.time().to();
                stays.computeIfAbsent(trace.origin().source(), source -> new ArrayList<>())
                        .addAll(within(session, from, to, open));
            }
        }
        if (verdict != null) {
            retained(verdict).forEach((source, kept) -> stays.computeIfAbsent(source, any -> kept));
        }
        List<SourceLane> lanes = new ArrayList<>();
        for (EvidenceSource source : EvidenceSource.values()) {
            if (stays.containsKey(source) || signed.containsKey(source)) {
                lanes.add(new SourceLane(
                        source, merged(stays.getOrDefault(source, List.of())), signed.getOrDefault(source, List.of())));
            }
        }
        return lanes;
    }

    private static Map<EvidenceSource, List<Stay>> retained(Verdict verdict) {
        Map<EvidenceSource, List<Stay>> kept = new EnumMap<>(EvidenceSource.class);
        for (Verdict.Interval interval : verdict.proof().intervals()) {
            kept.computeIfAbsent(EvidenceSource.valueOf(interval.source()), source -> new ArrayList<>())
                    .add(new Stay(interval.from(), interval.to(), false));
        }
        return kept;
    }

    private static List<Stay> within(SessionInfo session, Instant from, Instant to, boolean open) {
        List<Stay> parts = new ArrayList<>();
        Instant at = from.isBefore(session.startsAt()) ? session.startsAt() : from;
        Instant end = to.isAfter(session.endsAt()) ? session.endsAt() : to;
        for (TimeSlot pause : session.breaks()) {
            if (at.isBefore(pause.from()) && pause.from().isBefore(end)) {
                parts.add(new Stay(at, pause.from(), false));
            }
            if (at.isBefore(pause.to()) && pause.from().isBefore(end)) {
                at = pause.to();
            }
        }
        if (at.isBefore(end)) {
            parts.add(new Stay(at, end, open));
        } else if (open && !parts.isEmpty()) {
            // During a break one is still connected.
            Stay last = parts.removeLast();
            parts.add(new Stay(last.from(), last.to(), true));
        }
        return parts;
    }

    /** Two devices at once are one presence. */
    private static List<Stay> merged(List<Stay> stays) {
        List<Stay> found = new ArrayList<>();
        for (Stay next : stays.stream()
                .sorted(Comparator.comparing(Stay::from).thenComparing(Stay::to))
                .toList()) {
            Stay last = found.isEmpty() ? null : found.getLast();
            if (last == null || next.from().isAfter(last.to())) {
                found.add(next);
            } else if (!next.to().isBefore(last.to())) {
                found.set(found.size() - 1, new Stay(last.from(), next.to(), next.open() || last.open()));
            }
        }
        return List.copyOf(found);
    }
}
