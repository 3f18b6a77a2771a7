package fr.educentre.assidu.rules.language;

import fr.educentre.assidu.shell.Texts;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What may stand in a blank, as declared beside its sentence.
 *
 * @param choices code to label; @param english code to label in English where it differs
 * @param list what the centre has to offer, for a text that names one of its groups, modules, sites
 */
public record BlankType(
        String name,
        Sort sort,
        @Nullable Unit unit,
        Bounds bounds,
        Map<String, String> choices,
        Map<String, String> english,
        Supplier<List<String>> list,
        String example) {

    /** What it may be at least and at most. */
    public record Bounds(@Nullable BigDecimal min, @Nullable BigDecimal max) {}

    public enum Sort {
        NUMBER,
        PERCENT,
        DURATION,
        DATE,
        CHOICE,
        /** A code: letters, digits, spaces and {@code . _ -}. */
        TEXT,
        /** Words of a person, with the punctuation of a sentence. */
        PHRASE
    }

    private static final Pattern INTEGER = Pattern.compile("[0-9]{1,6}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,3}(?:[.,][0-9]{1,2})?");
    private static final Pattern DURATION =
            Pattern.compile("([0-9]{1,5}) (minutes?|heures?|hours?|jours?|days?)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY = Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})");
    private static final Pattern CODE = Pattern.compile("[\\p{IsLatin}0-9][\\p{IsLatin}0-9 ._-]*");
    private static final Pattern WORDS = Pattern.compile("[\\p{IsLatin}0-9][\\p{IsLatin}0-9 .,:;%°'()/+_-]*");

    /** Empty when the text is no value of this type, or out of its range. */
    Optional<BlankValue> parse(String text) {
        return switch (sort) {
            case NUMBER -> number(text, INTEGER).map(BlankValue.NumberValue::new);
            case PERCENT -> number(text, DECIMAL).map(BlankValue.PercentValue::new);
            case DURATION -> duration(text);
            case DATE -> date(text);
            case CHOICE -> choice(text);
            case TEXT -> text(text, CODE);
            case PHRASE -> text(text, WORDS);
        };
    }

    private Optional<BlankValue> choice(String text) {
        return choices.entrySet().stream()
                .filter(choice -> choice.getValue().equalsIgnoreCase(text)
                        || english.getOrDefault(choice.getKey(), "").equalsIgnoreCase(text))
                .<BlankValue>map(choice -> new BlankValue.ChoiceValue(
                        choice.getKey(), choice.getValue(), english.getOrDefault(choice.getKey(), choice.getValue())))
                .findFirst();
    }

    private Optional<BlankValue> text(String text, Pattern shape) {
        return shape.matcher(text).matches() && within(BigDecimal.valueOf(text.length()))
                ? Optional.of(new BlankValue.TextValue(text))
                : Optional.empty();
    }

    private Optional<BigDecimal> number(String text, Pattern shape) {
        if (!shape.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text.replace(',', '.'))).filter(this::within);
    }

    /** Written as a duration, in range or not. */
    static boolean readsAsDuration(String text) {
        return DURATION.matcher(text).matches();
    }

    private Optional<BlankValue> duration(String text) {
        var parts = DURATION.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String unit = parts.group(2).toLowerCase(Locale.FRENCH);
        int factor = unit.startsWith("m") ? 1 : unit.startsWith("h") ? 60 : 1440;
        String said = unit.startsWith("m") ? "minutes" : unit.startsWith("h") ? "heures" : "jours";
        return Optional.of(new BigDecimal(parts.group(1)).multiply(BigDecimal.valueOf(factor)))
                .filter(this::within)
                .map(minutes -> new BlankValue.DurationValue(minutes, parts.group(1) + " " + said));
    }

    private static Optional<BlankValue> date(String text) {
        var parts = DAY.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(parts.group(3));
        if (year < 2000 || year > 2100) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BlankValue.DateValue(
                    LocalDate.of(year, Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(1)))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private boolean within(BigDecimal number) {
        return (bounds.min() == null || number.compareTo(bounds.min()) >= 0)
                && (bounds.max() == null || number.compareTo(bounds.max()) <= 0);
    }

    /** What may be chosen from: the vocabulary's own choices, or what the centre has. */
    List<String> labels() {
        return labels(Locale.FRENCH);
    }

    List<String> labels(Locale language) {
        boolean inEnglish = Texts.english(language);
        return sort == Sort.TEXT
                ? list.get()
                : choices.entrySet().stream()
                        .map(choice -> inEnglish
                                ? english.getOrDefault(choice.getKey(), choice.getValue())
                                : choice.getValue())
                        .toList();
    }

    /** A value that could stand there, as a language says it. */
    String example(Locale language) {
        return sort == Sort.CHOICE || sort == Sort.DURATION
                ? parse(example).map(value -> value.in(language)).orElse(example)
                : example;
    }

    /** Names nothing the centre has; where the centre has nothing to say, anything goes. */
    boolean unheardOf(String text) {
        List<String> offered = sort == Sort.TEXT ? list.get() : List.of();
        return !offered.isEmpty() && offered.stream().noneMatch(text::equalsIgnoreCase);
    }
}
