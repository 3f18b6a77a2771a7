package fr.educentre.assidu.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of the rules; the module that keeps the alerts counts. */
public interface RuleWatch {

    /** The last days of every rule that fired in them. */
    Map<UUID, Count> lately(int days);

    /** A rule over the last weeks. */
    Course course(UUID ruleId, int weeks);

    /** Learners rules look at. */
    long watched();

    /**
     * @param due alerts of more than 7 days, about which one can tell whether the learner came back
     * @param returned of those, learners seen in a session within the 7 days
     */
    record Count(int firings, int learners, int due, int returned) {

        public static final Count NONE = new Count(0, 0, 0, 0);

        /** Between 0 and 1, null while no alert is old enough. */
        public @Nullable Double returnedShare() {
            return due == 0 ? null : Math.round(10_000.0 * returned / due) / 10_000.0;
        }
    }

    /** @param weeks oldest first */
    record Course(Count count, List<Week> weeks, List<Overlap> overlaps) {}

    record Week(LocalDate from, int firings) {}

    /** Learners whom both rules touched; @param share of those this rule touched */
    record Overlap(UUID ruleId, String ruleName, int learners, double share) {}
}
