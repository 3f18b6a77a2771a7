package fr.educentre.assidu.progress;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Module completion, connection time and evaluations. */
public interface Progress {

    /** Bounded number of statements whatever the number of learners. Learners without activity have zeros. */
    Map<UUID, LearnerProgress> ofGroup(UUID groupId, Collection<UUID> learnerIds);

    /** Last activity on the platform and next due requirement, for the rules. */
    Map<UUID, ActivitySituation> situations(Collection<UUID> learnerIds);

    /** The same as it was at an instant. */
    Map<UUID, ActivitySituation> situationsAt(Collection<UUID> learnerIds, Instant at);

    /** Results of a learner, for their page. */
    List<ResultView> results(UUID learnerId);

    /** Estimated minutes of validated distance activities, by enrolment's learner and group: what they credit. */
    Map<UUID, Integer> creditedActivityMinutes(UUID groupId, Collection<UUID> learnerIds);

    /** The same, each for itself; a learner without any is left out. */
    Map<UUID, List<CreditedActivity>> creditedActivities(UUID groupId, Collection<UUID> learnerIds);

    /**
     * A distance activity validated.
     *
     * @param estimatedMinutes what it credits
     */
    record CreditedActivity(String activityId, String title, int estimatedMinutes, Instant doneAt) {}

    record LearnerProgress(
            UUID learnerId,
            int modules,
            int completedModules,
            int connectionMinutes,
            int evaluationsNotTaken,
            int evaluationsTaken,
            int evaluationsPassed,
            @Nullable Instant lastActivityAt) {}

    record ActivitySituation(
            UUID learnerId,
            @Nullable Instant lastActivityAt,
            @Nullable Instant nextDueAt,
            int openRequirements) {}

    record ResultView(
            Activity activity,
            @Nullable String state,
            @Nullable Double score,
            @Nullable Instant at,
            @Nullable Instant dueAt) {

        /** What was asked. */
        public record Activity(String id, String title, String moduleTitle, boolean evaluation, int estimatedMinutes) {}
    }

    /** Results or connection time of these learners changed. */
    record ProgressChanged(java.util.Set<UUID> learnerIds) {}
}
