package fr.educentre.assidu.rules;

import fr.educentre.assidu.rules.RuleLines.Line;
import fr.educentre.assidu.rules.RuleLines.Place;
import java.util.List;
import java.util.Optional;

/**
 * The lists of facts in a rule's text: a line that opens one, then its facts, each after a dash. A change touches the lines
 * it is about and leaves the others to the letter.
 */
public final class RuleGroups {

    private static final String INDENT = "    ";
    private static final String DASH = "- ";

    private final RuleLines lines;

    private RuleGroups(RuleLines lines) {
        this.lines = lines;
    }

    public static RuleGroups of(RuleLines lines) {
        return new RuleGroups(lines);
    }

    public static boolean opensList(Line line) {
        return Connective.opensList(line.sentence());
    }

    /** All of the list must hold, not one of it. */
    public static boolean opensAll(Line line) {
        return Connective.opensAll(line.sentence());
    }

    /** A fact of a list. */
    public static boolean item(Line line) {
        return Connective.item(line.lead());
    }

    /** The facts of the list that a line opens, in order. */
    public List<Line> items(Line opener) {
        return lines.in(opener.place()).stream()
                .filter(line -> line.number() > opener.number())
                .takeWhile(RuleGroups::item)
                .toList();
    }

    /** The line that opens the list which a fact is in. */
    public Optional<Line> opener(Line item) {
        return lines.in(item.place()).stream()
                .filter(line -> line.number() < item.number() && !item(line))
                .reduce((before, after) -> after)
                .filter(RuleGroups::opensList);
    }

    /** The list that ends just above a fact which is in none. */
    public Optional<Line> listAbove(Line fact) {
        return item(fact) ? Optional.empty() : opener(fact);
    }

    private Optional<Line> find(int number) {
        return lines.lines().stream().filter(line -> line.number() == number).findFirst();
    }

    /** The fact alone in a list of its own: it says the same, and others can be put beside it. */
    public RuleLines wrapped(int number, boolean all) {
        return find(number)
                .map(line -> {
                    String lead = Connective.affirmed(line.lead());
                    return lines.with(number, lead + opening(all)).insert(number, item(line, said(line)));
                })
                .orElse(lines);
    }

    private String opening(boolean all) {
        return lines.english()
                ? (all ? "all of these:" : "one of these:")
                : all ? "tous ces faits :" : "l'un de ces faits :";
    }

    /** What a line says, with what turns it over. */
    private static String said(Line line) {
        String lead = Connective.affirmed(line.lead());
        return line.lead().substring(lead.length()) + line.sentence();
    }

    private static String item(Line beside, String said) {
        String lead = beside.lead();
        String indent = lead.substring(0, lead.length() - lead.stripLeading().length());
        return (indent.isEmpty() ? INDENT : indent) + (item(beside) ? "" : INDENT) + DASH + said;
    }

    /** One of them is enough, or all must hold. */
    public RuleLines requiringAll(int number, boolean all) {
        return lines.replace(number, opening(all));
    }

    /** One more fact at the end of the list that a line opens. */
    public RuleLines added(int number, String sentence) {
        return find(number)
                .map(opener -> {
                    var items = items(opener);
                    Line last = items.isEmpty() ? opener : items.getLast();
                    return lines.insert(last.number(), item(last, sentence));
                })
                .orElse(lines);
    }

    /** The fact at the end of the list just above it. */
    public RuleLines joinedAbove(int number) {
        return find(number)
                .filter(line -> listAbove(line).isPresent())
                .map(line -> {
                    var items = items(listAbove(line).orElseThrow());
                    Line beside = items.isEmpty() ? listAbove(line).orElseThrow() : items.getLast();
                    return lines.with(number, item(beside, said(line)));
                })
                .orElse(lines);
    }

    /** The fact after its list, joined to it as facts of its place are; the last one takes the place of its list. */
    public RuleLines out(int number) {
        Line fact = find(number).filter(RuleGroups::item).orElse(null);
        Line opener = fact == null ? null : opener(fact).orElse(null);
        if (fact == null || opener == null) {
            return lines;
        }
        var items = items(opener);
        String lead = Connective.affirmed(opener.lead());
        if (items.size() == 1) {
            boolean negated = opener.negated() != fact.negated();
            return without(number)
                    .with(
                            opener.number(),
                            Connective.negated(lead, fact.sentence(), negated, lines.english()) + fact.sentence());
        }
        String indent = lead.substring(0, lead.length() - lead.stripLeading().length());
        String word = opener.place() == Place.EXCEPTION
                ? (lines.english() ? "or " : "ou ")
                : lines.english() ? "and " : "et ";
        return without(number)
                .insert(items.getLast().number() - 1, (indent.isEmpty() ? INDENT : indent) + word + said(fact));
    }

    private RuleLines without(int number) {
        return lines.remove(number);
    }

    /** A list goes with its facts, and with its last fact. */
    public RuleLines remove(int number) {
        Line line = find(number).orElse(null);
        if (line == null) {
            return lines;
        }
        Optional<Line> opener = item(line) ? opener(line) : Optional.empty();
        if (opener.isPresent() && items(opener.get()).size() == 1) {
            return remove(opener.get().number());
        }
        RuleLines rest = lines;
        if (opensList(line)) {
            for (Line item : items(line).reversed()) {
                rest = rest.remove(item.number());
            }
        }
        return rest.remove(number);
    }
}
