package fr.educentre.assidu.rules.language;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A rule as read from its text: sentences of the vocabulary and nothing else of the person's but its name, purpose and
 * tags, which never reach the engine.
 */
public record RuleText(
        String name,
        String purpose,
        List<String> tags,
        Logic logic,
        List<BoundSentence> actions,
        List<BoundSentence> limits,
        List<BoundSentence> parameters) {

    /**
     * When it fires.
     *
     * @param scope whom it is about; {@link ConditionTree#NOTHING} for everyone
     * @param exception what keeps it from firing; {@link ConditionTree#NEVER} where there is none
     */
    public record Logic(ConditionTree scope, ConditionTree condition, ConditionTree exception) {}

    public List<BoundSentence> scopes() {
        return logic.scope().leaves();
    }

    public List<BoundSentence> conditions() {
        return logic.condition().leaves();
    }

    /** Codes of the reasons of absence by which it says whom it is about. */
    public Set<String> reasons() {
        return Stream.of(scopes(), conditions())
                .flatMap(List::stream)
                .flatMap(sentence -> sentence.reasons().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    public List<BoundSentence> exceptions() {
        return logic.exception().leaves();
    }

    /** Value of a parameter that holds for everyone, a number by its type. */
    public double number(String blank) {
        for (BoundSentence parameter : parameters) {
            boolean forAll = parameter.sentence().occurs().per().isEmpty();
            if (forAll && parameter.values().get(blank) instanceof BlankValue.Numeric numeric) {
                return numeric.number().doubleValue();
            }
        }
        throw new IllegalArgumentException("No parameter " + blank + " in " + name);
    }

    /** Code of a choice that holds for everyone; the other one where the text does not say. */
    public String choice(String blank, String unsaid) {
        for (BoundSentence parameter : parameters) {
            boolean forAll = parameter.sentence().occurs().per().isEmpty();
            if (forAll && parameter.values().get(blank) instanceof BlankValue.ChoiceValue choice) {
                return choice.code();
            }
        }
        return unsaid;
    }
}
