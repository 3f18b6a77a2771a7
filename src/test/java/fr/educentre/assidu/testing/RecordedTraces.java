package fr.educentre.assidu.testing;

import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.evidence.MatchMethod;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.evidence.TraceMatch;
import fr.educentre.assidu.evidence.TraceTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What sources saw of the learners of a small centre, and of people they could not name. */
public final class RecordedTraces {

    private final Evidences evidences;
    private final SmallCentre centre;

    public RecordedTraces(Evidences evidences, SmallCentre centre) {
        this.evidences = evidences;
        this.centre = centre;
    }

    /** Connected to Zoom from then on, and until then unless still there. */
    public void connected(UUID session, int learner, Instant from, @Nullable Instant to) {
        record(session, EvidenceSource.ZOOM, TraceKind.INTERVAL, from, to, centre.email(learner), "Lou", null, learner);
    }

    public void signed(UUID session, int learner, Instant at) {
        record(
                session,
                EvidenceSource.SIGNATURE,
                TraceKind.SIGNATURE,
                at,
                null,
                centre.email(learner),
                "Lou",
                null,
                learner);
    }

    /** Someone on Zoom who is nobody's address; @param issuedId an identifier that lasts, if there is one */
    public void unknown(UUID session, Instant from, Instant to, String key, String shown, @Nullable String issuedId) {
        record(session, EvidenceSource.ZOOM, TraceKind.INTERVAL, from, to, key, shown, issuedId, -1);
    }

    /** Did something on the platform then, which belongs to no session. */
    public void active(int learner, Instant at) {
        evidences.record(List.of(new NewTrace(
                new NewTrace.Origin(
                        EvidenceSource.XAPI, Channel.API, UUID.randomUUID().toString(), null),
                TraceKind.ACTIVITY,
                TraceTime.at(at),
                new NewTrace.Person(centre.email(learner), "Lou", centre.email(learner), null),
                new NewTrace.Subject(null, null, "https://plateforme.example/activite", null),
                Map.of(),
                new TraceMatch(centre.learners.get(learner), MatchMethod.EMAIL))));
    }

    private void record(
            UUID session,
            EvidenceSource source,
            TraceKind kind,
            Instant from,
            @Nullable Instant to,
            String key,
            String shown,
            @Nullable String issuedId,
            int learner) {
        evidences.record(List.of(new NewTrace(
                new NewTrace.Origin(source, Channel.API, UUID.randomUUID().toString(), null),
                kind,
                new TraceTime(from, from, to),
                new NewTrace.Person(key, shown, null, issuedId),
                new NewTrace.Subject(session, null, null, null),
                Map.of(),
                new TraceMatch(
                        learner < 0 ? null : centre.learners.get(learner), learner < 0 ? null : MatchMethod.EMAIL))));
    }
}
