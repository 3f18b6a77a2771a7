package fr.educentre.assidu.sources;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Learners registered to a session's Zoom meeting, so that each has a join link of their own and is known by it. */
public interface ZoomRegistrations {

    /** Those expected at the session, by name; a learner who asks sees themself. */
    List<Registration> of(UUID sessionId);

    /**
     * Registers those who are not yet. When Zoom asks to wait, the others follow by themselves.
     *
     * @throws fr.educentre.assidu.shell.Refusal INVALID when the session has no Zoom meeting; CONFLICT, with what is
     *     missing, when Zoom refuses
     */
    List<Registration> register(UUID sessionId);

    record Registration(
            UUID learnerId,
            String name,
            State state,
            @Nullable String joinUrl,
            @Nullable Instant registeredAt) {}

    /** Where a learner stands. */
    enum State {
        REGISTERED,
        NOT_REGISTERED,
        /** Zoom registers by e-mail address. */
        NO_EMAIL
    }
}
