package fr.educentre.assidu.rules.language;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Reads the text of a rule. Each line is a keyword or one sentence of the vocabulary from end to end, in French or in
 * English; anything else is a finding. What it lets through holds values and sentences, no text of the person's but the
 * rule's name, purpose and tags.
 *
 * <p>Facts are combined as people do: {@code et} binds tighter than {@code ou}; {@code l'un de ces faits :} opens a list
 * of lines that begin with a dash and count as one fact ({@code tous ces faits :} asks for all of them); {@code il est faux
 * que} turns a fact over. Lines under {@code sauf si} each keep the rule from firing unless they begin with {@code et}.
 */
@Component
public class RuleReader {

    private static final int MAX_LENGTH = 8_000;
    private static final int MAX_LINES = 60;
    private static final int MAX_LINE = 400;
    /** Latin letters, digits and the punctuation of sentences: no control, format or look-alike character. */
    private static final Pattern ALLOWED = Pattern.compile("[\\p{IsLatin}0-9 .,:;%°'\"()/+_-]*");

    private final Vocabulary vocabulary;

    public RuleReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Either a rule or findings. */
    public record Reading(Optional<RuleText> rule, List<RuleProblem> findings) {}

    /** A text being written: what it names must exist. */
    public Reading read(String ruleSet, String text) {
        return read(ruleSet, text, true);
    }

    /** A text that was accepted before: a group or a module that is no more does not take the rule out of force. */
    public Reading readAgain(String ruleSet, String text) {
        return read(ruleSet, text, false);
    }

    private Reading read(String ruleSet, String text, boolean strict) {
        if (!Vocabulary.RULE_SETS.contains(ruleSet)) {
            return failed(RuleProblem.of(1, "rules.problem.ruleSet", ruleSet));
        }
        if (text.length() > MAX_LENGTH || text.lines().count() > MAX_LINES) {
            return failed(RuleProblem.of(1, "rules.problem.tooLong", MAX_LINES));
        }
        var pass = new RuleParser(vocabulary, ruleSet, strict);
        int number = 0;
        for (String raw : text.split("\\R", -1)) {
            number++;
            String line = plain(raw);
            if (line.length() > MAX_LINE) {
                pass.problem(RuleProblem.of(number, "rules.problem.longLine", MAX_LINE));
            } else if (!ALLOWED.matcher(line).matches()) {
                pass.problem(RuleProblem.of(number, "rules.problem.characters"));
            } else if (!line.isEmpty()) {
                pass.line(number, line);
            }
        }
        return pass.finish(Math.max(1, number));
    }

    /** For a text that was checked before: a shipped or published one. */
    public RuleText require(String ruleSet, String text) {
        var reading = read(ruleSet, text);
        return reading.rule()
                .orElseThrow(
                        () -> new IllegalArgumentException("Not a rule of " + ruleSet + ": " + reading.findings()));
    }

    private static Reading failed(RuleProblem finding) {
        return new Reading(Optional.empty(), List.of(finding));
    }

    /** Typographic apostrophes and spaces are those people's keyboards and word processors make. */
    private static String plain(String line) {
        return Normalizer.normalize(line, Normalizer.Form.NFC)
                .replace('’', '\'')
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .replace('\t', ' ')
                .replaceAll(" +", " ")
                .strip();
    }
}
