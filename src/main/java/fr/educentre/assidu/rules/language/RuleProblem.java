package fr.educentre.assidu.rules.language;

import java.util.List;
import java.util.Optional;

/** What is wrong on a line of a rule's text: a key of the text bundles with its arguments, and what could stand there. */
public record RuleProblem(int line, String key, List<Object> arguments, Optional<String> suggestion) {

    static RuleProblem of(int line, String key, Object... arguments) {
        return new RuleProblem(line, key, List.of(arguments), Optional.empty());
    }

    RuleProblem suggesting(Optional<String> sentence) {
        return new RuleProblem(line, key, arguments, sentence);
    }
}
