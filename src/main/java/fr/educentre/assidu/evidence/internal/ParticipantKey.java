package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Evidences.Proposal;
import fr.educentre.assidu.evidence.NewTrace;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Someone as a source names them; of a session, or of none for activity on the platform. */
record ParticipantKey(@Nullable UUID sessionId, EvidenceSource source, String personKey) {

    static ParticipantKey of(NewTrace trace) {
        return new ParticipantKey(
                trace.about().sessionId(),
                trace.origin().source(),
                TextSanitizer.required(trace.person().key()));
    }

    static ParticipantKey of(Proposal proposal) {
        return new ParticipantKey(proposal.sessionId(), proposal.source(), proposal.personKey());
    }
}
