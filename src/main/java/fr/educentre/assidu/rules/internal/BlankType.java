package fr.educentre.assidu.rules.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may stand in a blank, as declared beside its sentence. */
record BlankType(
        String name,
        Sort sort,
        @Nullable String unit,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        Map<String, String> choices,
        String example) {

    enum Sort {
        NUMBER,
        PERCENT,
        CHOICE,
        TEXT
    }

    private static final Pattern INTEGER = Pattern.compile("[0-9]{1,6}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,3}(?:[.,][0-9]{1,2})?");
    private static final Pattern CODE = Pattern.compile("[\\p{IsLatin}0-9][\\p{IsLatin}0-9 ._-]*");

    /** Empty when the text is no value of this type, or out of its range. */
    Optional<BlankValue> parse(String text) {
        return switch (sort) {
            case NUMBER -> number(text, INTEGER);
            case PERCENT -> number(text, DECIMAL);
            case CHOICE ->
                choices.entrySet().stream()
                        .filter(choice -> choice.getValue().equalsIgnoreCase(text))
                        .<BlankValue>map(choice -> new BlankValue.ChoiceValue(choice.getKey(), choice.getValue()))
                        .findFirst();
            case TEXT ->
                CODE.matcher(text).matches() && within(BigDecimal.valueOf(text.length()))
                        ? Optional.of(new BlankValue.TextValue(text))
                        : Optional.empty();
        };
    }

    private Optional<BlankValue> number(String text, Pattern shape) {
        if (!shape.matcher(text).matches()) {
            return Optional.empty();
        }
        var number = new BigDecimal(text.replace(',', '.'));
        return within(number) ? Optional.of(new BlankValue.NumberValue(number)) : Optional.empty();
    }

    private boolean within(BigDecimal number) {
        return (min == null || number.compareTo(min) >= 0) && (max == null || number.compareTo(max) <= 0);
    }

    List<String> labels() {
        return List.copyOf(choices.values());
    }
}
