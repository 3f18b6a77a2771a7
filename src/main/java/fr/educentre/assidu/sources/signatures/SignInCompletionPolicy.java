package fr.educentre.assidu.sources.signatures;

import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.evidence.Trace;
import fr.educentre.assidu.sources.core.SessionCompletionPolicy;
import fr.educentre.assidu.sources.core.SessionCompletions;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.Sessions;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Completes a session that is over once its sheet has a line for everybody expected. Signatures come at the start of a
 * session, so the sheet is looked at again when it ends.
 */
@Component
public class SignInCompletionPolicy extends SessionCompletionPolicy {

    private static final String LOCKED = "locked";

    private final Sessions sessions;
    private final Evidences evidences;

    SignInCompletionPolicy(Sessions sessions, Evidences evidences, SessionCompletions completions) {
        super("connectors.signatures.complete", Duration.ofMinutes(10), Duration.ZERO, completions);
        this.sessions = sessions;
        this.evidences = evidences;
    }

    /** To be called by whoever records traces of these sessions: decided once they stand, and not before the end. */
    public void consider(Collection<SessionInfo> recorded) {
        recorded.forEach(session -> plan(session, ""));
    }

    /** The partner will not change its sheet any more: the session is complete at its end, whoever signed. */
    public void locked(SessionInfo session) {
        plan(session, LOCKED);
    }

    @Override
    protected void plan(SessionInfo session, String variant) {
        if (session.dataCompleteAt() == null && session.state() != SessionState.CLOSED) {
            super.plan(session, variant);
        }
    }

    @Override
    protected boolean isComplete(SessionInfo session, String variant) {
        return session.dataCompleteAt() == null && (variant.equals(LOCKED) || everybodyListed(session));
    }

    /** At once, in the caller's transaction. @return whether it is complete */
    boolean now(UUID sessionId) {
        return sessions.find(sessionId)
                .filter(this::isOver)
                .filter(this::everybodyListed)
                .map(session -> {
                    if (session.dataCompleteAt() == null) {
                        complete(session);
                    }
                    return true;
                })
                .orElse(false);
    }

    private boolean everybodyListed(SessionInfo session) {
        Set<UUID> listed = evidences.ofSession(session.id()).stream()
                .filter(SignInCompletionPolicy::isLine)
                .map(one -> one.match().learnerId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var expected = sessions.expected(session.id());
        return !expected.isEmpty()
                && expected.stream()
                        .allMatch(one -> listed.contains(one.learner().id()));
    }

    private static boolean isLine(Trace trace) {
        return switch (trace.kind()) {
            case SIGNATURE, MARK -> true;
            case INTERVAL ->
                trace.origin().source() == EvidenceSource.SIGNATURE
                        || trace.origin().source() == EvidenceSource.FILE;
            default -> false;
        };
    }
}
