package fr.educentre.assidu.sources.core;

import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Decides when a source has sent all its data on a session: the meeting went on until the session's planned end, give or
 * take, and the events that follow an end by seconds have had time to arrive.
 */
public abstract class SessionCompletionPolicy implements DurableJobHandler<CompletionDue> {

    private final DurableJobType<CompletionDue> type;
    private final Duration endsEarly;
    private final Duration settling;
    private final SessionCompletions completions;

    /**
     * @param job name of the job that completes a session later
     * @param endsEarly how long before its planned end a session may stop and still be over
     * @param settling how long events may arrive after a meeting ended
     */
    protected SessionCompletionPolicy(
            String job, Duration endsEarly, Duration settling, SessionCompletions completions) {
        this.type = CompletionDue.of(job);
        this.endsEarly = endsEarly;
        this.settling = settling;
        this.completions = completions;
    }

    /** Asked when a planned completion is due. @param variant of the plan */
    protected boolean isComplete(SessionInfo session, String variant) {
        return true;
    }

    protected final Instant earliestEnd(SessionInfo session) {
        return session.endsAt().minus(endsEarly);
    }

    /** Whether something that went on until then went on to the session's end. */
    public final boolean reaches(SessionInfo session, Instant until) {
        return !until.isBefore(earliestEnd(session));
    }

    protected final boolean isOver(SessionInfo session) {
        return reaches(session, completions.now());
    }

    public final Set<UUID> reached(Collection<SessionInfo> sessions, Instant until) {
        return sessions.stream()
                .filter(session -> reaches(session, until))
                .map(SessionInfo::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** @return the sessions complete now; none while events may still arrive, when their completion is planned instead */
    protected final Set<UUID> settled(Set<UUID> reached, Instant ended) {
        Instant at = ended.plus(settling);
        if (!completions.now().isBefore(at)) {
            return reached;
        }
        reached.forEach(session -> completions.plan(type, new CompletionDue(session, ""), at));
        return Set.of();
    }

    /** Plans the completion for when the session is over. @param variant tells this plan from another of the session */
    protected void plan(SessionInfo session, String variant) {
        Instant over = earliestEnd(session);
        Instant now = completions.now();
        completions.plan(type, new CompletionDue(session.id(), variant), over.isAfter(now) ? over : now);
    }

    protected final void complete(SessionInfo session) {
        completions.publish(session.id());
    }

    @Override
    public final DurableJobType<CompletionDue> type() {
        return type;
    }

    @Override
    public final void run(CompletionDue due) {
        completions
                .session(due.session())
                .filter(session -> isComplete(session, due.variant()))
                .ifPresent(this::complete);
    }
}
