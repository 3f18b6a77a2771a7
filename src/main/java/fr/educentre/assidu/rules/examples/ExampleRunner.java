package fr.educentre.assidu.rules.examples;

import fr.educentre.assidu.rules.AssiduityRules.Explanation;
import fr.educentre.assidu.rules.RuleExample;
import fr.educentre.assidu.rules.RuleExample.Outcome;
import fr.educentre.assidu.rules.RuleMatch;
import fr.educentre.assidu.rules.engine.AssiduityEngine;
import fr.educentre.assidu.rules.language.RuleText;
import fr.educentre.assidu.rules.language.VersionedRule;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks a rule about its examples, by the engine that is used for real learners. */
@Component
public class ExampleRunner {

    private static final UUID UNPUBLISHED = new UUID(0, 0);
    private static final int MOST = 30;

    private final Texts texts;

    ExampleRunner(Texts texts) {
        this.texts = texts;
    }

    /** @throws Refusal INVALID, naming the example and what is wrong with it */
    public void require(String ruleSet, List<RuleExample> examples) {
        if (examples.isEmpty()) {
            return;
        }
        if (!ruleSet.equals("assiduity")) {
            throw Refusal.invalid("refusal.rules.example.set");
        }
        if (examples.size() > MOST) {
            throw Refusal.invalid("refusal.rules.example.many", MOST);
        }
        examples.forEach(ExampleCheck::require);
    }

    public List<Outcome> tried(RuleText rule, List<RuleExample> examples) {
        if (examples.isEmpty()) {
            return List.of();
        }
        var numbered = new VersionedRule(UNPUBLISHED, 0, rule);
        AssiduityEngine engine;
        try {
            engine = AssiduityEngine.of(List.of(numbered));
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw Refusal.invalid("refusal.rules.compile");
        }
        return examples.stream()
                .map(example -> tried(numbered, engine, example))
                .toList();
    }

    private Outcome tried(VersionedRule rule, AssiduityEngine engine, RuleExample example) {
        var facts = ExampleFactsBuilder.of(example);
        List<RuleMatch> firings = engine.evaluate(List.of(facts));
        String why = firings.isEmpty()
                ? whyNot(engine.explain(rule, facts, texts.language()))
                : firings.getFirst().why().in(texts.language());
        return new Outcome(example.name(), example.fires(), !firings.isEmpty(), why);
    }

    /** What kept it from firing: the conditions that do not hold, or the exception that does. */
    private String whyNot(Explanation explanation) {
        return explanation.lines().stream()
                .filter(line -> Boolean.TRUE.equals(line.holds()) == line.kind().equals("EXCEPTION"))
                .map(line -> {
                    String said = line.measured().explanation().isEmpty()
                            ? line.sentence()
                            : line.measured().explanation();
                    return texts.get("rules.example.whyNot." + line.kind(), said);
                })
                .collect(Collectors.joining(texts.get("shell.separator")));
    }

    /** @throws Refusal INVALID, naming what does not hold and why */
    public void mustHold(RuleText rule, List<RuleExample> examples) {
        String failed = tried(rule, examples).stream()
                .filter(outcome -> !outcome.holds())
                .map(outcome -> texts.get(
                        outcome.expected() ? "rules.example.shouldFire" : "rules.example.shouldNotFire",
                        outcome.name(),
                        outcome.why()))
                .collect(Collectors.joining(" "));
        if (!failed.isEmpty()) {
            throw Refusal.invalid("refusal.rules.examples", failed);
        }
    }
}
