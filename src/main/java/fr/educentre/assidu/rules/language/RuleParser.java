package fr.educentre.assidu.rules.language;

import fr.educentre.assidu.rules.language.RuleReader.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One reading of one text, line after line. */
final class RuleParser {

    private static final String EXAMPLE = "règle \"Trois absences\"";
    private static final int MAX_TAGS = 10;
    private static final Pattern HEADER = ignoringCase("(?:règle|rule) \"([\\p{IsLatin}0-9 .,:;%°'’()/+-]{1,80})\"");
    private static final Pattern HEADER_WORD = ignoringCase("(?:règle|rule)\\b.*");
    private static final Pattern PURPOSE = ignoringCase("(?:objet|purpose) ?: ?([^\"]{1,300})");
    private static final Pattern TAGS = ignoringCase("(?:étiquettes|tags) ?: ?([\\p{IsLatin}0-9 ,'_-]{1,200})");
    private static final Pattern SCOPE = ignoringCase("(?:pour|for) (.+)");
    private static final Pattern PERIOD = ignoringCase("(?:du [0-9]{1,2}/.+|à partir du .+|jusqu'au .+)");
    private static final Pattern SECTION = ignoringCase("(?:(quand|when)|(sauf si|unless)|(alors|then))(?: (.+))?");
    private static final Pattern LIMIT = ignoringCase("(?:au plus une fois|at most once) .+");

    private final Vocabulary vocabulary;
    private final String ruleSet;
    private final boolean parameters;
    private final SentenceReader sentences;
    private final List<RuleProblem> findings = new ArrayList<>();
    private final ConditionTreeBuilder scope;
    private final ConditionTreeBuilder condition;
    private final ConditionTreeBuilder exception;
    private final List<BoundSentence> actions = new ArrayList<>();
    private final List<BoundSentence> limits = new ArrayList<>();
    private final List<BoundSentence> tuned = new ArrayList<>();
    private @Nullable String name;
    private String purpose = "";
    private List<String> tags = List.of();
    private SentenceKind place;

    RuleParser(Vocabulary vocabulary, String ruleSet, boolean strict) {
        this.vocabulary = vocabulary;
        this.ruleSet = ruleSet;
        this.parameters = !ruleSet.equals("assiduity");
        this.place = parameters ? SentenceKind.PARAMETER : SentenceKind.SCOPE;
        this.sentences = new SentenceReader(vocabulary, ruleSet, strict, findings::add);
        this.scope = new ConditionTreeBuilder(sentences, SentenceKind.SCOPE, findings::add);
        this.condition = new ConditionTreeBuilder(sentences, SentenceKind.CONDITION, findings::add);
        this.exception = new ConditionTreeBuilder(sentences, SentenceKind.EXCEPTION, findings::add);
    }

    private static Pattern ignoringCase(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    void problem(RuleProblem finding) {
        findings.add(finding);
    }

    void line(int number, String line) {
        Matcher section = SECTION.matcher(line);
        if (HEADER_WORD.matcher(line).matches()) {
            header(number, line);
        } else if (parameters) {
            sentences.read(number, line, SentenceKind.PARAMETER).ifPresent(tuned::add);
        } else if (place == SentenceKind.SCOPE && before(number, line)) {
            return;
        } else if (section.matches() && moves(section)) {
            String rest = section.group(4);
            if (rest != null) {
                inPlace(number, rest);
            }
        } else if (LIMIT.matcher(line).matches()) {
            sentences.read(number, line, SentenceKind.LIMIT).ifPresent(limits::add);
        } else {
            inPlace(number, line);
        }
    }

    private void header(int number, String line) {
        Matcher header = HEADER.matcher(line);
        if (!header.matches() || name != null) {
            findings.add(RuleProblem.of(number, "rules.problem.header").suggesting(Optional.of(EXAMPLE)));
        } else {
            name = header.group(1).strip();
        }
    }

    /** What may stand between the name and the conditions. */
    private boolean before(int number, String line) {
        Matcher told = PURPOSE.matcher(line);
        Matcher tagged = TAGS.matcher(line);
        Matcher scoped = SCOPE.matcher(line);
        if (told.matches()) {
            purpose = told.group(1).strip();
        } else if (tagged.matches()) {
            tags = Arrays.stream(tagged.group(1).split(","))
                    .map(String::strip)
                    .filter(tag -> !tag.isEmpty())
                    .distinct()
                    .limit(MAX_TAGS)
                    .toList();
        } else if (scoped.matches()) {
            scope.clause(number, scoped.group(1));
        } else if (PERIOD.matcher(line).matches()) {
            scope.clause(number, "la période " + line);
        } else if (!scope.isEmpty() && ConditionTreeBuilder.led(line)) {
            scope.line(number, line);
        } else {
            return false;
        }
        return true;
    }

    private boolean moves(Matcher section) {
        SentenceKind to = section.group(1) != null
                ? SentenceKind.CONDITION
                : section.group(2) != null ? SentenceKind.EXCEPTION : SentenceKind.ACTION;
        if (to.compareTo(place) < 0) {
            return false;
        }
        place = to;
        return true;
    }

    private void inPlace(int number, String line) {
        switch (place) {
            case SCOPE ->
                findings.add(RuleProblem.of(number, "rules.problem.outside").suggesting(Optional.of("quand")));
            case CONDITION -> condition.line(number, line);
            case EXCEPTION -> exception.line(number, line);
            default -> sentences.read(number, line, place).ifPresent(actions::add);
        }
    }

    Reading finish(int lastLine) {
        condition.end();
        exception.end();
        whole(lastLine);
        if (!findings.isEmpty()) {
            return new Reading(Optional.empty(), List.copyOf(findings));
        }
        return new Reading(
                Optional.of(new RuleText(
                        name == null ? "" : name,
                        purpose,
                        tags,
                        new RuleText.Logic(
                                scope.isEmpty() ? ConditionTree.NOTHING : scope.formula(),
                                condition.formula(),
                                exception.isEmpty() ? ConditionTree.NEVER : exception.formula()),
                        List.copyOf(actions),
                        List.copyOf(limits),
                        List.copyOf(tuned))),
                List.of());
    }

    /** What a rule must have as a whole; reported where it would go. */
    private void whole(int lastLine) {
        if (!findings.isEmpty()) {
            return;
        }
        if (name == null) {
            findings.add(RuleProblem.of(1, "rules.problem.header").suggesting(Optional.of(EXAMPLE)));
        } else if (parameters) {
            findings.addAll(Cardinality.problems(vocabulary.of(ruleSet), tuned));
        } else {
            if (condition.isEmpty()) {
                findings.add(
                        RuleProblem.of(lastLine, "rules.problem.noCondition").suggesting(Optional.of("quand")));
            }
            if (actions.isEmpty()) {
                findings.add(RuleProblem.of(lastLine, "rules.problem.noAction").suggesting(Optional.of("alors")));
            }
            if (limits.size() > 1) {
                findings.add(RuleProblem.of(limits.get(1).line(), "rules.problem.limitTwice"));
            }
        }
    }
}
