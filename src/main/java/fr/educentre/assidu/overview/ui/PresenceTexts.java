package fr.educentre.assidu.overview.ui;

import fr.educentre.assidu.attendance.Attendance.Discordance;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Evidences.Proposal;
import fr.educentre.assidu.evidence.Trace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.SessionInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A learner's presence in words: lane by lane, and where two sources do not say the same, what each says. */
final class PresenceTexts {

    private static final Set<EvidenceSource> CONNECTIONS = EnumSet.of(
            EvidenceSource.ZOOM,
            EvidenceSource.TEAMS,
            EvidenceSource.BIGBLUEBUTTON,
            EvidenceSource.PLATFORM,
            EvidenceSource.XAPI);

    private final Texts texts;
    private final SessionInfo session;
    private final Locale locale;

    PresenceTexts(Texts texts, SessionInfo session, Locale locale) {
        this.texts = texts;
        this.session = session;
        this.locale = locale;
    }

    String source(EvidenceSource source) {
        return texts.get("evidence.source." + source);
    }

    String stay(SourceLane.Stay stay) {
        return stay.open()
                ? texts.get("overview.presence.stillThere", time(stay.from()))
                : texts.get("overview.presence.fromTo", time(stay.from()), time(stay.to()));
    }

    String lane(SourceLane lane) {
        List<String> said = new ArrayList<>();
        lane.stays().forEach(stay -> said.add(stay(stay)));
        lane.signedAt().forEach(at -> said.add(texts.get("overview.presence.signedAt", time(at))));
        return texts.get("overview.presence.lane", source(lane.source()), String.join(", ", said));
    }

    /** @param perhaps participants not recognised yet, who may be the learner */
    String nothing(List<Proposal> perhaps) {
        return perhaps.isEmpty()
                ? texts.get("overview.presence.nothing")
                : perhaps.stream()
                        .map(one -> texts.get("overview.presence.perhaps", one.personName(), source(one.source())))
                        .collect(Collectors.joining(texts.get("shell.separator")));
    }

    String whole(List<SourceLane> lanes, String nothing, PresenceBar.Share share) {
        String told = lanes.isEmpty()
                ? nothing
                : lanes.stream().map(this::lane).collect(Collectors.joining(texts.get("shell.separator")));
        return told + ". " + share(share.observed()) + ", " + threshold(share.threshold()) + ".";
    }

    String share(double share) {
        return texts.get("overview.presence.share", ReaderFormats.percent(share, locale));
    }

    String threshold(double threshold) {
        return texts.get("overview.presence.threshold", ReaderFormats.percent(threshold, locale));
    }

    /** What is contradictory, then what the one and the other say. @param unrecognised whoever it may be */
    String discordance(
            Discordance discordance, List<SourceLane> lanes, List<Trace> traces, List<Proposal> unrecognised) {
        String signature = signature(lanes);
        String connection = connection(lanes, unrecognised);
        String mark = mark(traces);
        String and = texts.get("shell.separator");
        String readings = switch (discordance) {
            case SIGNED_NOT_CONNECTED, LOG_SET_ASIDE -> signature + and + connection;
            case CONNECTED_NOT_SIGNED -> connection + and + signature;
            case MARKED_PRESENT_NOT_CONNECTED, MARKED_ABSENT_BUT_CONNECTED -> mark + and + connection;
            case SIGNED_BUT_MARKED_ABSENT -> signature + and + mark;
            case MARKED_PRESENT_NOT_SIGNED -> mark + and + signature;
            case OTHER_LOG_SET_ASIDE -> connection;
        };
        return texts.get("overview.discordance.line", texts.get("overview.discordance." + discordance), readings);
    }

    private String signature(List<SourceLane> lanes) {
        return lanes.stream()
                .flatMap(lane -> lane.signedAt().stream())
                .min(Instant::compareTo)
                .map(at -> texts.get("overview.reading.signed", time(at)))
                .orElseGet(() -> texts.get("overview.reading.notSigned"));
    }

    private String connection(List<SourceLane> lanes, List<Proposal> unrecognised) {
        List<SourceLane> connected = lanes.stream()
                .filter(lane ->
                        CONNECTIONS.contains(lane.source()) && !lane.stays().isEmpty())
                .toList();
        if (connected.isEmpty()) {
            String awaited = session.meeting() == null
                    ? texts.get("overview.reading.platform")
                    : texts.get("evidence.source." + session.meeting().provider());
            long strangers = unrecognised.stream()
                    .filter(one -> CONNECTIONS.contains(one.source()))
                    .count();
            return texts.get(
                    strangers == 0 ? "overview.reading.notConnected" : "overview.reading.notRecognised",
                    awaited,
                    strangers);
        }
        return connected.stream()
                .map(lane -> texts.get("overview.reading.connected", lane(lane), ReaderFormats.duration(minutes(lane))))
                .collect(Collectors.joining(texts.get("shell.separator")));
    }

    private String mark(List<Trace> traces) {
        return traces.stream()
                .filter(trace -> trace.kind() == TraceKind.MARK)
                .reduce((first, last) -> last)
                .map(trace -> texts.get(
                        trace.payload().containsKey("device")
                                ? "overview.reading.markedOffline"
                                : "overview.reading.marked",
                        texts.get("overview.status." + trace.payload().getOrDefault("status", "AWAITING_DATA")),
                        String.valueOf(trace.payload()
                                .getOrDefault("by", source(trace.origin().source()))),
                        time(trace.time().occurredAt())))
                .orElseGet(() -> texts.get("overview.reading.notMarked"));
    }

    private static long minutes(SourceLane lane) {
        return lane.stays().stream()
                .map(stay -> Duration.between(stay.from(), stay.to()))
                .reduce(Duration.ZERO, Duration::plus)
                .toMinutes();
    }

    private String time(Instant at) {
        return ReaderFormats.time(at, session.zone());
    }
}
