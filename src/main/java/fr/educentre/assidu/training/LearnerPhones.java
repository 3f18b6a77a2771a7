package fr.educentre.assidu.training;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Whom one may call about learners. Ownership is the caller's to check. */
public interface LearnerPhones {

    /**
     * The learner's own number first, then their guardians' where they are a minor that day, their tutor's and their employer's.
     * One statement whatever the number of learners.
     */
    Map<UUID, List<Phone>> of(Collection<UUID> learnerIds, LocalDate on);

    /** A number as it is written. */
    record Phone(Whose whose, String name, String number) {

        /** Who answers there. */
        public enum Whose {
            LEARNER,
            GUARDIAN,
            TUTOR,
            EMPLOYER
        }
    }
}
