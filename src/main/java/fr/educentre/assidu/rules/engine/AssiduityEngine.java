package fr.educentre.assidu.rules.engine;

import fr.educentre.assidu.rules.AssiduityRules.Explanation;
import fr.educentre.assidu.rules.AssiduityRules.Outcome;
import fr.educentre.assidu.rules.AssiduityRules.Outcome.LookAgain;
import fr.educentre.assidu.rules.LearnerFacts;
import fr.educentre.assidu.rules.RuleMatch;
import fr.educentre.assidu.rules.language.VersionedRule;
import fr.educentre.assidu.rules.measures.LearnerMeasures;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.collections4.ListUtils;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;

/** A set of assiduity rules, compiled. Learners are evaluated each on its own, in batches. */
public final class AssiduityEngine {

    private static final int BATCH = 250;

    private final List<VersionedRule> rules;
    private final Map<String, Integer> places = new HashMap<>();
    private final @Nullable KieBase base;
    private final Map<UUID, AssiduityEngine> askable = new ConcurrentHashMap<>();

    private AssiduityEngine(List<VersionedRule> rules, boolean asking) {
        this.rules = List.copyOf(rules);
        for (int i = 0; i < rules.size(); i++) {
            places.put(DrlGenerator.nameOf(i), i);
        }
        var assembled = DrlGenerator.assemble(this.rules, asking);
        DrlVerifier.check(assembled);
        this.base = rules.isEmpty() ? null : DrlCompiler.compile(DrlGenerator.PACKAGE, assembled.drl());
    }

    /** @throws IllegalStateException when the engine refuses them */
    public static AssiduityEngine of(List<VersionedRule> rules) {
        return new AssiduityEngine(rules, false);
    }

    public List<RuleMatch> evaluate(Collection<LearnerFacts> learners) {
        return assess(learners).firings();
    }

    /** What fires, and when the clock alone may change the answer about each learner. */
    public Outcome assess(Collection<LearnerFacts> learners) {
        if (base == null) {
            return new Outcome(List.of(), Map.of());
        }
        var firings = new ArrayList<RuleMatch>();
        var again = new HashMap<UUID, LookAgain>();
        for (List<LearnerFacts> some : ListUtils.partition(List.copyOf(learners), BATCH)) {
            for (LearnerMeasures each : batch(base, some, firings)) {
                again.put(each.facts().learnerId(), each.clock().lookAgain());
            }
        }
        return new Outcome(List.copyOf(firings), Map.copyOf(again));
    }

    private List<LearnerMeasures> batch(KieBase base, List<LearnerFacts> batch, List<RuleMatch> into) {
        var conclusions = new Conclusions();
        var measures = run(base, batch, conclusions);
        conclusions.all().stream()
                .sorted(Comparator.<Conclusion>comparingInt(c -> c.learner().order())
                        .thenComparingInt(c -> place(c.rule())))
                .map(conclusion -> RuleExplainer.firing(rules.get(place(conclusion.rule())), conclusion))
                .forEach(into::add);
        return measures;
    }

    private int place(String name) {
        return places.getOrDefault(name, 0);
    }

    private static List<LearnerMeasures> run(KieBase base, List<LearnerFacts> batch, Conclusions conclusions) {
        var measures = new ArrayList<LearnerMeasures>(batch.size());
        var session = base.newKieSession();
        try {
            session.setGlobal("conclusions", conclusions);
            for (LearnerFacts facts : batch) {
                var each = new LearnerMeasures(facts, measures.size());
                measures.add(each);
                session.insert(each);
            }
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        return measures;
    }

    /** Asks the sentences of a rule one by one: the same words, compiled by the same hand. */
    public Explanation explain(VersionedRule rule, LearnerFacts facts, Locale language) {
        var asking = askable.computeIfAbsent(rule.id(), id -> new AssiduityEngine(List.of(rule), true));
        if (asking.base == null) {
            throw new IllegalStateException("A rule compiles to something");
        }
        var conclusions = new Conclusions();
        run(asking.base, List.of(facts), conclusions);
        return RuleExplainer.explanation(rule, conclusions.all().getFirst(), ExplanationWords.of(language));
    }
}
