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
        Rule rule,
        String episode,
        Progress progress,
        Finding finding) {

    /** The published rule that raised it. */
    record Rule(UUID id, int version, String name) {}

    /** How far it is. */
    record Progress(String state, @Nullable String endReason, Instant raisedAt) {}

    /** What the rule saw and asks for. */
    record Finding(String explanation, Seen seen, List<String> actions, boolean atRisk) {}

    static final String RESOLVED = "RESOLVED";
    static final String NO_LONGER_FIRES = "NO_LONGER_FIRES";
    static final String TREATED = "TREATED";

    /** @param values behind each sentence; @param sessions those that made them */
    record Seen(java.util.Map<String, Object> values, Set<UUID> sessions) {}

    boolean open() {
        return !progress.state().equals(RESOLVED);
    }

    /** Ended by someone who dealt with it, not by the facts. */
    boolean treated() {
        return TREATED.equals(progress.endReason());
    }

    boolean sameRule(UUID learner, UUID ruleId) {
        return learnerId.equals(learner) && rule.id().equals(ruleId);
    }

    boolean sharesSessions(List<UUID> others) {
        return !Collections.disjoint(finding.seen().sessions(), others);
    }
}
