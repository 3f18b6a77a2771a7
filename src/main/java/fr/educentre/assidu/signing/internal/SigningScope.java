package fr.educentre.assidu.signing.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who acts, when, and which sessions are theirs. */
@Component
class SigningScope {

    private final Sessions sessions;
    private final Ownership ownership;
    private final CurrentActor current;
    private final Clock clock;

    SigningScope(Sessions sessions, Ownership ownership, CurrentActor current, Clock clock) {
        this.sessions = sessions;
        this.ownership = ownership;
        this.current = current;
        this.clock = clock;
    }

    /** @throws fr.educentre.assidu.shell.Refusal NOT_FOUND, NOT_YOURS */
    SessionInfo own(UUID sessionId) {
        ownership.requireSession(actor(), sessionId);
        return sessions.get(sessionId);
    }

    Actor actor() {
        return current.get();
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
