package fr.educentre.assidu.rules;

import java.time.Duration;
import java.util.Collection;

/** The published parameters of the rule sets that are tuned rather than written. */
public interface RuleParameters {

    /**
     * @param ruleSet {@code presence}, {@code justification} or {@code completion}
     * @param name the blank's name in the vocabulary, e.g. {@code delai} (hours) of {@code justification}
     * @throws IllegalArgumentException when there is no such parameter
     */
    double number(String ruleSet, String name);

    /**
     * What becomes of unproven hours on a certificate.
     *
     * @param funders kinds of those who fund the enrolment, e.g. {@code CPF}; the one that asks for most is heard
     */
    WithoutProof withoutProof(Collection<String> funders);

    /** What an absence may be justified within, and again once more is asked for. */
    default Duration timeToJustify() {
        return Duration.ofHours(Math.round(number("justification", "delai")));
    }

    /** Nobody is asked to justify before this long after the session's start. */
    default Duration askedAfter() {
        return Duration.ofMinutes(Math.round(number("justification", "attente")));
    }

    /** The most that counts after an activity on the platform that nothing follows. */
    default Duration idleCap() {
        return Duration.ofMinutes(Math.round(number("completion", "coupure")));
    }
}
