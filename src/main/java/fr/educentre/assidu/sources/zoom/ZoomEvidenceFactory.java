package fr.educentre.assidu.sources.zoom;

import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.evidence.TraceMatch;
import fr.educentre.assidu.evidence.TraceTime;
import fr.educentre.assidu.sources.zoom.ZoomEvent.Meeting;
import fr.educentre.assidu.training.SessionInfo;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes traces of events and of rows of the report; the same fact received twice makes one trace. */
@Component
class ZoomEvidenceFactory {

    private final ZoomRegistrantStore registrants;

    ZoomEvidenceFactory(ZoomRegistrantStore registrants) {
        this.registrants = registrants;
    }

    NewTrace came(ZoomEvent.Came event, SessionInfo session, UUID delivery) {
        return trace(
                Channel.WEBHOOK,
                TraceKind.JOINED,
                event.meeting(),
                event.who(),
                event.connection(),
                from(event.at(), null),
                session,
                delivery);
    }

    NewTrace went(ZoomEvent.Went event, SessionInfo session, UUID delivery) {
        return trace(
                Channel.WEBHOOK,
                TraceKind.LEFT,
                event.meeting(),
                event.who(),
                event.connection(),
                from(event.at(), null),
                session,
                delivery);
    }

    /** Seen at the door: how long they were in, if they were, this does not say. */
    NewTrace waited(ZoomEvent.Waited event, SessionInfo session, UUID delivery) {
        return trace(
                Channel.WEBHOOK,
                TraceKind.SEEN,
                event.meeting(),
                event.who(),
                event.connection(),
                from(event.at(), null),
                session,
                delivery);
    }

    NewTrace ended(ZoomEvent.Ended event, SessionInfo session, UUID delivery) {
        return trace(
                Channel.WEBHOOK, TraceKind.ENDED, event.meeting(), null, "", from(event.at(), null), session, delivery);
    }

    NewTrace reported(Meeting meeting, ZoomReportPage.Row row, SessionInfo session, UUID delivery) {
        return trace(
                Channel.API,
                row.waited() ? TraceKind.SEEN : TraceKind.INTERVAL,
                meeting,
                row.who(),
                row.connection(),
                from(row.from(), row.waited() ? null : row.to()),
                session,
                delivery);
    }

    private static TraceTime from(Instant at, @Nullable Instant to) {
        return new TraceTime(at, at, to);
    }

    private NewTrace trace(
            Channel channel,
            TraceKind kind,
            Meeting meeting,
            @Nullable ZoomParticipant who,
            String connection,
            TraceTime time,
            SessionInfo session,
            UUID delivery) {
        String issued = who == null ? null : issuedId(meeting, who);
        Map<String, Object> payload = new HashMap<>(Map.of("occurrence", meeting.instance()));
        if (!connection.isEmpty()) {
            payload.put("connection", connection);
        }
        if (kind == TraceKind.SEEN) {
            payload.put(TraceKind.WHY, TraceKind.WAITING_ROOM);
        }
        return new NewTrace(
                new NewTrace.Origin(EvidenceSource.ZOOM, channel, sourceKey(meeting, connection, kind, time), delivery),
                kind,
                time,
                new NewTrace.Person(
                        who == null ? "meeting" : who.key(issued, connection),
                        who == null ? null : who.name(),
                        who == null ? null : who.email(),
                        issued),
                new NewTrace.Subject(
                        session.id(), Objects.requireNonNull(session.meeting()).id(), null, null),
                payload,
                TraceMatch.NONE);
    }

    /** By the learner's own join link first, then by the key their meeting client was given. */
    private @Nullable String issuedId(Meeting meeting, ZoomParticipant who) {
        return registrants
                .learner(meeting.number(), who.registrantId())
                .map(UUID::toString)
                .or(() -> Optional.ofNullable(who.ownKey()))
                .orElse(null);
    }

    private static String sourceKey(Meeting meeting, String connection, TraceKind kind, TraceTime time) {
        String fact = String.join(
                "|",
                meeting.number(),
                meeting.instance(),
                connection,
                kind.name(),
                time.occurredAt().toString(),
                String.valueOf(time.to()));
        return "zoom:" + UUID.nameUUIDFromBytes(fact.getBytes(StandardCharsets.UTF_8));
    }
}
