package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Whether a call's end completes its session. Where reports can be asked for, they do: they know who people are. Else the
 * notifications do, some minutes after the end: departures follow it by seconds.
 */
@Component("teamsMeetingEnds")
class TeamsMeetingEndPolicy implements DurableJobHandler {

    private static final String JOB = "teams.complete";
    private static final Duration EARLY = Duration.ofMinutes(5);
    private static final Duration STRAGGLERS = Duration.ofMinutes(3);

    private final TeamsSettings settings;
    private final Sessions sessions;
    private final DurableJobs jobs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TeamsMeetingEndPolicy(
            TeamsSettings settings,
            Sessions sessions,
            DurableJobs jobs,
            ApplicationEventPublisher events,
            Clock clock) {
        this.settings = settings;
        this.sessions = sessions;
        this.jobs = jobs;
        this.events = events;
        this.clock = clock;
    }

    /** Those complete now; those that soon will be are planned. */
    Set<UUID> complete(SessionInfo session, Instant ended) {
        if (!reaches(session, ended) || settings.credentials().isPresent()) {
            return Set.of();
        }
        Instant settled = ended.plus(STRAGGLERS);
        if (clock.instant().isBefore(settled)) {
            jobs.submitAt(JOB, session.id().toString(), "", settled);
            return Set.of();
        }
        return Set.of(session.id());
    }

    boolean reaches(SessionInfo session, Instant to) {
        return !to.isBefore(session.endsAt().minus(EARLY));
    }

    @Override
    public String name() {
        return JOB;
    }

    @Override
    public void run(String key, String payload) {
        UUID session = UUID.fromString(key);
        if (sessions.find(session).isPresent()) {
            events.publishEvent(new Evidences.SourceCompleted(session));
        }
    }
}
