package fr.educentre.assidu.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the assiduity rules see of a learner: each on its own.
 *
 * @param sessions outcomes in time order, company periods, closures and interruptions left out
 */
public record LearnerFacts(
        Learner learner,
        Moment moment,
        Enrolment enrolment,
        Pending pending,
        Activity activity,
        List<SessionOutcome> sessions,
        Course course) {

    /** Who is looked at. */
    public record Learner(
            UUID id,
            String name,
            @Nullable UUID groupId,
            @Nullable String groupCode,
            boolean apprentice,
            boolean minor) {}

    /**
     * The day and the moment they are looked at.
     *
     * @param now the moment they are looked at
     */
    public record Moment(ZoneId zone, LocalDate today, Instant now) {

        /** The end of a day. */
        public Moment(ZoneId zone, LocalDate today) {
            this(zone, today, today.plusDays(1).atStartOfDay(zone).toInstant());
        }
    }

    /**
     * What was agreed with those who pay.
     *
     * @param funders codes and kinds of the learner's funders
     */
    public record Enrolment(
            @Nullable LocalDate enrolledOn, Set<String> funders, int agreedMinutes, int creditedMinutes) {}

    /** What is already under way. */
    public record Pending(boolean relaunchRunning, boolean justificationUnderReview) {}

    /**
     * Their work at a distance.
     *
     * @param lastActivityAt on the platform, null when never
     * @param nextDueAt the next distance activity not done yet
     */
    public record Activity(
            @Nullable Instant lastActivityAt, @Nullable Instant nextDueAt) {}

    public UUID learnerId() {
        return learner.id();
    }

    public String learnerName() {
        return learner.name();
    }

    public @Nullable UUID groupId() {
        return learner.groupId();
    }

    public @Nullable String groupCode() {
        return learner.groupCode();
    }

    public boolean apprentice() {
        return learner.apprentice();
    }

    public boolean minor() {
        return learner.minor();
    }

    public ZoneId zone() {
        return moment.zone();
    }

    public LocalDate today() {
        return moment.today();
    }

    public Instant now() {
        return moment.now();
    }

    public @Nullable LocalDate enrolledOn() {
        return enrolment.enrolledOn();
    }

    public Set<String> funders() {
        return enrolment.funders();
    }

    public int agreedMinutes() {
        return enrolment.agreedMinutes();
    }

    public int creditedMinutes() {
        return enrolment.creditedMinutes();
    }

    public boolean relaunchRunning() {
        return pending.relaunchRunning();
    }

    public boolean justificationUnderReview() {
        return pending.justificationUnderReview();
    }

    public @Nullable Instant lastActivityAt() {
        return activity.lastActivityAt();
    }

    public @Nullable Instant nextDueAt() {
        return activity.nextDueAt();
    }

    /** Of a learner of whose course nothing more is known. */
    public LearnerFacts(
            Learner learner,
            Moment moment,
            Enrolment enrolment,
            Pending pending,
            Activity activity,
            List<SessionOutcome> sessions) {
        this(learner, moment, enrolment, pending, activity, sessions, Course.NONE);
    }

    public LearnerFacts withRelaunchRunning(boolean running) {
        return new LearnerFacts(
                learner,
                moment,
                enrolment,
                new LearnerFacts.Pending(running, pending.justificationUnderReview()),
                activity,
                sessions,
                course);
    }

    /**
     * @param status name of the attendance status
     * @param justification name of the justification state, null where nothing is to justify
     * @param closed counts in the attendance rate to date
     */
    public record SessionOutcome(
            Session session,
            String status,
            @Nullable String justification,
            Minutes minutes,
            boolean closed,
            Details details) {

        /**
         * Which session.
         *
         * @param halfDay local date and AM or PM, {@code 2026-11-23/AM}
         */
        public record Session(
                UUID id,
                String title,
                @Nullable String module,
                String modality,
                Instant startsAt,
                LocalDate day,
                String halfDay) {}

        /** What was counted. */
        public record Minutes(int taught, int observed, int late, int early) {}

        public UUID sessionId() {
            return session.id();
        }

        public String title() {
            return session.title();
        }

        public @Nullable String module() {
            return session.module();
        }

        public String modality() {
            return session.modality();
        }

        public Instant startsAt() {
            return session.startsAt();
        }

        public LocalDate day() {
            return session.day();
        }

        public String halfDay() {
            return session.halfDay();
        }

        public int taughtMinutes() {
            return minutes.taught();
        }

        public int observedMinutes() {
            return minutes.observed();
        }

        public int lateMinutes() {
            return minutes.late();
        }

        public int earlyMinutes() {
            return minutes.early();
        }

        public SessionOutcome(
                Session session, String status, @Nullable String justification, Minutes minutes, boolean closed) {
            this(session, status, justification, minutes, closed, Details.NONE);
        }
    }

    /**
     * More of an outcome, for the sentences that ask.
     *
     * @param endsAt null where unknown
     * @param reason code of the absence reason given
     * @param underReviewSince null unless a justification waits for a decision
     * @param unsignedBy who has not signed: {@code TRAINER}, {@code LEARNER}; empty while nobody is asked to
     */
    public record Details(
            @Nullable Instant endsAt,
            @Nullable String moduleCode,
            @Nullable String site,
            @Nullable String reason,
            @Nullable Instant underReviewSince,
            int creditedMinutes,
            Set<String> unsignedBy) {

        public static final Details NONE = new Details(null, null, null, null, null, 0, Set.of());
    }

    /**
     * What the learner follows and what is still to come.
     *
     * @param accommodations as the enrolment tells them
     */
    public record Course(
            @Nullable String programme,
            @Nullable String site,
            Away away,
            @Nullable String accommodations,
            List<Funding> fundings,
            Plan plan,
            List<TrainerAbsence> trainerAbsences,
            Distance distance) {

        /**
         * Why the learner is not in training today.
         *
         * @param reason {@code COMPANY}, {@code CLOSURE} or {@code INTERRUPTED} today, null when in training
         * @param changesOn the next day on which {@code outside} changes, null when none is known
         */
        public record Away(
                @Nullable String reason, @Nullable LocalDate changesOn) {}

        /**
         * What is still to come.
         *
         * @param remainingMinutes taught minutes of the sessions still to come
         */
        public record Plan(int remainingMinutes, List<ModulePlan> modules) {}

        /** What is done at a distance. */
        public record Distance(List<Work> work, List<ConnectionDay> connections) {}

        public @Nullable String outside() {
            return away.reason();
        }

        public @Nullable LocalDate changesOn() {
            return away.changesOn();
        }

        public int remainingMinutes() {
            return plan.remainingMinutes();
        }

        public List<ModulePlan> modules() {
            return plan.modules();
        }

        public List<Work> work() {
            return distance.work();
        }

        public List<ConnectionDay> connections() {
            return distance.connections();
        }

        public static final Course NONE = new Course(
                null,
                null,
                new Course.Away(null, null),
                null,
                List.of(),
                new Course.Plan(0, List.of()),
                List.of(),
                new Course.Distance(List.of(), List.of()));
    }

    /** @param remainingMinutes of the sessions still to come within the funding's period */
    public record Funding(String code, String kind, int agreedMinutes, int creditedMinutes, int remainingMinutes) {}

    public record ModulePlan(String code, String title, int plannedMinutes) {}

    /** A session that the trainer's absence cancelled or moved. */
    public record TrainerAbsence(UUID sessionId, LocalDate day) {}

    /**
     * An activity or evaluation asked of the learner.
     *
     * @param module its code
     * @param state {@code OPEN}, {@code FAILED} (an evaluation taken and not passed) or {@code ACHIEVED}
     */
    public record Work(
            String title,
            @Nullable String module,
            boolean evaluation,
            int estimatedMinutes,
            @Nullable LocalDate dueOn,
            String state) {}

    public record ConnectionDay(LocalDate day, int minutes) {}
}
