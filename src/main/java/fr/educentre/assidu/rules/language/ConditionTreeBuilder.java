package fr.educentre.assidu.rules.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts the facts of one part of a rule together as their lines come: alternatives of facts that must all hold. */
final class ConditionTreeBuilder {

    private static final Pattern LED = pattern("(?:(et|and)|(ou|or)) (.+)");
    private static final Pattern FALSE = pattern("(?:il est faux (?:que |qu')|it is false that )(.+)");
    private static final Pattern LIST =
            pattern("(?:(l'un de ces faits|one of these)|(tous ces faits|all of these)) ?:");
    private static final Pattern ITEM = Pattern.compile("- ?(.+)");

    private final SentenceReader sentences;
    private final SentenceKind kind;
    private final Consumer<RuleProblem> findings;
    private final List<List<ConditionTree>> alternatives = new ArrayList<>();
    private @Nullable Items open;
    private boolean any;

    ConditionTreeBuilder(SentenceReader sentences, SentenceKind kind, Consumer<RuleProblem> findings) {
        this.sentences = sentences;
        this.kind = kind;
        this.findings = findings;
    }

    /** A list of facts being read. */
    private record Items(int line, boolean all, boolean negated, List<ConditionTree> facts) {

        ConditionTree formula() {
            ConditionTree whole =
                    all ? new ConditionTree.All(List.copyOf(facts)) : new ConditionTree.Any(List.copyOf(facts));
            return negated ? new ConditionTree.Not(whole) : whole;
        }
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Begins with "et" or "ou". */
    static boolean led(String line) {
        return LED.matcher(line).matches();
    }

    /** Nothing was said here, not even wrongly. */
    boolean isEmpty() {
        return !any;
    }

    /** A line of a scope, which "pour" begins: one more thing that must hold. */
    void clause(int number, String line) {
        any = true;
        fact(number, line).ifPresent(fact -> alternatives.add(new ArrayList<>(List.of(fact))));
    }

    void line(int number, String line) {
        any = true;
        Matcher item = ITEM.matcher(line);
        if (item.matches()) {
            item(number, item.group(1));
            return;
        }
        end();
        Matcher led = LED.matcher(line);
        boolean leads = led.matches();
        boolean first = alternatives.isEmpty();
        boolean or = leads ? led.group(2) != null : kind == SentenceKind.EXCEPTION;
        if (!leads && !first && kind == SentenceKind.CONDITION) {
            findings.accept(RuleProblem.of(number, "rules.problem.and").suggesting(Optional.of("et " + line)));
            return;
        }
        // In a scope "ou" goes on with the clause that "pour" began; elsewhere "et" goes on with the alternative.
        boolean goesOn = kind == SentenceKind.SCOPE ? or : !or;
        if (first || !goesOn) {
            alternatives.add(new ArrayList<>());
        }
        add(number, leads ? led.group(3) : line);
    }

    private void add(int number, String said) {
        Matcher negated = FALSE.matcher(said);
        Matcher list = LIST.matcher(negated.matches() ? negated.group(1) : said);
        if (list.matches() && kind != SentenceKind.SCOPE) {
            open = new Items(number, list.group(2) != null, negated.matches(), new ArrayList<>());
        } else {
            fact(number, said).ifPresent(alternatives.getLast()::add);
        }
    }

    private void item(int number, String said) {
        if (open == null) {
            findings.accept(
                    RuleProblem.of(number, "rules.problem.item").suggesting(Optional.of("l'un de ces faits :")));
        } else {
            fact(number, said).ifPresent(open.facts()::add);
        }
    }

    private Optional<ConditionTree> fact(int number, String said) {
        Matcher negated = FALSE.matcher(said);
        if (negated.matches()) {
            return sentences
                    .read(number, negated.group(1), kind)
                    .map(filled -> new ConditionTree.Not(new ConditionTree.Leaf(filled)));
        }
        return sentences.read(number, said, kind).map(ConditionTree.Leaf::new);
    }

    /** The list being read, if any, is whole. */
    void end() {
        if (open != null) {
            if (open.facts().isEmpty()) {
                findings.accept(RuleProblem.of(open.line(), "rules.problem.emptyList"));
            } else {
                alternatives.getLast().add(open.formula());
            }
            open = null;
        }
    }

    /** For a scope each clause holds one of several; elsewhere one of several holds all of its facts. */
    ConditionTree formula() {
        boolean clauses = kind == SentenceKind.SCOPE;
        List<ConditionTree> inner = alternatives.stream()
                .<ConditionTree>map(facts -> facts.size() == 1
                        ? facts.getFirst()
                        : clauses
                                ? new ConditionTree.Any(List.copyOf(facts))
                                : new ConditionTree.All(List.copyOf(facts)))
                .toList();
        if (inner.size() == 1) {
            return inner.getFirst();
        }
        return clauses ? new ConditionTree.All(inner) : new ConditionTree.Any(inner);
    }
}
