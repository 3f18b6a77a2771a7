package fr.educentre.assidu.sources.signatures;

import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.evidence.Trace;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * A session has no more to wait for once its sheet tells of everybody expected and it is over. Signatures come at the
 * start of a session: the question is asked again when it ends.
 */
@Component("signatureCompletion")
public class SignInCompletionPolicy implements DurableJobHandler {

    private static final String JOB = "connectors.signatures.complete";
    private static final String LOCKED = "locked";

    /** A class that stops a little before its planned end is over all the same. */
    private static final Duration ENDS_EARLY = Duration.ofMinutes(10);

    private final Sessions sessions;
    private final Evidences evidences;
    private final DurableJobs jobs;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SignInCompletionPolicy(
            Sessions sessions, Evidences evidences, DurableJobs jobs, Clock clock, ApplicationEventPublisher events) {
        this.sessions = sessions;
        this.evidences = evidences;
        this.jobs = jobs;
        this.clock = clock;
        this.events = events;
    }

    /** To be called by whoever records traces of these sessions: asked once they stand, and not before the end. */
    public void consider(Collection<SessionInfo> told) {
        told.forEach(session -> plan(session, session.id().toString(), ""));
    }

    /** The partner says that its sheet will not change: complete at the end of the session, whoever signed. */
    public void locked(SessionInfo session) {
        plan(session, session.id() + ":" + LOCKED, LOCKED);
    }

    private void plan(SessionInfo session, String key, String payload) {
        if (session.dataCompleteAt() == null && session.state() != SessionState.CLOSED) {
            Instant over = session.endsAt().minus(ENDS_EARLY);
            Instant now = clock.instant();
            jobs.submitAt(JOB, key, payload, over.isAfter(now) ? over : now);
        }
    }

    @Override
    public String name() {
        return JOB;
    }

    @Override
    public void run(String key, String payload) {
        find(key.replace(":" + LOCKED, ""))
                .filter(session -> payload.equals(LOCKED) || everybodyTold(session))
                .ifPresent(this::complete);
    }

    /** At once, in the caller's transaction. @return whether it is complete */
    boolean now(UUID sessionId) {
        Optional<SessionInfo> whole = find(sessionId.toString())
                .filter(session -> !clock.instant().isBefore(session.endsAt().minus(ENDS_EARLY)))
                .filter(this::everybodyTold);
        whole.ifPresent(this::complete);
        return whole.isPresent();
    }

    private Optional<SessionInfo> find(String id) {
        return PartnerIdentifiers.uuid(id).flatMap(sessions::find);
    }

    private void complete(SessionInfo session) {
        if (session.dataCompleteAt() == null) {
            events.publishEvent(new Evidences.SourceCompleted(session.id()));
        }
    }

    private boolean everybodyTold(SessionInfo session) {
        Set<UUID> told = evidences.ofSession(session.id()).stream()
                .filter(SignInCompletionPolicy::tells)
                .map(Trace::learnerId)
                .filter(id -> id != null)
                .collect(Collectors.toSet());
        var expected = sessions.expected(session.id());
        return !expected.isEmpty()
                && expected.stream().allMatch(one -> told.contains(one.learner().id()));
    }

    private static boolean tells(Trace trace) {
        return switch (trace.kind()) {
            case SIGNATURE, MARK -> true;
            case INTERVAL -> trace.source() == EvidenceSource.SIGNATURE || trace.source() == EvidenceSource.FILE;
            default -> false;
        };
    }
}
