package fr.educentre.assidu.rules.internal;

import fr.educentre.assidu.rules.internal.Assembled.Expected;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the rules of sentences for the engine. Each distinct condition is a rule that notes that it holds; each rule of a
 * person is a conclusion that combines such notes. Nothing here comes from a person but values written by their types.
 */
final class Assembler {

    static final String PACKAGE = "fr.educentre.assidu.rules.assiduity";
    static final List<String> IMPORTS = List.of(
            LearnerMeasures.class.getName(),
            Measure.class.getName(),
            ConditionHeld.class.getName(),
            ConditionAsked.class.getName(),
            Conclusion.class.getName(),
            Conclusions.class.getName());

    private static final Pattern MEANING = Pattern.compile("Measure\\( (.+?) \\) from (\\$apprenant\\.\\w+\\(.*\\))");
    private static final String LEARNER = "$apprenant : LearnerMeasures()";

    private final StringBuilder drl = new StringBuilder();
    private final List<Expected> expected = new ArrayList<>();
    private final Map<String, String> conditions = new LinkedHashMap<>();
    private final boolean asking;

    private Assembler(boolean asking) {
        this.asking = asking;
    }

    /** @param asking also note what each condition measured when it does not hold */
    static Assembled assemble(List<NumberedRule> rules, boolean asking) {
        var assembler = new Assembler(asking);
        assembler.head();
        for (int i = 0; i < rules.size(); i++) {
            assembler.conclusion(nameOf(i), rules.get(i).text());
        }
        return new Assembled(
                assembler.drl.toString(), List.copyOf(assembler.expected), Map.copyOf(assembler.conditions));
    }

    static String nameOf(int index) {
        return "r" + index;
    }

    private void head() {
        drl.append("package ").append(PACKAGE).append("\n\n");
        IMPORTS.forEach(type -> drl.append("import ").append(type).append('\n'));
        drl.append("global Conclusions conclusions;\n");
    }

    private void conclusion(String name, RuleText text) {
        var patterns = new ArrayList<String>();
        var held = new ArrayList<String>();
        patterns.add(LEARNER);
        for (Filled filled : concat(text.scopes(), text.conditions())) {
            String handle = "$h" + held.size();
            held.add(handle);
            patterns.add(handle + " : " + held(filled));
        }
        text.exceptions().forEach(exception -> patterns.add("not " + held(exception)));
        var consequence = new StringBuilder("Conclusion $conclusion = conclusions.open( $apprenant, \"")
                .append(name)
                .append("\", ")
                .append(String.join(", ", held))
                .append(" );\n");
        concat(text.actions(), text.limits())
                .forEach(action ->
                        consequence.append("    ").append(action.drl()).append('\n'));
        rule(name, -10, patterns, consequence.toString());
    }

    private static List<Filled> concat(List<Filled> first, List<Filled> second) {
        var both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }

    private String held(Filled condition) {
        return "ConditionHeld( learner == $apprenant, condition == \"" + condition(condition) + "\" )";
    }

    private String condition(Filled filled) {
        String meaning = filled.drl();
        String known = conditions.get(meaning);
        if (known != null) {
            return known;
        }
        String key = "c" + conditions.size();
        conditions.put(meaning, key);
        Matcher parts = MEANING.matcher(meaning);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a meaning of a condition: " + meaning);
        }
        note(key, "known, " + parts.group(1), parts.group(2), "ConditionHeld");
        if (asking) {
            note(key + "?", "", parts.group(2), "ConditionAsked");
        }
        return key;
    }

    private void note(String name, String constraint, String source, String type) {
        String key = name.replace("?", "");
        rule(
                name,
                0,
                List.of(LEARNER, "$mesure : Measure( " + constraint + " ) from " + source),
                "insert( new " + type + "( $apprenant, \"" + key + "\", $mesure ) );\n");
    }

    private void rule(String name, int salience, List<String> patterns, String consequence) {
        drl.append("\nrule \"")
                .append(name)
                .append("\"\nsalience ")
                .append(salience)
                .append("\nwhen\n");
        patterns.forEach(pattern -> drl.append("    ").append(pattern).append('\n'));
        drl.append("then\n    ").append(consequence).append("end\n");
        expected.add(new Expected(name, patterns.stream().map(Assembler::bare).toList(), bare(consequence)));
    }

    static String bare(String text) {
        return text.replaceAll("\\s", "");
    }
}
