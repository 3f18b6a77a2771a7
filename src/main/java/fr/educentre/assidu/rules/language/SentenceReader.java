package fr.educentre.assidu.rules.language;

import fr.educentre.assidu.shell.ReaderFormats;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the sentence a line is and fills its blanks, or says what is wrong with it. */
public final class SentenceReader {

    private static final int SHOWN = 80;
    private static final int CHOICES_SHOWN = 12;
    /** Fewer words of its own do not tell that a line is meant to be the sentence. */
    private static final int SURE = 16;

    private final Vocabulary vocabulary;
    private final String ruleSet;
    private final boolean strict;
    private final Consumer<RuleProblem> findings;

    public SentenceReader(Vocabulary vocabulary, String ruleSet, boolean strict, Consumer<RuleProblem> findings) {
        this.vocabulary = vocabulary;
        this.ruleSet = ruleSet;
        this.strict = strict;
        this.findings = findings;
    }

    public Optional<BoundSentence> read(int number, String line, SentenceKind kind) {
        var among = vocabulary.of(ruleSet, kind);
        RuleProblem refused = null;
        int surest = SURE;
        for (Sentence sentence : among) {
            var texts = sentence.match(line);
            if (texts.isPresent()) {
                var values = new LinkedHashMap<String, BlankValue>();
                RuleProblem problem = fill(number, texts.get(), values);
                if (problem == null) {
                    return Optional.of(new BoundSentence(sentence, Map.copyOf(values), number));
                }
                if (sentence.ownWords() > surest) {
                    surest = sentence.ownWords();
                    refused = problem;
                }
            }
        }
        findings.accept(refused != null ? refused : unknown(number, line, kind, among));
        return Optional.empty();
    }

    private RuleProblem unknown(int number, String line, SentenceKind kind, List<Sentence> among) {
        return Arrays.stream(SentenceKind.values())
                .filter(other -> other != kind)
                .filter(other -> vocabulary.of(ruleSet, other).stream()
                        .anyMatch(sentence -> sentence.match(line).isPresent()))
                .findFirst()
                .map(other -> RuleProblem.of(number, "rules.problem.place", shortened(line))
                        .suggesting(Optional.of(other.keyword())))
                .orElseGet(() -> RuleProblem.of(number, "rules.problem.unknown", shortened(line))
                        .suggesting(vocabulary.nearest(line, among)));
    }

    private @Nullable RuleProblem fill(int number, Map<BlankType, String> texts, Map<String, BlankValue> into) {
        for (var blank : texts.entrySet()) {
            var type = blank.getKey();
            var value = type.parse(blank.getValue());
            if (value.isEmpty()) {
                return problem(number, type, blank.getValue()).suggesting(Optional.of(type.example()));
            }
            if (strict && type.unheardOf(blank.getValue())) {
                return choice(number, type, blank.getValue()).suggesting(nearest(blank.getValue(), type.labels()));
            }
            into.put(type.name(), value.get());
        }
        return null;
    }

    private static Optional<String> nearest(String text, List<String> offered) {
        return offered.stream()
                .filter(one -> one.regionMatches(true, 0, text, 0, Math.min(2, text.length())))
                .findFirst()
                .or(() -> offered.stream().findFirst());
    }

    private static RuleProblem problem(int number, BlankType type, String text) {
        return switch (type.sort()) {
            case CHOICE -> choice(number, type, text);
            case DATE -> RuleProblem.of(number, "rules.problem.date", shortened(text));
            case DURATION ->
                type.bounds().min() == null || type.bounds().max() == null || !BlankType.readsAsDuration(text)
                        ? RuleProblem.of(number, "rules.problem.duration", shortened(text))
                        : RuleProblem.of(
                                number,
                                "rules.problem.durationRange",
                                shortened(text),
                                ReaderFormats.duration(type.bounds().min().longValue()),
                                ReaderFormats.duration(type.bounds().max().longValue()));
            case PHRASE -> RuleProblem.of(number, "rules.problem.phrase", shortened(text));
            case NUMBER, PERCENT ->
                type.bounds().min() == null || type.bounds().max() == null
                        ? RuleProblem.of(number, "rules.problem.text", shortened(text))
                        : RuleProblem.of(
                                number,
                                "rules.problem.range",
                                shortened(text),
                                type.bounds().min(),
                                type.bounds().max(),
                                type.unit() == null ? "" : type.unit().several());
            case TEXT -> RuleProblem.of(number, "rules.problem.text", shortened(text));
        };
    }

    private static RuleProblem choice(int number, BlankType type, String text) {
        List<String> labels = type.labels();
        String shown = String.join(", ", labels.subList(0, Math.min(CHOICES_SHOWN, labels.size())));
        return RuleProblem.of(
                number, "rules.problem.choice", shortened(text), labels.size() > CHOICES_SHOWN ? shown + "…" : shown);
    }

    static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
