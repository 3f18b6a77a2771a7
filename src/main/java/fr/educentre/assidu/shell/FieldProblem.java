package fr.educentre.assidu.shell;

import java.util.List;

/**
 * What is wrong with one field of what was given.
 *
 * @param field its path, as callers and forms name it: {@code closures[1].to}
 * @param key of the text bundles: what is wrong and how to mend it
 * @param arguments values of that text
 */
public record FieldProblem(String field, String key, List<Object> arguments) {

    public FieldProblem(String field, String key, Object... arguments) {
        this(field, key, List.of(arguments));
    }
}
