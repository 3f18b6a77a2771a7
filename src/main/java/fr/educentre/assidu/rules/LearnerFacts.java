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
 * @param funders codes and kinds of the learner's funders
 * @param sessions outcomes in time order, company periods, closures and interruptions left out
 * @param lastActivityAt on the platform, null when never
 * @param nextDueAt the next distance activity not done yet
 * @param now the moment they are looked at
 */
public record LearnerFacts(
        UUID learnerId,
        String learnerName,
        @Nullable UUID groupId,
        @Nullable String groupCode,
        ZoneId zone,
        LocalDate today,
        Set<String> funders,
        boolean apprentice,
        boolean minor,
        boolean relaunchRunning,
        boolean justificationUnderReview,
        int agreedMinutes,
        int creditedMinutes,
        List<SessionOutcome> sessions,
        @Nullable Instant lastActivityAt,
        @Nullable Instant nextDueAt,
        @Nullable LocalDate enrolledOn,
        Instant now,
        Course course) {

    /** Of a learner of whose course nothing more is known, at the end of the day. */
    public LearnerFacts(
            UUID learnerId,
            String learnerName,
            @Nullable UUID groupId,
            @Nullable String groupCode,
            ZoneId zone,
            LocalDate today,
            Set<String> funders,
            boolean apprentice,
            boolean minor,
            boolean relaunchRunning,
            boolean justificationUnderReview,
            int agreedMinutes,
            int creditedMinutes,
            List<SessionOutcome> sessions,
            @Nullable Instant lastActivityAt,
            @Nullable Instant nextDueAt,
            @Nullable LocalDate enrolledOn) {
        this(
                learnerId,
                learnerName,
                groupId,
                groupCode,
                zone,
                today,
                funders,
                apprentice,
                minor,
                relaunchRunning,
                justificationUnderReview,
                agreedMinutes,
                creditedMinutes,
                sessions,
                lastActivityAt,
                nextDueAt,
                enrolledOn,
                today.plusDays(1).atStartOfDay(zone).toInstant(),
                Course.NONE);
    }

    public LearnerFacts withRelaunchRunning(boolean running) {
        return new LearnerFacts(
                learnerId,
                learnerName,
                groupId,
                groupCode,
                zone,
                today,
                funders,
                apprentice,
                minor,
                running,
                justificationUnderReview,
                agreedMinutes,
                creditedMinutes,
                sessions,
                lastActivityAt,
                nextDueAt,
                enrolledOn,
                now,
                course);
    }

    /**
     * @param halfDay local date and AM or PM, {@code 2026-11-23/AM}
     * @param status name of the attendance status
     * @param justification name of the justification state, null where nothing is to justify
     * @param closed counts in the attendance rate to date
     */
    public record SessionOutcome(
            UUID sessionId,
            String title,
            @Nullable String module,
            String modality,
            Instant startsAt,
            LocalDate day,
            String halfDay,
            String status,
            @Nullable String justification,
            int taughtMinutes,
            int observedMinutes,
            int lateMinutes,
            int earlyMinutes,
            boolean closed,
            Details details) {

        public SessionOutcome(
                UUID sessionId,
                String title,
                @Nullable String module,
                String modality,
                Instant startsAt,
                LocalDate day,
                String halfDay,
                String status,
                @Nullable String justification,
                int taughtMinutes,
                int observedMinutes,
                int lateMinutes,
                int earlyMinutes,
                boolean closed) {
            this(
                    sessionId,
                    title,
                    module,
                    modality,
                    startsAt,
                    day,
                    halfDay,
                    status,
                    justification,
                    taughtMinutes,
                    observedMinutes,
                    lateMinutes,
                    earlyMinutes,
                    closed,
                    Details.NONE);
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
     * @param outside {@code COMPANY}, {@code CLOSURE} or {@code INTERRUPTED} today, null when in training
     * @param changesOn the next day on which {@code outside} changes, null when none is known
     * @param accommodations as the enrolment tells them
     * @param remainingMinutes taught minutes of the sessions still to come
     */
    public record Course(
            @Nullable String programme,
            @Nullable String site,
            @Nullable String outside,
            @Nullable LocalDate changesOn,
            @Nullable String accommodations,
            List<Funding> fundings,
            int remainingMinutes,
            List<ModulePlan> modules,
            List<TrainerAbsence> trainerAbsences,
            List<Work> work,
            List<ConnectionDay> connections) {

        public static final Course NONE =
                new Course(null, null, null, null, null, List.of(), 0, List.of(), List.of(), List.of(), List.of());
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
