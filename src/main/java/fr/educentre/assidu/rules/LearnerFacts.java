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
        @Nullable LocalDate enrolledOn) {

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
            boolean closed) {}
}
