package fr.educentre.assidu.documents;

import java.util.Map;
import java.util.UUID;

/** Credited minutes by the funding that they are charged to, as certificates of one funding count them. */
public interface FundedMinutes {

    /** By funding of the learner's enrolments; the caller checked whose the learner is. */
    Map<UUID, Integer> ofLearner(UUID learnerId);
}
