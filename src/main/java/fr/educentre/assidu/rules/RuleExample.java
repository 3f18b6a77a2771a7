package fr.educentre.assidu.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A made-up learner and whether the rule fires for them: what a rule must answer before it is published.
 *
 * @param name as people say it: "Léa, 3 absences en 12 jours"
 * @param fires what is expected
 * @param today the day the rule is asked on; null for an ordinary Friday
 */
public record RuleExample(
        String name, boolean fires, @Nullable LocalDate today, Who learner, List<Seance> sessions) {

    /** What a file leaves out is nothing in particular. */
    public RuleExample {
        name = Objects.requireNonNullElse(name, "").strip();
        learner = Objects.requireNonNullElseGet(learner, Who::ordinary);
        sessions = List.copyOf(Objects.requireNonNullElse(sessions, List.of()));
    }

    /** The day an example is told on, unless it names another: a Friday without a holiday around. */
    public static final LocalDate ORDINARY_DAY = LocalDate.of(2026, 11, 27);

    /**
     * @param funder code or kind of the funder, null for none
     * @param group code of the group
     * @param lastActivity days since the last activity on the platform, null for never
     * @param nextDue days until the next activity due, null for none
     */
    public record Who(
            @Nullable String funder,
            @Nullable String group,
            boolean apprentice,
            boolean minor,
            boolean relaunchRunning,
            boolean underReview,
            @Nullable Integer lastActivity,
            @Nullable Integer nextDue) {

        /** Nobody in particular. */
        public static Who ordinary() {
            return new Who(null, null, false, false, false, false, null, null);
        }
    }

    /**
     * A half-day's session of 210 minutes.
     *
     * @param status of the attendance: PRESENT, LATE, LEFT_EARLY, PARTIAL, ABSENT or EXEMPT
     * @param justification of an absence: TO_JUSTIFY, UNDER_REVIEW, JUSTIFIED or UNJUSTIFIED; null elsewhere
     * @param minutesLost late, left early or missed, where the status is LATE, LEFT_EARLY or PARTIAL
     */
    public record Seance(
            int daysAgo,
            boolean afternoon,
            @Nullable String modality,
            String status,
            @Nullable String justification,
            int minutesLost) {

        public Seance {
            status = Objects.requireNonNullElse(status, "");
        }
    }

    /**
     * What a text answers.
     *
     * @param why in the words of the alert, or condition by condition why not
     */
    public record Outcome(String name, boolean expected, boolean fires, String why) {

        public boolean holds() {
            return expected == fires;
        }
    }

    public LocalDate day() {
        return today == null ? ORDINARY_DAY : today;
    }
}
