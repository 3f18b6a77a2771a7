package fr.educentre.assidu.rules;

/** The published parameters of the rule sets that are tuned by numbers. */
public interface RuleParameters {

    /**
     * @param ruleSet {@code presence}, {@code justification} or {@code completion}
     * @param name the blank's name in the vocabulary, e.g. {@code delai} (hours) of {@code justification}
     * @throws IllegalArgumentException when there is no such parameter
     */
    double number(String ruleSet, String name);
}
