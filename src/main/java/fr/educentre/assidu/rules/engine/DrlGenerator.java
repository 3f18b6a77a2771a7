package fr.educentre.assidu.rules.engine;

import fr.educentre.assidu.rules.engine.GeneratedDrl.Expected;
import fr.educentre.assidu.rules.language.BoundSentence;
import fr.educentre.assidu.rules.language.ConditionTree;
import fr.educentre.assidu.rules.language.RuleText;
import fr.educentre.assidu.rules.language.VersionedRule;
import fr.educentre.assidu.rules.measures.LearnerMeasures;
import fr.educentre.assidu.rules.measures.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Writes the rules of sentences for the engine: one pattern on the measures of a learner, which remember what they
 * computed, so that rules share the work. What must hold altogether is written apart, for the engine to share between
 * rules and to stop at the first that fails. The consequence notes what each sentence saw, by the same words, then asks
 * for the actions. Nothing here comes from a person but values written by their types.
 */
public final class DrlGenerator {

    static final String PACKAGE = "fr.educentre.assidu.rules.assiduity";
    static final List<String> IMPORTS = List.of(
            LearnerMeasures.class.getName(),
            Measure.class.getName(),
            Conclusion.class.getName(),
            Conclusions.class.getName());

    private static final String LEARNER = "$apprenant : LearnerMeasures(";

    private final StringBuilder drl = new StringBuilder();
    private final List<Expected> expected = new ArrayList<>();

    private DrlGenerator() {}

    /** @param asking conclude whether they hold or not, to explain */
    public static GeneratedDrl assemble(List<VersionedRule> rules, boolean asking) {
        var assembler = new DrlGenerator();
        assembler.head();
        for (int i = 0; i < rules.size(); i++) {
            assembler.rule(nameOf(i), rules.get(i).text(), asking);
        }
        return new GeneratedDrl(assembler.drl.toString(), List.copyOf(assembler.expected));
    }

    static String nameOf(int index) {
        return "r" + index;
    }

    private void head() {
        drl.append("package ").append(PACKAGE).append("\n\n");
        IMPORTS.forEach(type -> drl.append("import ").append(type).append('\n'));
        drl.append("global Conclusions conclusions;\n");
    }

    private void rule(String name, RuleText text, boolean asking) {
        var constraints = asking ? List.<String>of() : constraints(text);
        String pattern = LEARNER + (constraints.isEmpty() ? "" : " " + String.join(", ", constraints) + " ") + ")";
        var consequence = new StringBuilder("Conclusion $conclusion = conclusions.open( $apprenant, \"")
                .append(name)
                .append("\" );\n");
        if (asking) {
            text.scopes().forEach(filled -> saw(filled, consequence));
        }
        text.conditions().forEach(filled -> saw(filled, consequence));
        if (asking) {
            text.exceptions().forEach(filled -> saw(filled, consequence));
        }
        if (!asking) {
            text.actions().forEach(action -> action(action, consequence));
            text.limits().forEach(limit -> action(limit, consequence));
        }
        drl.append("\nrule \"")
                .append(name)
                .append("\"\nwhen\n    ")
                .append(pattern)
                .append('\n');
        drl.append("then\n    ").append(consequence).append("end\n");
        expected.add(new Expected(name, List.of(bare(pattern)), bare(consequence.toString())));
    }

    /** Scope, condition and no exception; a conjunction at the top is as many constraints. */
    private static List<String> constraints(RuleText text) {
        var constraints = new ArrayList<String>();
        Function<BoundSentence, String> written = filled -> filled.comparison().written();
        for (ConditionTree formula : List.of(text.logic().scope(), text.logic().condition())) {
            if (formula instanceof ConditionTree.All all) {
                all.of().forEach(each -> constraints.add(each.written(written)));
            } else {
                constraints.add(formula.written(written));
            }
        }
        if (!text.exceptions().isEmpty()) {
            constraints.add(new ConditionTree.Not(text.logic().exception()).written(written));
        }
        return constraints;
    }

    private static void saw(BoundSentence filled, StringBuilder consequence) {
        var comparison = filled.comparison();
        consequence
                .append("    $conclusion.saw( $apprenant.")
                .append(comparison.measure())
                .append(", $apprenant.")
                .append(comparison.written())
                .append(" );\n");
    }

    private static void action(BoundSentence action, StringBuilder consequence) {
        consequence.append("    ").append(action.drl()).append('\n');
    }

    static String bare(String text) {
        return text.replaceAll("\\s", "");
    }
}
