package fr.educentre.assidu.rules.internal;

import fr.educentre.assidu.rules.AssiduityRules.Explanation;
import fr.educentre.assidu.rules.Firing;
import fr.educentre.assidu.rules.LearnerFacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.ClassObjectFilter;
import org.kie.api.runtime.KieSession;

/** A set of assiduity rules, compiled. Learners are evaluated each on its own, in batches. */
final class AssiduityEngine {

    private static final int BATCH = 200;

    private final List<NumberedRule> rules;
    private final Map<String, Integer> places = new HashMap<>();
    private final Assembled assembled;
    private final @Nullable KieBase base;

    private AssiduityEngine(List<NumberedRule> rules, boolean asking) {
        this.rules = List.copyOf(rules);
        for (int i = 0; i < rules.size(); i++) {
            places.put(Assembler.nameOf(i), i);
        }
        this.assembled = Assembler.assemble(this.rules, asking);
        AssembledCheck.check(assembled);
        this.base = rules.isEmpty() ? null : Compiler.compile(Assembler.PACKAGE, assembled.drl());
    }

    /** @throws IllegalStateException when the engine refuses them */
    static AssiduityEngine of(List<NumberedRule> rules) {
        return new AssiduityEngine(rules, false);
    }

    List<Firing> evaluate(Collection<LearnerFacts> learners) {
        if (base == null) {
            return List.of();
        }
        var firings = new ArrayList<Firing>();
        var all = List.copyOf(learners);
        for (int from = 0; from < all.size(); from += BATCH) {
            evaluate(base, all.subList(from, Math.min(from + BATCH, all.size())), firings);
        }
        return firings;
    }

    private void evaluate(KieBase base, List<LearnerFacts> batch, List<Firing> into) {
        var order = new IdentityHashMap<LearnerMeasures, Integer>();
        var conclusions = new Conclusions();
        var session = base.newKieSession();
        try {
            run(session, batch, conclusions, order);
        } finally {
            session.dispose();
        }
        conclusions.all().stream()
                .sorted(Comparator.<Conclusion>comparingInt(c -> order.getOrDefault(c.learner(), 0))
                        .thenComparingInt(c -> place(c.rule())))
                .map(conclusion -> Explaining.firing(rules.get(place(conclusion.rule())), conclusion))
                .forEach(into::add);
    }

    private int place(String name) {
        return places.getOrDefault(name, 0);
    }

    private static void run(
            KieSession session,
            List<LearnerFacts> batch,
            Conclusions conclusions,
            Map<LearnerMeasures, Integer> order) {
        session.setGlobal("conclusions", conclusions);
        for (LearnerFacts facts : batch) {
            var measures = new LearnerMeasures(facts);
            order.put(measures, order.size());
            session.insert(measures);
        }
        session.fireAllRules();
    }

    /** Asks the conditions of a rule one by one: the same sentences, compiled by the same hand. */
    static Explanation explain(NumberedRule rule, LearnerFacts facts) {
        var engine = new AssiduityEngine(List.of(rule), true);
        var base = engine.base;
        if (base == null) {
            throw new IllegalStateException("A rule compiles to something");
        }
        var conclusions = new Conclusions();
        var session = base.newKieSession();
        try {
            run(session, List.of(facts), conclusions, new IdentityHashMap<>());
            var asked = new HashMap<String, Measure>();
            session.getObjects(new ClassObjectFilter(ConditionAsked.class))
                    .forEach(o -> asked.put(((ConditionAsked) o).condition(), ((ConditionAsked) o).measure()));
            var held = session.getObjects(new ClassObjectFilter(ConditionHeld.class)).stream()
                    .map(o -> ((ConditionHeld) o).condition())
                    .toList();
            boolean fires = !conclusions.all().isEmpty();
            return Explaining.explanation(rule, fires, filled -> {
                String key = engine.assembled.conditions().get(filled.drl());
                return new Explaining.Asked(
                        asked.getOrDefault(String.valueOf(key), Measure.unknown()), held.contains(String.valueOf(key)));
            });
        } finally {
            session.dispose();
        }
    }
}
