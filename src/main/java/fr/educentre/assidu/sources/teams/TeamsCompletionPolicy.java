package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.sources.core.SessionCompletionPolicy;
import fr.educentre.assidu.sources.core.SessionCompletions;
import fr.educentre.assidu.training.SessionInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Completes the session that a Teams call went on to the end of. Where reports can be fetched they complete it instead:
 * they identify people.
 */
@Component
class TeamsCompletionPolicy extends SessionCompletionPolicy {

    private final TeamsSettings settings;

    TeamsCompletionPolicy(TeamsSettings settings, SessionCompletions completions) {
        super("teams.complete", Duration.ofMinutes(5), Duration.ofMinutes(3), completions);
        this.settings = settings;
    }

    Set<UUID> ended(SessionInfo session, Instant ended) {
        return settings.credentials().isPresent() ? Set.of() : settled(reached(List.of(session), ended), ended);
    }
}
