package fr.educentre.assidu.rules.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How often a parameter stands in its set.
 *
 * @param required it may not be left out
 * @param per blanks that say what for: the line may stand once for each of their values; empty for a line that is for all
 */
record Cardinality(boolean required, List<String> per) {

    private static final Pattern DECLARED = Pattern.compile("facultatif(?:, par (\\w+(?: et \\w+)*))?");
    private static final Cardinality ONCE = new Cardinality(true, List.of());

    /** As vocabulary files say it after {@code fois:}; exactly once where they say nothing. */
    static Cardinality of(String declared) {
        if (declared.isEmpty()) {
            return ONCE;
        }
        Matcher matcher = DECLARED.matcher(declared);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a number of times: " + declared);
        }
        String per = matcher.group(1);
        return new Cardinality(false, per == null ? List.of() : List.of(per.split(" et ")));
    }

    /** What is missing, given again or contradicted among the lines of a set of parameters. */
    static List<RuleProblem> problems(List<Sentence> sentences, List<BoundSentence> lines) {
        var findings = new ArrayList<RuleProblem>();
        var first = new HashMap<String, BoundSentence>();
        for (BoundSentence line : lines) {
            BoundSentence before = first.putIfAbsent(line.sentence().occurs().key(line), line);
            if (before != null) {
                String problem = before.values().equals(line.values()) ? "twice" : "contradicts";
                findings.add(RuleProblem.of(line.line(), "rules.problem." + problem, before.line()));
            }
        }
        sentences.stream()
                .filter(sentence -> sentence.occurs().required() && !first.containsKey(sentence.id()))
                .forEach(sentence -> findings.add(
                        RuleProblem.of(1, "rules.problem.missing").suggesting(Optional.of(sentence.withExamples()))));
        return findings;
    }

    private String key(BoundSentence line) {
        return line.sentence().id()
                + per.stream().map(blank -> " " + value(line.values(), blank)).collect(Collectors.joining());
    }

    /** Codes are the same whatever their case. */
    private static String value(Map<String, BlankValue> values, String blank) {
        return Objects.requireNonNull(values.get(blank)).french().toLowerCase(java.util.Locale.FRENCH);
    }
}
