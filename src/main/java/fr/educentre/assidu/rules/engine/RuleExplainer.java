package fr.educentre.assidu.rules.engine;

import static fr.educentre.assidu.rules.engine.ExplanationWords.ENGLISH;
import static fr.educentre.assidu.rules.engine.ExplanationWords.FRENCH;

import fr.educentre.assidu.rules.AssiduityRules.Explanation;
import fr.educentre.assidu.rules.RuleMatch;
import fr.educentre.assidu.rules.language.BoundSentence;
import fr.educentre.assidu.rules.language.ConditionTree;
import fr.educentre.assidu.rules.language.VersionedRule;
import fr.educentre.assidu.rules.measures.Measure;
import fr.educentre.assidu.shell.Wording.Bilingual;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Says why a rule fired, or which of its conditions did not hold and by how much, in the words of the vocabulary. */
final class RuleExplainer {

    private RuleExplainer() {}

    static RuleMatch firing(VersionedRule rule, Conclusion conclusion) {
        var text = rule.text();
        var seen = seen(text.conditions(), conclusion.seen(), 0);
        var french = new ArrayList<String>();
        var english = new ArrayList<String>();
        var sessions = new LinkedHashSet<UUID>();
        var facts = new LinkedHashMap<String, Object>();
        var episode = new StringBuilder();
        said(text.logic().condition(), seen, (filled, negated) -> {
            Measure measure = of(seen, filled).measure();
            french.add(said(FRENCH, filled, negated, measure));
            english.add(said(ENGLISH, filled, negated, measure));
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
                new RuleMatch.Rule(rule.id(), rule.version(), text.name(), text.reasons()),
                new Bilingual(FRENCH.all(french), ENGLISH.all(english)),
                episode.isEmpty() ? "-" : episode.toString(),
                List.copyOf(sessions),
                facts,
                conclusion.actions(),
                conclusion.onceInDays());
    }

    private static String said(ExplanationWords words, BoundSentence filled, boolean negated, Measure measure) {
        return negated ? words.denied(filled, measure) : words.explained(filled, measure);
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

    static Explanation explanation(VersionedRule rule, Conclusion asked, ExplanationWords words) {
        var text = rule.text();
        int scopes = text.scopes().size();
        int conditions = scopes + text.conditions().size();
        var seen = seen(text.scopes(), asked.seen(), 0);
        seen.putAll(seen(text.conditions(), asked.seen(), scopes));
        seen.putAll(seen(text.exceptions(), asked.seen(), conditions));
        var lines = new ArrayList<Explanation.Line>();
        lines(text.logic().scope(), new LineWriter("SCOPE", words, seen, lines));
        lines(text.logic().condition(), new LineWriter("CONDITION", words, seen, lines));
        lines(text.logic().exception(), new LineWriter("EXCEPTION", words, seen, lines));
        boolean fires = text.logic().scope().holds(filled -> of(seen, filled).held())
                && text.logic().condition().holds(filled -> of(seen, filled).held())
                && !text.logic().exception().holds(filled -> of(seen, filled).held());
        return new Explanation(rule.id(), rule.version(), text.name(), fires, List.copyOf(lines));
    }

    /** Alternatives are numbered from 1, so that a reader sees which facts go together. */
    private static void lines(ConditionTree formula, LineWriter into) {
        if (formula instanceof ConditionTree.Any any && any.of().size() > 1) {
            for (int i = 0; i < any.of().size(); i++) {
                int alternative = i + 1;
                literals(any.of().get(i), false, (filled, negated) -> into.line(filled, negated, alternative));
            }
        } else {
            literals(formula, false, (filled, negated) -> into.line(filled, negated, 1));
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

    /** Writes the lines of a place. */
    private record LineWriter(
            String kind,
            ExplanationWords words,
            Map<BoundSentence, Conclusion.Seen> allSeen,
            List<Explanation.Line> lines) {

        void line(BoundSentence filled, boolean negated, int alternative) {
            var seen = of(allSeen, filled);
            var measure = seen.measure();
            lines.add(new Explanation.Line(
                    kind,
                    words.sentence(filled, negated),
                    seen.held() != negated,
                    new Explanation.Line.Measured(
                            measure.known() ? rounded(measure.value()) : null,
                            measure.known() ? words.explained(filled, measure) : "",
                            measure.sessions()),
                    comparison(filled, seen, negated),
                    alternative,
                    filled.reasons()));
        }

        /** By how much a comparison fails. */
        private Explanation.Line.Comparison comparison(BoundSentence filled, Conclusion.Seen seen, boolean negated) {
            String threshold = filled.comparison().threshold();
            if (!seen.measure().known() || threshold.isEmpty()) {
                return new Explanation.Line.Comparison(null, null, "");
            }
            double compared = Double.parseDouble(threshold);
            if (seen.held() != negated) {
                return new Explanation.Line.Comparison(compared, null, "");
            }
            double missing = rounded(Math.abs(compared - seen.measure().value()));
            return new Explanation.Line.Comparison(compared, missing, words.gap(filled, missing, negated));
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
