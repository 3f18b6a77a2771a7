package fr.educentre.assidu.rules.internal;

import fr.educentre.assidu.rules.AssiduityRules.Explanation;
import fr.educentre.assidu.rules.Firing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Says why a rule fired, or which of its conditions did not hold, in the words of the vocabulary. */
final class Explaining {

    private static final int OCCASIONS_SHOWN = 6;

    private Explaining() {}

    record Asked(Measure measure, boolean held) {}

    static Firing firing(NumberedRule rule, Conclusion conclusion) {
        var text = rule.text();
        var sentences = new ArrayList<String>();
        var sessions = new LinkedHashSet<UUID>();
        var facts = new LinkedHashMap<String, Object>();
        String episode = "";
        int scopes = text.scopes().size();
        for (int i = 0; i < text.conditions().size(); i++) {
            var condition = text.conditions().get(i);
            var measure = conclusion.held().get(scopes + i).measure();
            sentences.add(explained(condition, measure));
            sessions.addAll(measure.sessions());
            facts.put(condition.french(), rounded(measure.value()));
            if (episode.isEmpty()) {
                episode = measure.episode();
            }
        }
        return new Firing(
                conclusion.learner().facts().learnerId(),
                rule.id(),
                rule.version(),
                text.name(),
                String.join(" ; ", sentences),
                episode.isEmpty() ? "-" : episode,
                List.copyOf(sessions),
                facts,
                conclusion.actions(),
                conclusion.onceInDays());
    }

    static Explanation explanation(NumberedRule rule, boolean fires, Function<Filled, Asked> asking) {
        var lines = new ArrayList<Explanation.Line>();
        lines(rule.text().scopes(), "SCOPE", asking, lines);
        lines(rule.text().conditions(), "CONDITION", asking, lines);
        lines(rule.text().exceptions(), "EXCEPTION", asking, lines);
        return new Explanation(rule.id(), rule.version(), rule.text().name(), fires, List.copyOf(lines));
    }

    private static void lines(
            List<Filled> sentences, String kind, Function<Filled, Asked> asking, List<Explanation.Line> into) {
        for (Filled sentence : sentences) {
            var asked = asking.apply(sentence);
            var measure = asked.measure();
            into.add(new Explanation.Line(
                    kind,
                    sentence.french(),
                    asked.held(),
                    measure.known() ? rounded(measure.value()) : null,
                    measure.known() ? explained(sentence, measure) : "",
                    measure.sessions()));
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private static String explained(Filled filled, Measure measure) {
        Map<String, String> values = new LinkedHashMap<>();
        filled.values().forEach((name, value) -> values.put(name, value.french()));
        values.put("valeur", French.number(measure.value()));
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
}
