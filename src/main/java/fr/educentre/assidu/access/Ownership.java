package fr.educentre.assidu.access;

import java.util.UUID;

/**
 * What is whose. Implemented by {@code training}. A quality manager, an auditor, a referent and an administrator see
 * the whole centre; a trainer the sessions, groups and learners they teach; a learner themself.
 *
 * <p>The {@code require} methods throw a {@code Refusal} of kind NOT_FOUND, then NOT_YOURS.
 */
public interface Ownership {

    void requireSession(Actor actor, UUID sessionId);

    void requireGroup(Actor actor, UUID groupId);

    void requireLearner(Actor actor, UUID learnerId);

    void requireEnrolment(Actor actor, UUID enrolmentId);
}
