package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.evidence.Trace;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes a participant's traces of one session back from a learner, in a session of whoever acts now. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SessionRevocation {

    private final TraceStore traces;
    private final MatchRevocation takingBack;
    private final CurrentActor actor;
    private final Ownership ownership;

    SessionRevocation(TraceStore traces, MatchRevocation takingBack, CurrentActor actor, Ownership ownership) {
        this.traces = traces;
        this.takingBack = takingBack;
        this.actor = actor;
        this.ownership = ownership;
    }

    void withdraw(UUID sessionId, UUID learnerId, String personKey, String by) {
        actor.find().ifPresent(person -> ownership.requireSession(person, sessionId));
        List<Trace> theirs = traces.ofSessions(List.of(sessionId)).stream()
                .filter(trace -> trace.person().key().equals(personKey)
                        && learnerId.equals(trace.match().learnerId()))
                .toList();
        if (traces.withdraw(sessionId, learnerId, personKey) == 0) {
            return;
        }
        takingBack.inSession(sessionId, learnerId, personKey, theirs, by);
    }
}
