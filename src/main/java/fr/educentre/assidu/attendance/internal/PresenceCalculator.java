package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.attendance.Attendance.Discordance;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.Verdict;
import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Trace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.rules.SourceTrust;
import fr.educentre.assidu.rules.SourceTrust.SignInOrLog;
import fr.educentre.assidu.training.Modality;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Traces of one learner to what they show. Minutes come from the intervals; a person's mark replaces them when it says from
 * when to when, or that the learner was not there; where there are no intervals, a mark of presence (or a signature) stands
 * for the whole taught time. Where sources disagree the published order of trust tells which is retained; what is set aside
 * is told.
 */
final class PresenceCalculator {

    private static final Set<EvidenceSource> CONNECTIONS = EnumSet.of(
            EvidenceSource.ZOOM,
            EvidenceSource.TEAMS,
            EvidenceSource.BIGBLUEBUTTON,
            EvidenceSource.PLATFORM,
            EvidenceSource.XAPI);

    private final SessionInfo session;
    private final Instant now;
    private final boolean trainerSigned;
    private final boolean logged;
    private final SourceTrust trust;

    /**
     * @param trainerSigned a signature alone stands for a distance session only when countersigned
     * @param logged a connection log of the session is known, whomever it shows
     */
    PresenceCalculator(SessionInfo session, Instant now, boolean trainerSigned, boolean logged, SourceTrust trust) {
        this.session = session;
        this.now = now;
        this.trainerSigned = trainerSigned;
        this.logged = logged;
        this.trust = trust;
    }

    /**
     * @param traces the learner's own
     * @param connections stretches of activity on the platform, for a session held there
     * @param minimum minutes under which a connection is as none, though it is shown
     */
    PresenceObservation of(List<Trace> traces, List<TimeSlot> connections, @Nullable PersonMark mark, int minimum) {
        var logs = new ConnectionLogIntervals(trust.serviceOrFile());
        List<UUID> evidence = new ArrayList<>();
        Set<EvidenceSource> sources = EnumSet.noneOf(EvidenceSource.class);
        Trace signature = null;
        for (Trace trace : traces) {
            evidence.add(trace.id());
            sources.add(trace.origin().source());
            if (trace.kind() == TraceKind.SIGNATURE
                    && (signature == null
                            || !trace.origin()
                                    .recordedAt()
                                    .isBefore(signature.origin().recordedAt()))) {
                signature = trace;
            }
            TimeSlot stretch = interval(trace);
            if (stretch != null) {
                logs.add(trace.origin().channel(), trace.origin().source(), stretch);
            }
        }
        connections.forEach(stretch -> logs.add(Channel.API, EvidenceSource.XAPI, stretch));
        Set<Discordance> setAside = EnumSet.noneOf(Discordance.class);
        Map<EvidenceSource, List<TimeSlot>> bySource = logs.believed(this::taught, setAside);
        // One too short to count proves nothing either.
        boolean connected = logs.sources().stream().anyMatch(CONNECTIONS::contains) && longEnough(bySource, minimum);
        Map<EvidenceSource, List<TimeSlot>> retained =
                mark == null ? traced(bySource, signature, minimum, setAside) : marked(bySource, mark, minimum);
        return observation(
                retained,
                retained == bySource,
                new PresenceObservation.Proof(
                        evidence.stream().distinct().sorted().toList(),
                        sources.stream().map(Enum::name).toList(),
                        partly(traces)),
                signature != null,
                connected,
                setAside);
    }

    private Map<EvidenceSource, List<TimeSlot>> marked(
            Map<EvidenceSource, List<TimeSlot>> bySource, PersonMark mark, int minimum) {
        if (mark.status() == AttendanceStatus.ABSENT || mark.status() == AttendanceStatus.EXEMPT) {
            return Map.of();
        }
        boolean stated = mark.stay().from() != null || mark.stay().to() != null;
        return stated || !shown(bySource, minimum) ? Map.of(EvidenceSource.ROLL_CALL, stated(mark)) : bySource;
    }

    /** Without anybody's mark. */
    private Map<EvidenceSource, List<TimeSlot>> traced(
            Map<EvidenceSource, List<TimeSlot>> bySource,
            @Nullable Trace signature,
            int minimum,
            Set<Discordance> setAside) {
        boolean stands = signature != null
                && (session.modality() == Modality.IN_PERSON || trainerSigned)
                && !trust.signInDenied(session.modality().name(), logged);
        if (signature == null || !stands) {
            return bySource;
        }
        boolean believed = trainerSigned && trust.signInOrLog() == SignInOrLog.SIGNATURE;
        if (shown(bySource, minimum) && !believed) {
            return bySource;
        }
        List<TimeSlot> signed = signedFor(signature);
        IntervalSet connected = taught(union(bySource));
        if (connected.minutes() > 0
                && connected.minutes() != taught(IntervalSet.of(signed)).minutes()) {
            setAside.add(Discordance.LOG_SET_ASIDE);
        }
        return Map.of(EvidenceSource.SIGNATURE, signed);
    }

    /** The connections count. */
    private boolean shown(Map<EvidenceSource, List<TimeSlot>> bySource, int minimum) {
        return bySource.values().stream()
                        .anyMatch(slots -> taught(IntervalSet.of(slots)).minutes() > 0)
                && longEnough(bySource, minimum);
    }

    private boolean longEnough(Map<EvidenceSource, List<TimeSlot>> bySource, int minimum) {
        return minimum <= 1 || taught(union(bySource)).minutes() >= minimum;
    }

    private static IntervalSet union(Map<EvidenceSource, List<TimeSlot>> bySource) {
        return IntervalSet.of(bySource.values().stream().flatMap(List::stream).toList());
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
        Instant from =
                mark.stay().from() == null ? session.startsAt() : mark.stay().from();
        Instant to = mark.stay().to() == null ? session.endsAt() : mark.stay().to();
        return to.isAfter(from) ? List.of(new TimeSlot(from, to)) : List.of();
    }

    /** A connection log, whomever it shows. */
    static boolean connection(Trace trace) {
        return (trace.kind() == TraceKind.INTERVAL || trace.kind() == TraceKind.SEEN)
                && CONNECTIONS.contains(trace.origin().source());
    }

    /** Seen without its length, unless the same source told of a stay since; who waited at the door, of any stay. */
    private static boolean partly(List<Trace> traces) {
        return traces.stream()
                .filter(seen -> seen.kind() == TraceKind.SEEN)
                .anyMatch(seen -> traces.stream()
                        .noneMatch(stay -> stay.kind() == TraceKind.INTERVAL
                                && stay.origin().source() == seen.origin().source()
                                && (waited(seen)
                                        || stay.origin()
                                                .recordedAt()
                                                .isAfter(seen.origin().recordedAt()))));
    }

    private static boolean waited(Trace seen) {
        return TraceKind.WAITING_ROOM.equals(seen.payload().get(TraceKind.WHY));
    }

    private @Nullable TimeSlot interval(Trace trace) {
        Instant from = trace.time().from();
        if (trace.kind() != TraceKind.INTERVAL || from == null) {
            return null;
        }
        Instant to = trace.time().to() == null ? now : trace.time().to();
        return to.isAfter(from) ? new TimeSlot(from, to) : null;
    }

    private PresenceObservation observation(
            Map<EvidenceSource, List<TimeSlot>> bySource,
            boolean fromConnections,
            PresenceObservation.Proof proof,
            boolean signed,
            boolean connected,
            Set<Discordance> setAside) {
        List<Verdict.Interval> intervals = new ArrayList<>();
        IntervalSet all = IntervalSet.NONE;
        for (EvidenceSource source : EvidenceSource.values()) {
            IntervalSet there =
                    IntervalSet.of(bySource.getOrDefault(source, List.of())).within(session.slot());
            all = all.and(there);
            there.without(session.breaks())
                    .slots()
                    .forEach(s -> intervals.add(new Verdict.Interval(s.from(), s.to(), source.name())));
        }
        return new PresenceObservation(
                new PresenceObservation.Presence(
                        intervals,
                        Math.min(all.without(session.breaks()).minutes(), session.taughtMinutes()),
                        all.start()
                                .map(first -> begun(session.startsAt(), first))
                                .orElse(null),
                        all.end().map(last -> begun(last, session.endsAt())).orElse(null)),
                proof,
                signed,
                connected,
                fromConnections,
                Set.copyOf(setAside));
    }

    private IntervalSet taught(IntervalSet any) {
        return any.within(session.slot()).without(session.breaks());
    }

    /** Begun minutes, so that 10 min 30 s is more than a tolerance of 10. */
    private static int begun(Instant from, Instant to) {
        Duration gap = Duration.between(from, to);
        return (int)
                (gap.isZero() ? 0 : gap.plusSeconds(59).plusNanos(999_999_999).toMinutes());
    }
}
