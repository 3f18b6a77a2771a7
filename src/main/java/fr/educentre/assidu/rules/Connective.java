package fr.educentre.assidu.rules;

import fr.educentre.assidu.rules.RuleLines.Place;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words before a sentence on its line: what joins it to the one before, and what says that it is false. */
final class Connective {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String NOT = "(?:il est faux qu(?:e\\s+|')|it is false that\\s+)";
    private static final String VOWELS = "aeiouyéèêàâîôûh";

    /** What comes before the sentence, and the sentence. */
    static final Pattern LEAD = Pattern.compile(
            "(\\s*(?:(?:pour|for|quand|when|sauf si|unless|alors|then)\\s+)?(?:- ?)?(?:(?:et|ou|and|or)\\s+)?" + NOT
                    + "?)(.*)",
            FLAGS | Pattern.DOTALL);

    private static final Pattern LIST =
            Pattern.compile("(?:l'un de ces faits|one of these|(tous ces faits|all of these)) ?:", FLAGS);
    private static final Pattern ENGLISH = Pattern.compile("\\s*(?:for|when|unless|and|or)\\b.*", FLAGS);
    private static final Pattern WORD = Pattern.compile("^(\\s*)(?:(?:et|ou|and|or)\\s+)?", FLAGS);
    private static final Pattern FALSE = Pattern.compile(NOT + "$", FLAGS);

    private Connective() {}

    static boolean negated(String lead) {
        return FALSE.matcher(lead).find();
    }

    /** Opens a list of facts. */
    static boolean opensList(String sentence) {
        return LIST.matcher(sentence).matches();
    }

    /** All of the list it opens must hold, not one of it. */
    static boolean opensAll(String sentence) {
        var matcher = LIST.matcher(sentence);
        return matcher.matches() && matcher.group(1) != null;
    }

    /** A fact of a list. */
    static boolean item(String lead) {
        return FALSE.matcher(lead).replaceFirst("").strip().endsWith("-");
    }

    /** "et" or "ou", empty where neither stands. */
    static String word(String lead) {
        return switch (FALSE.matcher(lead).replaceFirst("").strip().toLowerCase(Locale.FRENCH)) {
            case "et", "and" -> "et";
            case "ou", "or" -> "ou";
            default -> "";
        };
    }

    /** @param word "et" or "ou", said in the language of the line; in a scope, "et" is another "pour" */
    static String joined(Place place, String lead, String word) {
        boolean english = ENGLISH.matcher(lead).matches();
        String or = english ? "or " : "ou ";
        if (place == Place.SCOPE) {
            return word.equals("ou") ? or : english ? "for " : "pour ";
        }
        return WORD.matcher(lead).replaceFirst("$1" + (word.equals("ou") ? or : english ? "and " : "et "));
    }

    /** What comes before a sentence that has become the first of its place. */
    static String first(Place place, String lead) {
        return place != Place.SCOPE
                ? WORD.matcher(lead).replaceFirst("$1")
                : word(lead).isEmpty() ? lead : joined(place, lead, "et");
    }

    /** Without what says that it is false. */
    static String affirmed(String lead) {
        return FALSE.matcher(lead).replaceFirst("");
    }

    /** @param english the language that the rule is written in */
    static String negated(String lead, String sentence, boolean negated, boolean english) {
        String without = affirmed(lead);
        if (!negated) {
            return without;
        }
        if (english) {
            return without + "it is false that ";
        }
        boolean vowel = !sentence.isEmpty() && VOWELS.indexOf(Character.toLowerCase(sentence.charAt(0))) >= 0;
        return without + (vowel ? "il est faux qu'" : "il est faux que ");
    }
}
