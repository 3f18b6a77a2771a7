package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Evidences.Participant;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.evidence.TraceMatch;
import fr.educentre.assidu.evidence.TraceTime;
import fr.educentre.assidu.training.SessionInfo;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes traces of facts of Teams; the same fact makes the same trace however often it is received. */
final class TeamsEvidenceFactory {

    private TeamsEvidenceFactory() {}

    /** @param known the participant as identified before, by a report of the session */
    static NewTrace event(
            TraceKind kind,
            SessionInfo session,
            String occurrence,
            ChangeNotification.Participant who,
            @Nullable Participant known,
            Instant at,
            UUID delivery) {
        return trace(
                Channel.WEBHOOK,
                kind,
                session,
                who.person(),
                known,
                Map.of("occurrence", occurrence, "connection", who.connection()),
                new TraceTime(at, at, null),
                delivery);
    }

    static NewTrace ended(SessionInfo session, String occurrence, Instant at, UUID delivery) {
        return trace(
                Channel.WEBHOOK,
                TraceKind.ENDED,
                session,
                null,
                null,
                Map.of("occurrence", occurrence),
                new TraceTime(at, at, null),
                delivery);
    }

    static NewTrace reported(SessionInfo session, TeamsReport report, TeamsReport.Stay stay, UUID delivery) {
        Map<String, Object> payload = new HashMap<>();
        payload.put("occurrence", report.id());
        payload.put("connection", stay.connection());
        payload.put("reportFrom", report.from().toString());
        payload.put("reportTo", report.to().toString());
        if (stay.role() != null) {
            payload.put("role", stay.role());
        }
        return trace(
                Channel.API,
                TraceKind.INTERVAL,
                session,
                stay.person(),
                null,
                payload,
                new TraceTime(stay.from(), stay.from(), stay.to()),
                delivery);
    }

    private static NewTrace trace(
            Channel channel,
            TraceKind kind,
            SessionInfo session,
            @Nullable TeamsParticipant person,
            @Nullable Participant known,
            Map<String, Object> payload,
            TraceTime time,
            UUID delivery) {
        String meetingKey = Objects.requireNonNull(session.meeting()).id();
        String fact = String.join(
                "|",
                meetingKey,
                String.valueOf(payload.get("occurrence")),
                String.valueOf(payload.get("connection")),
                kind.name(),
                time.occurredAt().toString(),
                String.valueOf(time.to()));
        return new NewTrace(
                new NewTrace.Origin(
                        EvidenceSource.TEAMS,
                        channel,
                        "teams:" + UUID.nameUUIDFromBytes(fact.getBytes(StandardCharsets.UTF_8)),
                        delivery),
                kind,
                time,
                new NewTrace.Person(
                        person == null ? "meeting" : person.key(),
                        person == null ? null : person.name(),
                        person == null ? null : person.email(),
                        person == null ? null : person.entraId()),
                new NewTrace.Subject(session.id(), meetingKey, null, null),
                payload,
                new TraceMatch(known == null ? null : known.learnerId(), known == null ? null : known.how()));
    }
}
