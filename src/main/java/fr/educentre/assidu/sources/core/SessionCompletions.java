package fr.educentre.assidu.sources.core;

import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.workflow.DurableJobType;
import fr.educentre.assidu.workflow.DurableJobs;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Publishes that the data of a session are complete, now or by a job planned for later. */
@Component
public class SessionCompletions {

    private final Sessions sessions;
    private final DurableJobs jobs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SessionCompletions(Sessions sessions, DurableJobs jobs, ApplicationEventPublisher events, Clock clock) {
        this.sessions = sessions;
        this.jobs = jobs;
        this.events = events;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Optional<SessionInfo> session(UUID id) {
        return sessions.find(id);
    }

    void plan(DurableJobType<CompletionDue> job, CompletionDue due, Instant at) {
        jobs.submitAt(job, due, at);
    }

    public void publish(UUID session) {
        events.publishEvent(new Evidences.SourceCompleted(session));
    }
}
