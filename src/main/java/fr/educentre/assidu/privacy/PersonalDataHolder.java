package fr.educentre.assidu.privacy;

import java.util.UUID;

/** Implemented by each module that holds something about learners, once. */
public interface PersonalDataHolder {

    /** Name of the module, in lower case letters. */
    String module();

    /** Adds all that the module holds of a learner; of other people only what belongs to the learner's own matter. */
    void add(UUID learnerId, PersonalData to);
}
