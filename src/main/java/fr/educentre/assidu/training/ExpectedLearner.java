package fr.educentre.assidu.training;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A learner expected (convoqué) at a session, and the enrolment the session counts for. */
public record ExpectedLearner(
        UUID sessionId, LearnerInfo learner, @Nullable UUID enrolmentId) {}
