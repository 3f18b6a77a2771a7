package fr.educentre.assidu.rules.internal;

import java.util.List;

/** A rule as read from its text: sentences of the vocabulary and nothing else. */
record RuleText(
        String name,
        List<Filled> scopes,
        List<Filled> conditions,
        List<Filled> exceptions,
        List<Filled> actions,
        List<Filled> limits,
        List<Filled> parameters) {

    /** Value of a parameter, a number by its type. */
    double number(String blank) {
        for (Filled parameter : parameters) {
            if (parameter.values().get(blank) instanceof BlankValue.NumberValue value) {
                return value.number().doubleValue();
            }
        }
        throw new IllegalArgumentException("No parameter " + blank + " in " + name);
    }
}
