package fr.educentre.assidu.rules.language;

import fr.educentre.assidu.shell.ReaderFormats;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A sentence with a value in each of its blanks. */
public record BoundSentence(Sentence sentence, Map<String, BlankValue> values, int line) {

    private static final Pattern COMPARISON =
            Pattern.compile("(\\w+\\(.*\\))\\.(atLeast|over|under|holds)\\(\\s*(.*?)\\s*\\)");

    /** Words that go with one and with several of what was measured. */
    private static final Pattern NUMBERS = Pattern.compile("\\{valeur:([^|{}]+)\\|([^{}]+)}");

    /** Where a measure counts the absences of a reason, and the code of that reason. */
    private static final Pattern REASON = Pattern.compile("\"REASON\"\\s*,\\s*\"(\\w+)\"");

    /** What a condition means: a measure of the learner, and how it is compared. */
    public record Comparison(String measure, String how, String threshold) {

        public String written() {
            return threshold.isEmpty() ? measure + "." + how + "()" : measure + "." + how + "( " + threshold + " )";
        }
    }

    public String drl() {
        return sentence.drl(values);
    }

    /** Codes of the reasons of absence that it asks for. */
    public Set<String> reasons() {
        return REASON.matcher(drl()).results().map(found -> found.group(1)).collect(Collectors.toUnmodifiableSet());
    }

    public Comparison comparison() {
        Matcher parts = COMPARISON.matcher(drl());
        if (!parts.matches()) {
            throw new IllegalStateException("Not a meaning of a condition: " + drl());
        }
        return new Comparison(parts.group(1), parts.group(2), parts.group(3));
    }

    /** The blank that the measure is compared with. */
    private Optional<BlankType> compared() {
        Matcher parts = COMPARISON.matcher(sentence.drl());
        String blank = parts.matches() ? parts.group(3) : "";
        return sentence.blanks().stream()
                .filter(type -> blank.startsWith("{" + type.name() + "}"))
                .findFirst();
    }

    /** The unit of the blank that the measure is compared with. */
    @Nullable
    public Unit unit() {
        return compared().map(BlankType::unit).orElse(null);
    }

    /** A figure of the measure as people read it: a duration in the unit of its blank, else the number alone. */
    public String said(double value, Locale language) {
        return compared()
                .map(type -> values.get(type.name()))
                .filter(BlankValue.DurationValue.class::isInstance)
                .map(blank -> ((BlankValue.DurationValue) blank).said((long) value, language))
                .orElseGet(() -> ReaderFormats.number(value, language));
    }

    /** What is said of what was seen. */
    public String explained(double value, String occasions, Locale language) {
        String template = NUMBERS.matcher(sentence.in(language).explanation())
                .replaceAll(words -> words.group(Unit.single(value, language) ? 1 : 2));
        Map<String, String> said = new HashMap<>();
        values.forEach((name, blank) -> said.put(name, blank.in(language)));
        said.put("valeur", said(value, language));
        said.put("occasions", occasions);
        return Sentence.filled(template, said);
    }

    /** The sentence as its own printer writes it. */
    public String french() {
        return filled(sentence.french(), BlankValue::french);
    }

    /** The sentence as it is said in a language. */
    public String in(Locale language) {
        return filled(sentence.in(language).text(), value -> value.in(language));
    }

    private String filled(String text, Function<BlankValue, String> printer) {
        Map<String, String> printed = new HashMap<>();
        values.forEach((name, value) -> printed.put(name, printer.apply(value)));
        return Sentence.filled(text, printed);
    }
}
