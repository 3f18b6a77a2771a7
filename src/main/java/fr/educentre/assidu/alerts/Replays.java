package fr.educentre.assidu.alerts;

import fr.educentre.assidu.shell.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** A rule run over the past as it was known on each day. Nothing is raised, nothing is sent. */
public interface Replays {

    /** The longest period, in days. */
    int MOST_DAYS = 366;

    /**
     * @param progress told the days done, from 1
     * @throws fr.educentre.assidu.shell.Refusal INVALID for a text that is no rule, a period that ends after today or is
     *     longer than {@link #MOST_DAYS} days; NOT_FOUND for an unknown rule, version or group
     */
    Report replay(Request request, IntConsumer progress);

    /**
     * @param text the draft; null to take {@code version} of {@code ruleId}
     * @param ruleId compared with its published version; with a text alone, the rule of the same name is
     * @param groupId only the learners of the group; null for all
     */
    record Request(
            String ruleSet,
            @Nullable String text,
            @Nullable UUID ruleId,
            @Nullable Integer version,
            LocalDate from,
            LocalDate to,
            @Nullable UUID groupId) {}

    /**
     * @param items what the draft would have raised, by date then learner
     * @param learners how many different learners
     * @param mails relaunch mails that would have left
     * @param comparedWith the published version, null where there is none
     */
    record Report(
            List<Raised> items,
            int learners,
            int mails,
            @Nullable Published comparedWith,
            Difference difference) {}

    record Published(UUID ruleId, String ruleName) {}

    /** Alerts of the draft alone, of the published version alone, and of both for the same learner and day. */
    record Difference(List<Raised> added, List<Raised> gone, List<Raised> same) {}

    /** @param why as the alert would have said it */
    record Raised(UUID learnerId, String learnerName, LocalDate date, Wording why, List<String> actions) {}
}
