package fr.educentre.assidu.rules.internal;

import java.util.List;

/**
 * A rule as read from its text: sentences of the vocabulary and nothing else of the person's but its name, purpose and
 * tags, which never reach the engine.
 *
 * @param scope whom it is about; {@link Formula#NOTHING} for everyone
 * @param exception what keeps it from firing; {@link Formula#NEVER} where there is none
 */
record RuleText(
        String name,
        String purpose,
        List<String> tags,
        Formula scope,
        Formula condition,
        Formula exception,
        List<Filled> actions,
        List<Filled> limits,
        List<Filled> parameters) {

    List<Filled> scopes() {
        return scope.leaves();
    }

    List<Filled> conditions() {
        return condition.leaves();
    }

    List<Filled> exceptions() {
        return exception.leaves();
    }

    /** Value of a parameter that holds for everyone, a number by its type. */
    double number(String blank) {
        for (Filled parameter : parameters) {
            boolean forAll = parameter.sentence().occurs().per().isEmpty();
            if (forAll && parameter.values().get(blank) instanceof BlankValue.Numeric numeric) {
                return numeric.number().doubleValue();
            }
        }
        throw new IllegalArgumentException("No parameter " + blank + " in " + name);
    }

    /** Code of a choice that holds for everyone; the other one where the text does not say. */
    String choice(String blank, String unsaid) {
        for (Filled parameter : parameters) {
            boolean forAll = parameter.sentence().occurs().per().isEmpty();
            if (forAll && parameter.values().get(blank) instanceof BlankValue.ChoiceValue choice) {
                return choice.code();
            }
        }
        return unsaid;
    }
}
