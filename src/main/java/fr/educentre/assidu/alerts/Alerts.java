package fr.educentre.assidu.alerts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.rules.AssiduityRules.Explanation;
import fr.educentre.assidu.rules.RuleMatch;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Wording;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Alerts and why they fired. */
public interface Alerts {

    /** As the reader of this request or screen may read it. */
    Optional<AlertView> find(UUID alertId);

    /** As anybody may read it: what goes into a mail. */
    Optional<AlertView> findForMail(UUID alertId);

    PageOf<AlertView> search(Query query, int page, int size);

    List<AlertView> ofLearner(UUID learnerId);

    /** Gathers the facts of these learners, asks the published rules, keeps what fired. */
    void evaluate(Collection<UUID> learnerIds);

    void acknowledge(UUID alertId);

    /** Whether the alert is open and its rule would still fire on today's facts, a running relaunch left aside. */
    boolean stillHolds(UUID alertId);

    /** Someone, or the relaunch, has dealt with it: it does not come back on the same facts. */
    void resolve(UUID alertId, String by, String note);

    /**
     * The conditions of a rule's published version asked one by one about a learner: why it fires, or why not.
     *
     * @throws fr.educentre.assidu.shell.Refusal NOT_FOUND
     */
    Explanation whyNot(UUID learnerId, UUID ruleId);

    /** What {@link AlertView#state} may be. */
    Set<String> STATES = Set.of("OPEN", "ACKNOWLEDGED", "RESOLVED");

    record Query(
            @Nullable UUID groupId,
            @Nullable UUID learnerId,
            @Nullable String state,
            @Nullable UUID visibleToTrainer) {}

    /**
     * @param rule its name, and {@code version}, under the names that verdicts give them too
     */
    record AlertView(
            UUID id,
            String rule,
            int version,
            @JsonUnwrapped AlertedLearner learner,
            @JsonUnwrapped RaisingRule raisedBy,
            String state,
            @JsonUnwrapped Finding finding,
            Instant raisedAt) {

        /** Whose it is. */
        public record AlertedLearner(
                UUID learnerId,
                String learnerName,
                @Nullable UUID groupId) {}

        /** The published rule that raised it. @param ruleId null where it is not for the reader to know */
        public record RaisingRule(@Nullable UUID ruleId, int ruleVersion, String ruleName) {}

        /**
         * What the rule saw and asks for.
         *
         * @param reserved the rule counts a reason that is a matter of health, which the reader does not read: neither its
         *     name, nor what it saw, nor words of its own are told
         */
        public record Finding(
                Wording explanation,
                Map<String, Object> facts,
                List<String> actions,
                boolean atRisk,
                boolean reserved) {}
    }

    /**
     * An alert is over.
     *
     * @param by who dealt with it; the application where its rule no longer fires
     * @param dealtWith by somebody, rather than that its rule no longer fires
     */
    record AlertResolved(UUID alertId, UUID learnerId, String by, boolean dealtWith) {}

    /**
     * An alert was raised: what its rule asks for is to be done. The name of the rule and the explanation are as anybody may
     * read them.
     *
     * @param reserved what the rule saw is a matter of health
     */
    record AlertRaised(
            UUID alertId,
            UUID learnerId,
            String ruleName,
            Wording explanation,
            List<UUID> sessions,
            List<RuleMatch.Action> actions,
            boolean reserved) {}
}
