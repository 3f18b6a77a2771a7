package fr.educentre.assidu.training.management;

import java.util.UUID;

/** What follows a learner and ends when they stop; implemented by the module that relaunches. */
public interface FollowUps {

    /** How many are under way. */
    int underWay(UUID learnerId);
}
