package fr.educentre.assidu.alerts.internal;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An alert as kept. */
record StoredAlert(
        UUID id,
        UUID learnerId,
        @Nullable UUID groupId,
        UUID ruleId,
        int ruleVersion,
        String ruleName,
        String episode,
        String state,
        @Nullable String endReason,
        String explanation,
        Seen seen,
        List<String> actions,
        boolean atRisk,
        Instant raisedAt) {

    static final String RESOLVED = "RESOLVED";
    static final String NO_LONGER_FIRES = "NO_LONGER_FIRES";
    static final String TREATED = "TREATED";

    /** @param values behind each sentence; @param sessions those that made them */
    record Seen(java.util.Map<String, Object> values, Set<UUID> sessions) {}

    boolean open() {
        return !state.equals(RESOLVED);
    }

    /** Ended by someone who dealt with it, not by the facts. */
    boolean treated() {
        return TREATED.equals(endReason);
    }

    boolean sameRule(UUID learner, UUID rule) {
        return learnerId.equals(learner) && ruleId.equals(rule);
    }

    boolean sharesSessions(List<UUID> others) {
        return !Collections.disjoint(seen.sessions(), others);
    }
}
