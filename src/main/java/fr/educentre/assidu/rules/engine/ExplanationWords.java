package fr.educentre.assidu.rules.engine;

import fr.educentre.assidu.rules.language.BoundSentence;
import fr.educentre.assidu.rules.language.Unit;
import fr.educentre.assidu.rules.measures.Measure;
import fr.educentre.assidu.rules.measures.Occasion;
import fr.educentre.assidu.shell.Typography;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the engine says of a rule beside the words of the vocabulary, in a language; set as the bundles are. */
enum ExplanationWords {
    FRENCH(Locale.FRENCH) {
        @Override
        String untrue(String sentence) {
            return "il est faux qu" + (VOWEL.matcher(sentence).lookingAt() ? "'" : "e ") + sentence;
        }

        @Override
        String missing(String amount) {
            return "il manque " + amount;
        }

        @Override
        String above(String amount) {
            return amount + " au-dessus du seuil";
        }

        @Override
        String below(String amount) {
            return amount + " sous le seuil";
        }

        @Override
        String tooMany(String amount) {
            return amount + " de trop";
        }

        @Override
        String colon() {
            return " : ";
        }

        @Override
        String semicolon() {
            return " ; ";
        }
    },

    ENGLISH(Locale.ENGLISH) {
        @Override
        String untrue(String sentence) {
            return "it is false that " + sentence;
        }

        @Override
        String missing(String amount) {
            return "short by " + amount;
        }

        @Override
        String above(String amount) {
            return amount + " above the threshold";
        }

        @Override
        String below(String amount) {
            return amount + " below the threshold";
        }

        @Override
        String tooMany(String amount) {
            return amount + " too many";
        }

        @Override
        String colon() {
            return ": ";
        }

        @Override
        String semicolon() {
            return "; ";
        }
    };

    private static final Pattern VOWEL = Pattern.compile("[aeiouyhàâéèêîôû]", Pattern.CASE_INSENSITIVE);
    private static final Unit POINTS = Unit.of("point|points");
    private static final int OCCASIONS_SHOWN = 6;

    private final Locale language;

    ExplanationWords(Locale language) {
        this.language = language;
    }

    static ExplanationWords of(Locale language) {
        return Locale.ENGLISH.getLanguage().equals(language.getLanguage()) ? ENGLISH : FRENCH;
    }

    abstract String untrue(String sentence);

    abstract String missing(String amount);

    abstract String above(String amount);

    abstract String below(String amount);

    abstract String tooMany(String amount);

    abstract String colon();

    abstract String semicolon();

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
        return Typography.of(String.join(semicolon(), sentences), language);
    }

    /** By how much a comparison fails. */
    String gap(BoundSentence filled, double missing, boolean negated) {
        String amount = amount(filled, missing);
        String said = negated
                ? tooMany(amount)
                : switch (filled.comparison().how()) {
                    case "atLeast" -> missing(amount);
                    case "under" -> above(amount);
                    default -> below(amount);
                };
        return Typography.of(said, language);
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
        return colon() + (skipped > 0 ? "…, " : "") + String.join(", ", shown);
    }
}
