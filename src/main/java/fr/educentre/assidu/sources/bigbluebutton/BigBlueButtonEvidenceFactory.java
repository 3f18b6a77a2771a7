package fr.educentre.assidu.sources.bigbluebutton;

import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.evidence.TraceMatch;
import fr.educentre.assidu.evidence.TraceTime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes the traces of one instance of a meeting from a delivery.
 *
 * @param meetingId as the session has it
 * @param occurrence BigBlueButton's name of the instance
 */
record BigBlueButtonEvidenceFactory(UUID delivery, Channel channel, String meetingId, String occurrence) {

    NewTrace event(
            TraceKind kind,
            BigBlueButtonParticipant person,
            String connection,
            Instant at,
            UUID session,
            Map<String, Object> more) {
        return trace(kind, person, connection, at, null, session, more);
    }

    NewTrace ended(Instant at, UUID session) {
        return trace(TraceKind.ENDED, BigBlueButtonParticipant.ofMeeting(), null, at, null, session, Map.of());
    }

    /** @param connection null where the source names the person only, whatever the devices */
    NewTrace stay(
            BigBlueButtonParticipant person,
            @Nullable String connection,
            Instant from,
            Instant to,
            UUID session,
            Map<String, Object> more) {
        return trace(TraceKind.INTERVAL, person, connection, from, to, session, more);
    }

    private NewTrace trace(
            TraceKind kind,
            BigBlueButtonParticipant person,
            @Nullable String connection,
            Instant at,
            @Nullable Instant to,
            UUID session,
            Map<String, Object> more) {
        Map<String, Object> payload = new HashMap<>(more);
        payload.put("occurrence", occurrence);
        if (connection != null) {
            payload.put("connection", connection);
        }
        return new NewTrace(
                new NewTrace.Origin(
                        EvidenceSource.BIGBLUEBUTTON,
                        channel,
                        key(kind, connection == null ? person.key() : connection, at, to),
                        delivery),
                kind,
                new TraceTime(at, at, to),
                new NewTrace.Person(person.key(), person.name(), person.email(), person.issuedId()),
                new NewTrace.Subject(session, meetingId, null, null),
                payload,
                TraceMatch.NONE);
    }

    /** Made of the fact alone, never of when or how often it was received. */
    private String key(TraceKind kind, String who, Instant at, @Nullable Instant to) {
        String told = String.join("\n", occurrence, who, at.toString(), String.valueOf(to));
        return "bbb-" + kind + ":" + UUID.nameUUIDFromBytes(told.getBytes(StandardCharsets.UTF_8));
    }
}
