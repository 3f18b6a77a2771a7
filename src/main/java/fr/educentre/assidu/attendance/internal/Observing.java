package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.Verdict;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Trace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.training.Modality;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Traces of one learner to what they show. Minutes come from the intervals; a person's mark replaces them when it says from
 * when to when, or that the learner was not there; where there are no intervals, a mark of presence (or a signature) stands
 * for the whole taught time.
 */
final class Observing {

    private static final Set<EvidenceSource> CONNECTIONS = EnumSet.of(
            EvidenceSource.ZOOM,
            EvidenceSource.TEAMS,
            EvidenceSource.BIGBLUEBUTTON,
            EvidenceSource.PLATFORM,
            EvidenceSource.XAPI);

    private final SessionInfo session;
    private final Instant now;
    private final boolean trainerSigned;

    /** @param trainerSigned a signature alone stands for a distance session only when countersigned */
    Observing(SessionInfo session, Instant now, boolean trainerSigned) {
        this.session = session;
        this.now = now;
        this.trainerSigned = trainerSigned;
    }

    /**
     * @param traces the learner's own
     * @param connections stretches of activity on the platform, for a session held there
     */
    Observation of(List<Trace> traces, List<TimeSlot> connections, @Nullable PersonMark mark) {
        Map<EvidenceSource, List<TimeSlot>> bySource = new EnumMap<>(EvidenceSource.class);
        List<UUID> evidence = new ArrayList<>();
        Set<EvidenceSource> sources = EnumSet.noneOf(EvidenceSource.class);
        Trace signature = null;
        for (Trace trace : traces) {
            evidence.add(trace.id());
            sources.add(trace.source());
            if (trace.kind() == TraceKind.SIGNATURE
                    && (signature == null || !trace.recordedAt().isBefore(signature.recordedAt()))) {
                signature = trace;
            }
            TimeSlot stretch = stretch(trace);
            if (stretch != null) {
                bySource.computeIfAbsent(trace.source(), s -> new ArrayList<>()).add(stretch);
            }
        }
        if (!connections.isEmpty()) {
            bySource.computeIfAbsent(EvidenceSource.XAPI, s -> new ArrayList<>())
                    .addAll(connections);
        }
        boolean connected = bySource.keySet().stream().anyMatch(CONNECTIONS::contains);
        Map<EvidenceSource, List<TimeSlot>> retained = retained(bySource, mark, signature);
        return observation(retained, evidence, sources, signature != null, connected);
    }

    private Map<EvidenceSource, List<TimeSlot>> retained(
            Map<EvidenceSource, List<TimeSlot>> bySource, @Nullable PersonMark mark, @Nullable Trace signature) {
        boolean shown = bySource.values().stream()
                .anyMatch(slots -> taught(Stretches.of(slots)).minutes() > 0);
        if (mark != null) {
            if (mark.status() == AttendanceStatus.ABSENT || mark.status() == AttendanceStatus.EXEMPT) {
                return Map.of();
            }
            if (mark.from() != null || mark.to() != null || !shown) {
                return Map.of(EvidenceSource.ROLL_CALL, stated(mark));
            }
        } else if (!shown && signature != null && (session.modality() == Modality.IN_PERSON || trainerSigned)) {
            return Map.of(EvidenceSource.SIGNATURE, signedFor(signature));
        }
        return bySource;
    }

    /** The whole slot, unless the sheet says by how much they came late, or when they left. */
    private List<TimeSlot> signedFor(Trace signature) {
        Instant from = session.startsAt();
        Instant to = session.endsAt();
        if (signature.payload().get("lateMinutes") instanceof Number late && late.intValue() > 0) {
            from = from.plus(Duration.ofMinutes(late.intValue()));
        }
        if (signature.payload().get("leftAt") instanceof String left) {
            Instant leftAt = instant(left);
            to = leftAt != null && leftAt.isBefore(to) ? leftAt : to;
        }
        return to.isAfter(from) ? List.of(new TimeSlot(from, to)) : List.of();
    }

    private static @Nullable Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private List<TimeSlot> stated(PersonMark mark) {
        Instant from = mark.from() == null ? session.startsAt() : mark.from();
        Instant to = mark.to() == null ? session.endsAt() : mark.to();
        return to.isAfter(from) ? List.of(new TimeSlot(from, to)) : List.of();
    }

    private @Nullable TimeSlot stretch(Trace trace) {
        Instant from = trace.from();
        if (trace.kind() != TraceKind.INTERVAL || from == null) {
            return null;
        }
        Instant to = trace.to() == null ? now : trace.to();
        return to.isAfter(from) ? new TimeSlot(from, to) : null;
    }

    private Observation observation(
            Map<EvidenceSource, List<TimeSlot>> bySource,
            List<UUID> evidence,
            Set<EvidenceSource> sources,
            boolean signed,
            boolean connected) {
        List<Verdict.Interval> intervals = new ArrayList<>();
        Stretches all = Stretches.NONE;
        for (EvidenceSource source : EvidenceSource.values()) {
            Stretches there =
                    Stretches.of(bySource.getOrDefault(source, List.of())).within(session.slot());
            all = all.and(there);
            there.without(session.breaks())
                    .slots()
                    .forEach(s -> intervals.add(new Verdict.Interval(s.from(), s.to(), source.name())));
        }
        return new Observation(
                intervals,
                Math.min(all.without(session.breaks()).minutes(), session.taughtMinutes()),
                all.start().map(first -> begun(session.startsAt(), first)).orElse(null),
                all.end().map(last -> begun(last, session.endsAt())).orElse(null),
                evidence.stream().distinct().sorted().toList(),
                sources.stream().map(Enum::name).toList(),
                signed,
                connected);
    }

    private Stretches taught(Stretches any) {
        return any.within(session.slot()).without(session.breaks());
    }

    /** Begun minutes, so that 10 min 30 s is more than a tolerance of 10. */
    private static int begun(Instant from, Instant to) {
        Duration gap = Duration.between(from, to);
        return (int)
                (gap.isZero() ? 0 : gap.plusSeconds(59).plusNanos(999_999_999).toMinutes());
    }
}
