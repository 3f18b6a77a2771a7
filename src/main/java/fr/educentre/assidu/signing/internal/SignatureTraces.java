package fr.educentre.assidu.signing.internal;

import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.evidence.MatchMethod;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.evidence.TraceMatch;
import fr.educentre.assidu.evidence.TraceTime;
import fr.educentre.assidu.signing.SignedStatement;
import fr.educentre.assidu.signing.SignedStatement.Role;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A signature as a trace, from which everything follows as from a partner's. */
@Component
class SignatureTraces {

    private static final int SHORT = 8;

    private final Evidences evidences;

    SignatureTraces(Evidences evidences) {
        this.evidences = evidences;
    }

    /** The signature's own key is the trace's: recorded again it is the same. */
    void record(UUID signatureId, SignedStatement statement, String hash) {
        boolean learner = statement.who().role() == Role.LEARNER;
        String who = statement.who().id().toString();
        Instant at = statement.times().signedAt();
        Map<String, Object> payload = new HashMap<>();
        payload.put("role", statement.who().role().name());
        payload.put("means", statement.means().name());
        payload.put("identifiedBy", statement.who().identifiedBy().name());
        payload.put("signatureRef", hash.substring(0, SHORT));
        if (statement.times().offline()) {
            payload.put("offline", true);
            payload.put("receivedAt", statement.times().receivedAt().toString());
        }
        evidences.record(List.of(new NewTrace(
                new NewTrace.Origin(EvidenceSource.SIGNATURE, Channel.SCREEN, "signing:" + signatureId, null),
                TraceKind.SIGNATURE,
                new TraceTime(at, at, null),
                new NewTrace.Person(who, statement.who().name(), null, who),
                new NewTrace.Subject(statement.session().id(), null, null, null),
                payload,
                learner ? new TraceMatch(statement.who().id(), MatchMethod.ISSUED_ID) : TraceMatch.NONE)));
    }
}
