package fr.educentre.assidu.attendance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Requests of learners to have it looked at again how they were marked at a session. None of them changes anything by itself:
 * each becomes a task of whoever taught the session and of the group's referent, and what is wrong is corrected where marks are
 * made.
 */
public interface CorrectionRequests {

    /** How many letters a wish may have. */
    int LONGEST_WISH = 1_000;

    /**
     * Asks for the learner who is signed in. Asked again while it waits, it stays what it was.
     *
     * @param wish what should stand there, and why, in the learner's words
     * @return the request that waits, and whether it is new
     * @throws fr.educentre.assidu.shell.Refusal NOT_FOUND; NOT_YOURS where the learner is not expected at the session; INVALID
     *     for an empty or endless wish, and of a session that has not begun or is not held
     */
    Asked ask(UUID sessionId, String wish);

    /** Newest first. Whose learner it is, the caller has checked. */
    List<CorrectionRequest> ofLearner(UUID learnerId);

    /** A request that waits, and whether it waited before. */
    record Asked(CorrectionRequest request, boolean anew) {}

    /**
     * What was asked, and what became of it.
     *
     * @param answer null while it waits
     */
    record CorrectionRequest(
            UUID id,
            UUID sessionId,
            UUID learnerId,
            String wish,
            Instant askedAt,
            State state,
            @Nullable Answer answer) {

        /** Where it stands. */
        public enum State {
            /** Nobody has answered. */
            ASKED,
            /** A person corrected the mark. */
            CORRECTED,
            /** The mark stays. */
            DECLINED
        }

        /** What was answered. @param text empty where the correction says it all */
        public record Answer(String by, Instant at, String text) {}
    }
}
