package fr.educentre.assidu.rules;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The assiduity rules: a learner's facts to alerts. The same facts always give the same firings, in the same order. */
public interface AssiduityRules {

    /** What the published rules conclude. */
    List<RuleMatch> evaluate(Collection<LearnerFacts> learners);

    /** The same, with when the clock alone may change the answer. */
    Outcome assess(Collection<LearnerFacts> learners);

    /** A stamp of the rules in force: another one once any is published or retired. */
    String inForce();

    /**
     * Why the published version of a rule fires for a learner, or why not, said in a language.
     *
     * @throws fr.educentre.assidu.shell.Refusal NOT_FOUND when it has none
     */
    Explanation explain(UUID ruleId, LearnerFacts learner, Locale language);

    /**
     * Compiles a text aside, to try it; nothing in force changes.
     *
     * @throws fr.educentre.assidu.shell.Refusal INVALID when the text is no rule
     */
    Trial trial(String text);

    /** The published version of one rule, to be compared with a trial. */
    Trial published(UUID ruleId);

    /**
     * A version as it was published, in force or not: what began with a version is held to that one.
     *
     * @throws fr.educentre.assidu.shell.Refusal NOT_FOUND
     */
    Trial version(UUID ruleId, int version);

    /** Whether the rules in force hold this very version. */
    boolean inForce(UUID ruleId, int version);

    /** A rule that can be asked apart from those in force. */
    interface Trial {

        List<RuleMatch> evaluate(Collection<LearnerFacts> learners);
    }

    /** @param again by learner */
    record Outcome(List<RuleMatch> firings, Map<UUID, LookAgain> again) {

        /**
         * When the answer about a learner may change although no fact does; null when it never will.
         *
         * @param on a day on which a window has slid, a deadline has passed
         * @param at an instant, before that, of a condition that counts minutes or hours
         */
        public record LookAgain(
                @Nullable LocalDate on, @Nullable Instant at) {}
    }

    /**
     * A rule's scope, conditions and exceptions asked one by one.
     *
     * @param fires null where it is not for the reader to know
     */
    record Explanation(
            UUID ruleId,
            int ruleVersion,
            String ruleName,
            @Nullable Boolean fires,
            List<Line> lines) {

        /**
         * @param kind SCOPE, CONDITION or EXCEPTION; an exception that holds keeps the rule from firing
         * @param holds as the line reads, "il est faux que" included; null where it is not for the reader to know
         * @param alternative facts of the same number go together; another number is another way to hold
         * @param reasons codes of the reasons of absence that it asks for
         */
        public record Line(
                String kind,
                String sentence,
                @Nullable Boolean holds,
                @JsonUnwrapped Measured measured,
                @JsonUnwrapped Comparison comparison,
                int alternative,
                @JsonIgnore Set<String> reasons) {

            /**
             * What was seen.
             *
             * @param value null when there was nothing to measure
             */
            public record Measured(@Nullable Double value, String explanation, List<UUID> sessions) {}

            /**
             * What it was compared with.
             *
             * @param threshold what the value is compared with, null for a plain fact
             * @param missing by how much a comparison fails, null when it holds; {@code gap} says it
             */
            public record Comparison(
                    @Nullable Double threshold, @Nullable Double missing, String gap) {}
        }
    }
}
