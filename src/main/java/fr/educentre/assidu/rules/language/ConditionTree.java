package fr.educentre.assidu.rules.language;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How the facts of a rule combine: "et" binds tighter than "ou", a list is one fact, "il est faux que" turns one over. */
public sealed interface ConditionTree {

    /** A sentence of the vocabulary. */
    record Leaf(BoundSentence filled) implements ConditionTree {}

    record Not(ConditionTree of) implements ConditionTree {}

    /** Each of them; empty always holds. */
    record All(List<ConditionTree> of) implements ConditionTree {}

    /** One of them at least; empty never holds. */
    record Any(List<ConditionTree> of) implements ConditionTree {}

    All NOTHING = new All(List.of());
    Any NEVER = new Any(List.of());

    /** Its sentences, in the order of the text. */
    default List<BoundSentence> leaves() {
        return switch (this) {
            case Leaf leaf -> List.of(leaf.filled());
            case Not not -> not.of().leaves();
            case All all ->
                all.of().stream().flatMap(each -> each.leaves().stream()).toList();
            case Any any ->
                any.of().stream().flatMap(each -> each.leaves().stream()).toList();
        };
    }

    default boolean holds(Predicate<BoundSentence> held) {
        return switch (this) {
            case Leaf leaf -> held.test(leaf.filled());
            case Not not -> !not.of().holds(held);
            case All all -> all.of().stream().allMatch(each -> each.holds(held));
            case Any any -> any.of().stream().anyMatch(each -> each.holds(held));
        };
    }

    /** As one condition of the engine, each sentence written by the given hand. */
    default String written(Function<BoundSentence, String> leaf) {
        return switch (this) {
            case Leaf one -> leaf.apply(one.filled());
            case Not not -> "!( " + not.of().written(leaf) + " )";
            case All all -> joined(all.of(), " && ", leaf);
            case Any any -> joined(any.of(), " || ", leaf);
        };
    }

    private static String joined(List<ConditionTree> of, String with, Function<BoundSentence, String> leaf) {
        return of.size() == 1
                ? of.getFirst().written(leaf)
                : of.stream().map(each -> each.written(leaf)).collect(Collectors.joining(with, "( ", " )"));
    }
}
