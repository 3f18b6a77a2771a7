package fr.educentre.assidu.rules.language;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A sentence with a value in each of its blanks. */
public record BoundSentence(Sentence sentence, Map<String, BlankValue> values, int line) {

    private static final Pattern COMPARISON =
            Pattern.compile("(\\w+\\(.*\\))\\.(atLeast|over|under|holds)\\(\\s*(.*?)\\s*\\)");

    /** What a condition means: a measure of the learner, and how it is compared. */
    public record Comparison(String measure, String how, String threshold) {

        public String written() {
            return threshold.isEmpty() ? measure + "." + how + "()" : measure + "." + how + "( " + threshold + " )";
        }
    }

    public String drl() {
        return sentence.drl(values);
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
    public String unit() {
        return compared().map(BlankType::unit).orElse(null);
    }

    /** A figure of the measure as people read it: a duration in the unit of its blank, else the number alone. */
    public String said(double value) {
        return compared()
                .map(type -> values.get(type.name()))
                .filter(BlankValue.DurationValue.class::isInstance)
                .map(blank -> ((BlankValue.DurationValue) blank).said((long) value))
                .orElseGet(() -> FrenchNumberFormat.number(value));
    }

    /** The sentence as its own printer writes it. */
    public String french() {
        String text = sentence.french();
        for (var value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue().french());
        }
        return text;
    }
}
