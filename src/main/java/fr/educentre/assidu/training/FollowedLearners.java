package fr.educentre.assidu.training;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is followed from outside: learners by those who employ them, minors by those who answer for them; each for the days on
 * which it is so.
 */
public interface FollowedLearners {

    /** Name of an employer. */
    Optional<String> employer(UUID employerId);

    /** People of an employer who have an address, the one written to first before the others. */
    List<Follower> contacts(UUID employerId);

    /** Who answers for a learner who is a minor today and has an address; nobody of one who is of age. */
    List<Follower> guardians(UUID learnerId);

    /** Courses of those whom an employer employs or employed, by learner's name. */
    List<Followed> ofEmployer(UUID employerId);

    /** Courses of the minor for whom somebody answers; none of one who is of age today. */
    List<Followed> ofGuardian(UUID guardianId);

    /**
     * Somebody who may be sent a link.
     *
     * @param id of a guardian, or of the employer
     */
    record Follower(UUID id, String name, String address) {}

    /**
     * A learner's course as far as it is somebody's to follow.
     *
     * @param days the first and the last of them, where the course is held
     */
    record Followed(UUID enrolmentId, UUID learnerId, String name, String programme, ZoneId zone, Days days) {

        /** From the first to the last, both included; the first after the last where there is none. */
        public record Days(LocalDate first, LocalDate last) {

            public boolean holds(LocalDate day) {
                return !day.isBefore(first) && !day.isAfter(last);
            }
        }
    }
}
