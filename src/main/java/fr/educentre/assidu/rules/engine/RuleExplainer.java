package fr.educentre.assidu.rules.engine;

import fr.educentre.assidu.rules.AssiduityRules.Explanation;
import fr.educentre.assidu.rules.RuleMatch;
import fr.educentre.assidu.rules.language.BoundSentence;
import fr.educentre.assidu.rules.language.ConditionTree;
import fr.educentre.assidu.rules.language.VersionedRule;
import fr.educentre.assidu.rules.measures.Measure;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says why a rule fired, or which of its conditions did not hold and by how much, in the words of the vocabulary. */
final class RuleExplainer {

    private static final int OCCASIONS_SHOWN = 6;

    private RuleExplainer() {}

    static RuleMatch firing(VersionedRule rule, Conclusion conclusion) {
        var text = rule.text();
        var seen = seen(text.conditions(), conclusion.seen(), 0);
        var sentences = new ArrayList<String>();
        var sessions = new LinkedHashSet<UUID>();
        var facts = new LinkedHashMap<String, Object>();
        var episode = new StringBuilder();
        said(text.logic().condition(), seen, (filled, negated) -> {
            Measure measure = of(seen, filled).measure();
            sentences.add(negated ? denied(filled, measure) : explained(filled, measure));
            facts.put(filled.french(), measure.known() ? rounded(measure.value()) : "–");
            if (!negated) {
                sessions.addAll(measure.sessions());
                if (episode.isEmpty()) {
                    episode.append(measure.episode());
                }
            }
        });
        return new RuleMatch(
                conclusion.learner().facts().learnerId(),
                new RuleMatch.Rule(rule.id(), rule.version(), text.name()),
                String.join(" ; ", sentences),
                episode.isEmpty() ? "-" : episode.toString(),
                List.copyOf(sessions),
                facts,
                conclusion.actions(),
                conclusion.onceInDays());
    }

    private interface Telling {
        void tell(BoundSentence filled, boolean negated);
    }

    /** The sentences that made a formula hold: of alternatives, those that do. */
    private static void said(ConditionTree formula, Map<BoundSentence, Conclusion.Seen> seen, Telling into) {
        switch (formula) {
            case ConditionTree.Leaf leaf -> into.tell(leaf.filled(), false);
            case ConditionTree.Not not -> not.of().leaves().forEach(filled -> into.tell(filled, true));
            case ConditionTree.All all -> all.of().forEach(each -> said(each, seen, into));
            case ConditionTree.Any any ->
                any.of().stream()
                        .filter(each -> each.holds(filled -> of(seen, filled).held()))
                        .forEach(each -> said(each, seen, into));
        }
    }

    private static Map<BoundSentence, Conclusion.Seen> seen(
            List<BoundSentence> leaves, List<Conclusion.Seen> inOrder, int from) {
        var seen = new IdentityHashMap<BoundSentence, Conclusion.Seen>();
        for (int i = 0; i < leaves.size(); i++) {
            seen.put(leaves.get(i), inOrder.get(from + i));
        }
        return seen;
    }

    private static Conclusion.Seen of(Map<BoundSentence, Conclusion.Seen> seen, BoundSentence filled) {
        return seen.getOrDefault(filled, new Conclusion.Seen(Measure.unknown(), false));
    }

    static Explanation explanation(VersionedRule rule, Conclusion asked) {
        var text = rule.text();
        int scopes = text.scopes().size();
        int conditions = scopes + text.conditions().size();
        var seen = seen(text.scopes(), asked.seen(), 0);
        seen.putAll(seen(text.conditions(), asked.seen(), scopes));
        seen.putAll(seen(text.exceptions(), asked.seen(), conditions));
        var lines = new ArrayList<Explanation.Line>();
        lines(text.logic().scope(), "SCOPE", seen, lines);
        lines(text.logic().condition(), "CONDITION", seen, lines);
        lines(text.logic().exception(), "EXCEPTION", seen, lines);
        boolean fires = text.logic().scope().holds(filled -> of(seen, filled).held())
                && text.logic().condition().holds(filled -> of(seen, filled).held())
                && !text.logic().exception().holds(filled -> of(seen, filled).held());
        return new Explanation(rule.id(), rule.version(), text.name(), fires, List.copyOf(lines));
    }

    /** Alternatives are numbered from 1, so that a reader sees which facts go together. */
    private static void lines(
            ConditionTree formula, String kind, Map<BoundSentence, Conclusion.Seen> seen, List<Explanation.Line> into) {
        if (formula instanceof ConditionTree.Any any && any.of().size() > 1) {
            for (int i = 0; i < any.of().size(); i++) {
                int alternative = i + 1;
                literals(
                        any.of().get(i),
                        false,
                        (filled, negated) -> into.add(line(filled, negated, alternative, kind, of(seen, filled))));
            }
        } else {
            literals(formula, false, (filled, negated) -> into.add(line(filled, negated, 1, kind, of(seen, filled))));
        }
    }

    private static void literals(ConditionTree formula, boolean negated, Telling into) {
        switch (formula) {
            case ConditionTree.Leaf leaf -> into.tell(leaf.filled(), negated);
            case ConditionTree.Not not -> literals(not.of(), !negated, into);
            case ConditionTree.All all -> all.of().forEach(each -> literals(each, negated, into));
            case ConditionTree.Any any -> any.of().forEach(each -> literals(each, negated, into));
        }
    }

    private static Explanation.Line line(
            BoundSentence filled, boolean negated, int alternative, String kind, Conclusion.Seen seen) {
        var measure = seen.measure();
        var gap = measure.known() ? Gap.of(filled, measure.value(), seen.held() != negated, negated) : null;
        return new Explanation.Line(
                kind,
                negated ? "il est faux que " + filled.french() : filled.french(),
                seen.held() != negated,
                new Explanation.Line.Measured(
                        measure.known() ? rounded(measure.value()) : null,
                        measure.known() ? explained(filled, measure) : "",
                        measure.sessions()),
                new Explanation.Line.Comparison(
                        gap == null ? null : gap.threshold(),
                        gap == null ? null : gap.missing(),
                        gap == null ? "" : gap.said()),
                alternative);
    }

    static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private static String denied(BoundSentence filled, Measure measure) {
        return "il est faux que " + filled.french()
                + (measure.known() && !filled.comparison().how().equals("holds")
                        ? " (" + filled.said(measure.value()) + ")"
                        : "");
    }

    private static String explained(BoundSentence filled, Measure measure) {
        Map<String, String> values = new LinkedHashMap<>();
        filled.values().forEach((name, value) -> values.put(name, value.french()));
        values.put("valeur", filled.said(measure.value()));
        values.put("occasions", occasions(measure.occasions()));
        return filled.sentence().explained(values);
    }

    private static String occasions(List<String> all) {
        if (all.isEmpty()) {
            return "";
        }
        int skipped = Math.max(0, all.size() - OCCASIONS_SHOWN);
        return " : " + (skipped > 0 ? "…, " : "") + String.join(", ", all.subList(skipped, all.size()));
    }

    /** By how much a comparison fails. */
    private record Gap(double threshold, @Nullable Double missing, String said) {

        static @Nullable Gap of(BoundSentence filled, double value, boolean holds, boolean negated) {
            var comparison = filled.comparison();
            if (comparison.threshold().isEmpty()) {
                return null;
            }
            double threshold = Double.parseDouble(comparison.threshold());
            if (holds) {
                return new Gap(threshold, null, "");
            }
            String unit = filled.unit() == null ? "" : " " + filled.unit();
            double missing = rounded(Math.abs(threshold - value));
            String number = filled.said(missing) + unit.replace(" %", " points");
            String said = negated
                    ? number + " de trop"
                    : switch (comparison.how()) {
                        case "atLeast" -> "il manque " + number;
                        case "under" -> number + " au-dessus du seuil";
                        default -> number + " sous le seuil";
                    };
            return new Gap(threshold, missing, said);
        }
    }
}
