package fr.educentre.assidu.shell;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What the demonstration builds. Everything follows from these two values and from ordinals, so that two runs on one
 * day give the same centre.
 *
 * <p>Learners have the external identifiers {@code APP-0001} to {@code APP-nnnn}, without a gap. Sessions whose
 * external identifier begins with {@link #LEFT_ALONE} get no evidence, no mark and no verdict from any step. A learner
 * is {@linkplain #inDifficulty in difficulty} when the ordinal ends in 7 (one in ten, spread over the groups): steps
 * that make evidence leave them absent often, and those {@linkplain #silent silent} do nothing on the platform lately.
 *
 * <p>Activities of a group's modules are done at a distance, in their order and each by its {@linkplain #activityDue due
 * day}; the last of each module is its evaluation.
 *
 * @param today the day it is for, in Europe/Paris
 * @param learners how many, 1 or more
 */
public record DemoPlan(LocalDate today, int learners) {

    /** Begins the external identifier of sessions that no step gives evidence to. */
    public static final String LEFT_ALONE = "ATT-";

    /** How long silent learners have done nothing on the platform, in days. */
    public static final int SILENT_DAYS = 12;

    public static String learnerExternalId(int ordinal) {
        return "APP-%04d".formatted(ordinal);
    }

    public static boolean inDifficulty(String learnerExternalId) {
        return learnerExternalId.endsWith("7");
    }

    /** Every second one of those in difficulty. */
    public static boolean silent(String learnerExternalId) {
        return inDifficulty(learnerExternalId)
                && (learnerExternalId.charAt(learnerExternalId.length() - 2) - '0') % 2 == 1;
    }

    /**
     * Due days spread evenly over the group's time.
     *
     * @param place among all activities of the group, from 0
     */
    public static LocalDate activityDue(LocalDate startsOn, LocalDate endsOn, int place, int activities) {
        return startsOn.plusDays(ChronoUnit.DAYS.between(startsOn, endsOn) * (place + 1) / (activities + 1));
    }
}
