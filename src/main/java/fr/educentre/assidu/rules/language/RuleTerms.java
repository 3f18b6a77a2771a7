package fr.educentre.assidu.rules.language;

import fr.educentre.assidu.rules.RuleLines;
import fr.educentre.assidu.rules.RuleLines.Line;
import fr.educentre.assidu.rules.RuleLines.Place;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a rule says, place by place, so that two rules can be compared whatever the order of their lines. Conditions that
 * are joined otherwise than by "et" are one term: nothing is concluded from a part of them.
 */
public record RuleTerms(
        Set<String> scopes, Set<String> conditions, Set<String> exceptions, Set<String> actions, Set<String> limits) {

    private static final Pattern RELAUNCH = Pattern.compile("relancer .*");

    public static RuleTerms of(String text) {
        var lines = RuleLines.of("assiduity", text);
        return new RuleTerms(
                terms(lines, Place.SCOPE),
                joined(lines, Place.CONDITION, "ou|or"),
                joined(lines, Place.EXCEPTION, "et|and"),
                terms(lines, Place.ACTION),
                terms(lines, Place.LIMIT));
    }

    private static Set<String> terms(RuleLines lines, Place place) {
        return lines.in(place).stream().map(RuleTerms::term).collect(Collectors.toUnmodifiableSet());
    }

    /** Apart where nothing but the ordinary word joins them, else all of them one term. */
    private static Set<String> joined(RuleLines lines, Place place, String other) {
        var all = lines.in(place);
        boolean simple = all.stream()
                .noneMatch(line -> plain(line.lead()).matches("(?:.*\\b(?:" + other + ")\\b.*|.*-.*)")
                        || line.sentence().endsWith(":"));
        return simple
                ? all.stream().map(RuleTerms::term).collect(Collectors.toUnmodifiableSet())
                : Set.of(all.stream()
                        .map(line -> plain(line.lead() + line.sentence()))
                        .collect(Collectors.joining(" ")));
    }

    /** A negation is part of what is said. */
    private static String term(Line line) {
        return (line.negated() ? "non " : "") + plain(line.sentence());
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.FRENCH)
                .replace('\u2019', '\'')
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** An exception of its own excludes just what it asks for. */
    public boolean cannotHold() {
        return conditions.stream().anyMatch(exceptions::contains)
                || conditions.stream().anyMatch(condition -> conditions.contains("non " + condition));
    }

    /** Whenever the other fires this one does, and asks for at least as much. */
    public boolean covers(RuleTerms other) {
        return other.conditions.containsAll(conditions)
                && other.scopes.equals(scopes)
                && other.exceptions.containsAll(exceptions)
                && actions.containsAll(other.actions);
    }

    /** On the very same facts they relaunch the learner differently. */
    public boolean contradicts(RuleTerms other) {
        var mine = relaunches();
        var theirs = other.relaunches();
        return conditions.equals(other.conditions)
                && scopes.equals(other.scopes)
                && !mine.isEmpty()
                && !theirs.isEmpty()
                && !mine.equals(theirs);
    }

    private Set<String> relaunches() {
        var relaunches = new HashSet<String>();
        actions.stream().filter(action -> RELAUNCH.matcher(action).matches()).forEach(relaunches::add);
        return relaunches;
    }
}
