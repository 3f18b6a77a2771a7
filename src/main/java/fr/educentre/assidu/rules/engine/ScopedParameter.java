package fr.educentre.assidu.rules.engine;

import fr.educentre.assidu.rules.PresenceScope;
import fr.educentre.assidu.rules.language.BlankValue;
import fr.educentre.assidu.rules.language.BoundSentence;
import fr.educentre.assidu.rules.language.RuleText;
import fr.educentre.assidu.shell.Wording;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A parameter that may be set apart for a funder, a programme, a modality: the most specific line holds, in this order.
 * A learner with two funders is held to the one that asks for more, each by its own line or, without one, by what holds
 * else.
 */
public final class ScopedParameter<T> {

    /** What a line may be for, the most specific first; the blank of its sentence that says so. */
    private enum Level {
        FUNDER("financeur"),
        PROGRAMME("programme"),
        MODALITY("modalite");

        private final String blank;

        Level(String blank) {
            this.blank = blank;
        }

        /** As one says it after a value: "en visioconférence", "pour le financeur CPF". */
        private Wording words(BlankValue value) {
            return this == MODALITY ? value.words() : Wording.of("rules.scope." + name(), value.words());
        }
    }

    /** A value, and in words what it was set for; nothing for the one that holds for everyone. */
    public record Setting<T>(T value, Wording scope) {}

    private Setting<T> general;
    private final Map<Level, Map<String, Setting<T>>> special = new EnumMap<>(Level.class);
    private final BinaryOperator<T> stricter;

    private ScopedParameter(Setting<T> general, BinaryOperator<T> stricter) {
        this.general = general;
        this.stricter = stricter;
    }

    /**
     * @param blank blank that holds the value, the same in all sentences of the parameter
     * @param unsaid what holds where the text does not say
     * @param stricter of two values, the one that asks for more
     */
    static <T> ScopedParameter<T> of(
            RuleText text, String blank, Function<BlankValue, T> value, T unsaid, BinaryOperator<T> stricter) {
        var tuned = new ScopedParameter<>(new Setting<>(unsaid, Wording.NONE), stricter);
        for (BoundSentence line : text.parameters()) {
            BlankValue said = line.values().get(blank);
            if (said != null) {
                tuned.set(level(line), line, value.apply(said));
            }
        }
        return tuned;
    }

    /** A number, whole or not. */
    static ScopedParameter<Double> number(RuleText text, String blank, double unsaid, BinaryOperator<Double> stricter) {
        return of(text, blank, ScopedParameter::number, unsaid, stricter);
    }

    private static double number(BlankValue value) {
        if (value instanceof BlankValue.Numeric numeric) {
            return numeric.number().doubleValue();
        }
        throw new IllegalArgumentException("Not a number: " + value);
    }

    public static String code(BlankValue value) {
        return value instanceof BlankValue.ChoiceValue choice ? choice.code() : value.french();
    }

    private static @Nullable Level level(BoundSentence line) {
        for (Level level : Level.values()) {
            if (line.values().containsKey(level.blank)) {
                return level;
            }
        }
        return null;
    }

    private void set(@Nullable Level level, BoundSentence line, T value) {
        BlankValue whom = level == null ? null : line.values().get(level.blank);
        if (level == null || whom == null) {
            general = new Setting<>(value, Wording.NONE);
        } else {
            special.computeIfAbsent(level, one -> new HashMap<>())
                    .put(key(code(whom)), new Setting<>(value, level.words(whom)));
        }
    }

    public Setting<T> of(PresenceScope scope) {
        Setting<T> other = apart(Level.PROGRAMME, scope.programme());
        if (other == null) {
            other = apart(Level.MODALITY, scope.modality());
        }
        return ofFunders(scope.funders(), other == null ? general : other);
    }

    private Setting<T> ofFunders(Iterable<String> funders, Setting<T> other) {
        Setting<T> found = null;
        for (String funder : funders) {
            Setting<T> own = apart(Level.FUNDER, funder);
            Setting<T> theirs = own == null ? other : own;
            found = found == null ? theirs : both(found, theirs);
        }
        return found == null ? other : found;
    }

    private Setting<T> both(Setting<T> one, Setting<T> two) {
        T value = stricter.apply(one.value(), two.value());
        return value.equals(one.value()) ? one : value.equals(two.value()) ? two : new Setting<>(value, one.scope());
    }

    private @Nullable Setting<T> apart(Level level, String key) {
        Map<String, Setting<T>> known = special.get(level);
        return known == null ? null : known.get(key(key));
    }

    private static String key(String code) {
        return code.toLowerCase(Locale.ROOT);
    }
}
