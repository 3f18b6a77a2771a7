package fr.educentre.assidu.rules.internal;

import java.util.List;
import java.util.Optional;

/** What is wrong on a line of a rule's text: a key of the text bundles with its arguments, and what could stand there. */
record Finding(int line, String key, List<Object> arguments, Optional<String> suggestion) {

    static Finding of(int line, String key, Object... arguments) {
        return new Finding(line, key, List.of(arguments), Optional.empty());
    }

    Finding suggesting(Optional<String> sentence) {
        return new Finding(line, key, arguments, sentence);
    }
}
