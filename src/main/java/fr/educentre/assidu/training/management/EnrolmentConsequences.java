package fr.educentre.assidu.training.management;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows from an event of an enrolment.
 *
 * @param sessions at how many sessions the learner is no longer expected; after a resumption, expected again
 * @param certificate whether hours realised so far are to be certified now
 * @param notices whom to tell
 * @param relaunches how many reminders under way end
 */
public record EnrolmentConsequences(int sessions, boolean certificate, List<NoticeDue> notices, int relaunches) {

    /**
     * Somebody to tell.
     *
     * @param by the last day; null where no text fixes one: at once
     */
    public record NoticeDue(
            Reason reason, String recipient, @Nullable LocalDate by) {}

    /** Why somebody is told; each with its text and its legal source in the bundles. */
    public enum Reason {
        /** Mon Compte Formation: exit and service fait within three working days. */
        CPF_EXIT,
        /** State and Régions pay trainees by what they are told (R.6341-35). */
        STATE_PAID,
        /** Start, interruptions and completion of each trainee (L.6353-10). */
        FUNDER_INFORMED,
        /** Course time is working time: the employer of an apprentice. */
        APPRENTICE_EMPLOYER,
        /** The employer who signed the convention. */
        EMPLOYER_INFORMED,
        /** Who answers for a minor. */
        GUARDIAN_INFORMED
    }
}
