package fr.educentre.assidu.rules;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A made-up learner and whether the rule fires for them: what a rule must answer before it is published.
 *
 * @param name as people say it: "Léa, 3 absences en 12 jours"
 * @param fires what is expected
 * @param today the day the rule is asked on; null for an ordinary Friday
 * @param at the time of that day it is asked at, in the learner's zone; null for its end
 */
public record RuleExample(
        String name,
        boolean fires,
        @Nullable LocalDate today,
        Who learner,
        List<Seance> sessions,
        @Nullable LocalTime at,
        Followed course) {

    /** What a file leaves out is nothing in particular. */
    public RuleExample {
        name = Objects.requireNonNullElse(name, "").strip();
        learner = Objects.requireNonNullElseGet(learner, Who::ordinary);
        sessions = list(sessions);
        course = Objects.requireNonNullElseGet(course, Followed::nothing);
    }

    /** The day an example is told on, unless it names another: a Friday without a holiday around. */
    public static final LocalDate ORDINARY_DAY = LocalDate.of(2026, 11, 27);

    /** Taught minutes of a session: half a day. */
    public static final int SESSION_MINUTES = 210;

    private static <T> List<T> list(@Nullable List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }

    /** Of nobody in particular. */
    public static RuleExample ordinary() {
        return new RuleExample("", true, null, Who.ordinary(), List.of(), null, Followed.nothing());
    }

    /** Who the rule is asked about; a file and a call tell the facts side by side. */
    public record Who(
            @JsonUnwrapped Enrolment enrolment,
            @JsonUnwrapped Person person,
            @JsonUnwrapped Pending pending,
            @JsonUnwrapped Activity activity) {

        /** Nobody in particular. */
        public static Who ordinary() {
            return new Who(Enrolment.ordinary(), Person.ordinary(), Pending.nothing(), Activity.none());
        }
    }

    /**
     * @param funder code or kind of the funder, null for none
     * @param group its code
     * @param programme code of the action
     * @param site its code
     * @param enrolled days since the enrolment, null for three months
     */
    public record Enrolment(
            @Nullable String funder,
            @Nullable String group,
            @Nullable String programme,
            @Nullable String site,
            @Nullable Integer enrolled) {

        static Enrolment ordinary() {
            return new Enrolment(null, null, null, null, null);
        }
    }

    /**
     * @param outside {@code COMPANY}, {@code CLOSURE} or {@code INTERRUPTED} that day, null when in training
     * @param accommodations as an enrolment tells them
     */
    public record Person(
            boolean apprentice,
            boolean minor,
            @Nullable String outside,
            @Nullable String accommodations) {

        static Person ordinary() {
            return new Person(false, false, null, null);
        }
    }

    /** What is under way about the learner. */
    public record Pending(boolean relaunchRunning, boolean underReview) {

        /** Nothing is. */
        public static Pending nothing() {
            return new Pending(false, false);
        }
    }

    /**
     * @param lastActivity days since the last activity on the platform, null for never
     * @param nextDue days until the next activity due, null for none
     */
    public record Activity(
            @Nullable Integer lastActivity, @Nullable Integer nextDue) {

        /** Neither of them. */
        public static Activity none() {
            return new Activity(null, null);
        }
    }

    /** A half-day's session of {@value #SESSION_MINUTES} minutes, from 9:00 or from 14:00. */
    public record Seance(
            int daysAgo,
            boolean afternoon,
            @JsonUnwrapped Setting setting,
            @JsonUnwrapped Presence presence,
            @JsonUnwrapped Absence absence) {

        /** A morning or afternoon not said yet, of which nothing but the presence is told. */
        public static Seance of(@Nullable String modality, Presence presence) {
            return new Seance(1, false, Setting.of(modality), presence, Absence.none());
        }

        /** As it was, on another half-day. */
        public Seance at(int days, boolean inTheAfternoon) {
            return new Seance(days, inTheAfternoon, setting, presence, absence);
        }

        /** As it was, with what is told of the absence. */
        public Seance because(Absence told) {
            return new Seance(daysAgo, afternoon, setting, presence, told);
        }

        /** As it was, held elsewhere or otherwise. */
        public Seance in(Setting where) {
            return new Seance(daysAgo, afternoon, where, presence, absence);
        }
    }

    /**
     * @param module its code
     * @param site its code
     */
    public record Setting(
            @Nullable String modality,
            @Nullable String module,
            @Nullable String site) {

        /** Of no module and no site. */
        public static Setting of(@Nullable String modality) {
            return new Setting(modality, null, null);
        }
    }

    /**
     * @param status of the attendance: PRESENT, LATE, LEFT_EARLY, PARTIAL, ABSENT or EXEMPT
     * @param minutesLost late, left early or missed, where the status is LATE, LEFT_EARLY or PARTIAL
     * @param creditedMinutes null for those that were observed
     * @param unsignedBy who has not signed the sheet: TRAINER, LEARNER
     */
    public record Presence(
            String status, int minutesLost, @Nullable Integer creditedMinutes, Set<String> unsignedBy) {

        public Presence {
            status = Objects.requireNonNullElse(status, "");
            unsignedBy = unsignedBy == null ? Set.of() : Set.copyOf(unsignedBy);
        }

        /** Signed by everybody, with no minutes of its own. */
        public static Presence of(String status, int minutesLost) {
            return new Presence(status, minutesLost, null, Set.of());
        }
    }

    /**
     * @param justification of an absence: TO_JUSTIFY, UNDER_REVIEW, JUSTIFIED or UNJUSTIFIED; null elsewhere
     * @param reason code of the absence reason given
     * @param underReviewDays days since the document was handed in, where it waits for a decision
     */
    public record Absence(
            @Nullable String justification,
            @Nullable String reason,
            @Nullable Integer underReviewDays) {

        /** There was none. */
        public static Absence none() {
            return new Absence(null, null, null);
        }

        /** Of which only this is known. */
        public static Absence of(@Nullable String justification) {
            return new Absence(justification, null, null);
        }
    }

    /**
     * What the learner follows, as far as a rule may ask for it.
     *
     * @param agreedMinutes null for a hundred hours
     * @param creditedMinutes null for those of the sessions
     * @param remainingMinutes of the sessions still to come, null for none
     * @param trainerAbsences how many days ago the trainer was absent, one for each session
     */
    public record Followed(
            @Nullable Integer agreedMinutes,
            @Nullable Integer creditedMinutes,
            @Nullable Integer remainingMinutes,
            List<Funding> fundings,
            List<Module> modules,
            List<Work> work,
            List<Connection> connections,
            List<Integer> trainerAbsences) {

        public Followed {
            fundings = list(fundings);
            modules = list(modules);
            work = list(work);
            connections = list(connections);
            trainerAbsences = list(trainerAbsences);
        }

        public static Followed nothing() {
            return new Followed(null, null, null, List.of(), List.of(), List.of(), List.of(), List.of());
        }
    }

    /** @param kind of the funder where the code is not one; null for the code itself */
    public record Funding(
            String code, @Nullable String kind, int agreedMinutes, int creditedMinutes, int remainingMinutes) {

        public Funding {
            code = Objects.requireNonNullElse(code, "").strip();
        }
    }

    /** A module; the sessions in it tell how much of it is done. */
    public record Module(String code, int plannedMinutes) {

        public Module {
            code = Objects.requireNonNullElse(code, "").strip();
        }
    }

    /**
     * An activity or evaluation asked of the learner.
     *
     * @param dueIn days until its date, negative once it is past; null for no date
     * @param state OPEN, FAILED (an evaluation taken and not passed) or ACHIEVED
     */
    public record Work(
            String title,
            @Nullable String module,
            boolean evaluation,
            int estimatedMinutes,
            @Nullable Integer dueIn,
            String state) {

        public Work {
            title = Objects.requireNonNullElse(title, "").strip();
            state = Objects.requireNonNullElse(state, "OPEN");
        }
    }

    public record Connection(int daysAgo, int minutes) {}

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
