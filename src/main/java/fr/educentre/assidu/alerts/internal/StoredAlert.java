package fr.educentre.assidu.alerts.internal;

import fr.educentre.assidu.rules.RuleMatch;
import fr.educentre.assidu.shell.Wording;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

    /** What the rule saw and asks for. @param aboutHealth it counts a reason of absence, which may be a matter of health */
    record Finding(Wording explanation, Seen seen, List<String> actions, boolean atRisk, boolean aboutHealth) {}

    static final String RESOLVED = "RESOLVED";
    static final String NO_LONGER_FIRES = "NO_LONGER_FIRES";
    static final String TREATED = "TREATED";

    /** @param values behind each sentence; @param sessions those that made them */
    record Seen(Map<String, Object> values, Set<UUID> sessions) {

        static Seen of(RuleMatch firing) {
            return new Seen(firing.facts(), new LinkedHashSet<>(firing.sessions()));
        }

        private boolean same(Seen other) {
            return sessions.equals(other.sessions) && figures().equals(other.figures());
        }

        /** JSON does not tell 3 from 3.0. */
        private Map<String, Object> figures() {
            Map<String, Object> figures = new HashMap<>(values);
            figures.replaceAll((sentence, value) -> value instanceof Number number ? number.doubleValue() : value);
            return figures;
        }
    }

    /** A sentence that an earlier version wrote is not compared with today's words: what it was made of is. */
    boolean says(RuleMatch firing) {
        return finding.explanation() instanceof Wording.Written
                ? finding.seen().same(Seen.of(firing))
                : finding.explanation().equals(firing.why());
    }

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
