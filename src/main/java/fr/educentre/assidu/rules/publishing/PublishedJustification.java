package fr.educentre.assidu.rules.publishing;

import fr.educentre.assidu.rules.JustificationRules;
import fr.educentre.assidu.rules.JustificationTerms;
import fr.educentre.assidu.rules.JustificationTerms.Checker;
import fr.educentre.assidu.rules.JustificationTerms.Decider;
import fr.educentre.assidu.rules.engine.ScopedParameter;
import fr.educentre.assidu.rules.language.BlankValue;
import fr.educentre.assidu.rules.language.BoundSentence;
import fr.educentre.assidu.rules.language.RuleText;
import fr.educentre.assidu.rules.language.VersionedRule;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

@Component
class PublishedJustification implements JustificationRules {

    private static final String SET = "justification";

    private final PublishedRules published;

    PublishedJustification(PublishedRules published) {
        this.published = published;
    }

    @Override
    public JustificationTerms inForce() {
        return terms(published.current().only(SET));
    }

    @Override
    public JustificationTerms version(int version) {
        var current = published.current().only(SET);
        return version == current.version()
                ? terms(current)
                : published
                        .version(current.id(), version)
                        .map(PublishedJustification::terms)
                        .orElseGet(this::inForce);
    }

    static JustificationTerms terms(VersionedRule rule) {
        RuleText text = rule.text();
        var documents = new HashMap<String, Boolean>();
        var acceptable = new HashMap<String, Boolean>();
        var effects = new HashMap<String, Map<String, String>>();
        each(
                text,
                "document",
                (reason, line) -> documents.put(reason, code(line, "document").equals("REQUIRED")));
        each(
                text,
                "recevable",
                (reason, line) -> acceptable.put(reason, code(line, "recevable").equals("ACCEPTED")));
        each(
                text,
                "effet",
                (reason, line) -> effects.computeIfAbsent(reason, of -> new HashMap<>())
                        .put(code(line, "destinataire"), code(line, "effet")));
        String other = text.choice("autre", "DECIDER");
        return new JustificationTerms(
                rule.version(),
                Map.copyOf(documents),
                Map.copyOf(acceptable),
                Map.copyOf(effects),
                Checker.valueOf(text.choice("medical", "EITHER")),
                other.equals("DECIDER") ? Optional.empty() : Optional.of(Checker.valueOf(other)),
                Decider.valueOf(text.choice("decideur", "TRAINER")));
    }

    /** Lines of a reason that say this. */
    private static void each(RuleText text, String blank, BiConsumer<String, BoundSentence> line) {
        text.parameters().stream()
                .filter(one -> one.values().containsKey("motif") && one.values().containsKey(blank))
                .forEach(one -> line.accept(code(one, "motif"), one));
    }

    private static String code(BoundSentence line, String blank) {
        BlankValue value = line.values().get(blank);
        return value == null ? "" : ScopedParameter.code(value);
    }
}
