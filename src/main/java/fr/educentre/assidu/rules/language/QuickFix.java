package fr.educentre.assidu.rules.language;

import fr.educentre.assidu.rules.RuleLines;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The text with a finding's suggestion applied, where it is plain what that means. */
final class QuickFix {

    private QuickFix() {}

    static Optional<String> corrected(String ruleSet, String text, RuleProblem finding) {
        return finding.suggestion()
                .flatMap(suggestion -> applied(RuleLines.of(ruleSet, text), text, finding, suggestion))
                .map(RuleLines::text)
                .filter(changed -> !changed.equals(text));
    }

    private static Optional<RuleLines> applied(RuleLines lines, String text, RuleProblem finding, String suggestion) {
        int number = finding.line();
        List<String> all = text.lines().toList();
        String line = number >= 1 && number <= all.size() ? all.get(number - 1) : "";
        return switch (finding.key()) {
            case "rules.problem.unknown" -> Optional.of(lines.replace(number, suggestion));
            case "rules.problem.and" -> Optional.of(lines.with(number, indentation(line) + suggestion));
            case "rules.problem.range", "rules.problem.choice", "rules.problem.text" ->
                inBlank(line, finding, suggestion).map(changed -> lines.with(number, changed));
            case "rules.problem.header" ->
                Optional.of(
                        line.strip().startsWith("règle")
                                ? lines.with(number, suggestion)
                                : lines.insert(0, suggestion));
            case "rules.problem.outside" -> Optional.of(lines.insert(number - 1, suggestion));
            case "rules.problem.missing" -> Optional.of(lines.insert(all.size(), suggestion));
            default -> Optional.empty();
        };
    }

    /** What stands in the blank is the finding's first argument. */
    private static Optional<String> inBlank(String line, RuleProblem finding, String suggestion) {
        String wrong = finding.arguments().isEmpty()
                ? ""
                : String.valueOf(finding.arguments().getFirst());
        if (wrong.isEmpty()) {
            return Optional.empty();
        }
        var there = Pattern.compile("(?<![\\p{L}\\d])" + Pattern.quote(wrong) + "(?![\\p{L}\\d])")
                .matcher(line);
        return there.find()
                ? Optional.of(line.substring(0, there.start()) + suggestion + line.substring(there.end()))
                : Optional.empty();
    }

    private static String indentation(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }
}
