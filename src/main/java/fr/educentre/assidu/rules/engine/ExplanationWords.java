package fr.educentre.assidu.rules.engine;

import fr.educentre.assidu.rules.language.BoundSentence;
import fr.educentre.assidu.rules.language.Unit;
import fr.educentre.assidu.rules.measures.Measure;
import fr.educentre.assidu.rules.measures.Occasion;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Typography;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the engine says of a rule beside the words of the vocabulary, in a language; set as the bundles are. */
enum ExplanationWords {
    FRENCH(
            Locale.FRENCH,
            new Gap("il manque %s", "%s au-dessus du seuil", "%s sous le seuil", "%s de trop"),
            " : ",
            " ; ") {
        @Override
        String untrue(String sentence) {
            return "il est faux qu" + (VOWEL.matcher(sentence).lookingAt() ? "'" : "e ") + sentence;
        }
    },

    ENGLISH(
            Locale.ENGLISH,
            new Gap("short by %s", "%s above the threshold", "%s below the threshold", "%s too many"),
            ": ",
            "; ") {
        @Override
        String untrue(String sentence) {
            return "it is false that " + sentence;
        }
    };

    private static final Pattern VOWEL = Pattern.compile("[aeiouyhàâéèêîôû]", Pattern.CASE_INSENSITIVE);
    private static final Unit POINTS = Unit.of("point|points");
    private static final int OCCASIONS_SHOWN = 6;

    private final Locale language;
    private final Gap gap;
    private final String colon;
    private final String semicolon;

    ExplanationWords(Locale language, Gap gap, String colon, String semicolon) {
        this.language = language;
        this.gap = gap;
        this.colon = colon;
        this.semicolon = semicolon;
    }

    /** How far a figure is from what it is compared with, {@code %s} standing for the amount. */
    private record Gap(String missing, String above, String below, String tooMany) {}

    static ExplanationWords of(Locale language) {
        return Texts.english(language) ? ENGLISH : FRENCH;
    }

    abstract String untrue(String sentence);

    /** The sentence of the rule as it reads. */
    String sentence(BoundSentence filled, boolean negated) {
        String said = filled.in(language);
        return Typography.of(negated ? untrue(said) : said, language);
    }

    /** What was seen of a condition that holds. */
    String explained(BoundSentence filled, Measure measure) {
        return Typography.of(filled.explained(measure.value(), occasions(measure.occasions()), language), language);
    }

    /** What was seen of a condition that must not hold. */
    String denied(BoundSentence filled, Measure measure) {
        boolean figure = measure.known() && !filled.comparison().how().equals("holds");
        return sentence(filled, true) + (figure ? " (" + filled.said(measure.value(), language) + ")" : "");
    }

    String all(List<String> sentences) {
        return Typography.of(String.join(semicolon, sentences), language);
    }

    /** By how much a comparison fails. */
    String gap(BoundSentence filled, double missing, boolean negated) {
        String amount = amount(filled, missing);
        String said = negated
                ? gap.tooMany()
                : switch (filled.comparison().how()) {
                    case "atLeast" -> gap.missing();
                    case "under" -> gap.above();
                    default -> gap.below();
                };
        return Typography.of(said.formatted(amount), language);
    }

    private String amount(BoundSentence filled, double missing) {
        String number = filled.said(missing, language);
        Unit unit = filled.unit();
        if (unit == null) {
            return number;
        }
        String counted = unit.of(missing, language);
        return number + " " + (counted.equals("%") ? POINTS.of(missing, language) : counted);
    }

    private String occasions(List<Occasion> all) {
        if (all.isEmpty()) {
            return "";
        }
        int skipped = Math.max(0, all.size() - OCCASIONS_SHOWN);
        List<String> shown = all.subList(skipped, all.size()).stream()
                .map(one -> one.in(language))
                .toList();
        return colon + (skipped > 0 ? "…, " : "") + String.join(", ", shown);
    }
}
