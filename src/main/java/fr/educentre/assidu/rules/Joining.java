package fr.educentre.assidu.rules;

import java.util.Locale;
import java.util.regex.Pattern;

/** The words before a sentence on its line: what joins it to the one before, and what says that it is false. */
final class Joining {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String NOT = "(?:il est faux qu(?:e\\s+|')|it is false that\\s+)";
    private static final String VOWELS = "aeiouyéèêàâîôûh";

    /** What comes before the sentence, and the sentence. */
    static final Pattern LEAD = Pattern.compile(
            "(\\s*(?:(?:pour|for|quand|when|sauf si|unless|alors|then)\\s+)?(?:- ?)?(?:(?:et|ou|and|or)\\s+)?" + NOT
                    + "?)(.*)",
            FLAGS | Pattern.DOTALL);

    private static final Pattern WORD = Pattern.compile("^(\\s*)(?:(?:et|ou|and|or)\\s+)?", FLAGS);
    private static final Pattern FALSE = Pattern.compile(NOT + "$", FLAGS);

    private Joining() {}

    static boolean negated(String lead) {
        return FALSE.matcher(lead).find();
    }

    /** "et" or "ou", empty where neither stands. */
    static String word(String lead) {
        String words = FALSE.matcher(lead).replaceFirst("").strip().toLowerCase(Locale.FRENCH);
        return words.equals("et") || words.equals("ou") ? words : "";
    }

    static String joined(String lead, String word) {
        return WORD.matcher(lead).replaceFirst("$1" + word + " ");
    }

    static String apart(String lead) {
        return WORD.matcher(lead).replaceFirst("$1");
    }

    static String negated(String lead, String sentence, boolean negated) {
        String without = FALSE.matcher(lead).replaceFirst("");
        if (!negated) {
            return without;
        }
        boolean vowel = !sentence.isEmpty() && VOWELS.indexOf(Character.toLowerCase(sentence.charAt(0))) >= 0;
        return without + (vowel ? "il est faux qu'" : "il est faux que ");
    }
}
