package fr.educentre.assidu.jdbc;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** Search that knows neither case nor accents: who looks for {@code nguyen} or {@code Nguyên} finds Nguyễn. */
public final class TextSearch {

    /** Letters that do not come apart into a letter and its accent, then the accents, which go. */
    private static final String LETTERS = "đłøı"
            + "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u0309\u030A\u030B\u030C\u031B\u0323\u0326\u0327\u0328";

    private static final String PLAIN = "dloi";

    private TextSearch() {}

    /** A condition on an SQL text, for the parameters of {@link #values}. */
    public static String holds(String text) {
        return "position(:q in translate(replace(replace(normalize(lower(" + text
                + "), nfd), 'œ', 'oe'), 'æ', 'ae'), :letters, :plain)) > 0";
    }

    public static Map<String, String> values(String sought) {
        return Map.of("q", of(sought), "letters", LETTERS, "plain", PLAIN);
    }

    static String of(String text) {
        String apart = Normalizer.normalize(text.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replace("œ", "oe")
                .replace("æ", "ae");
        StringBuilder plain = new StringBuilder();
        apart.chars().forEach(one -> {
            int at = LETTERS.indexOf(one);
            if (at < 0) {
                plain.append((char) one);
            } else if (at < PLAIN.length()) {
                plain.append(PLAIN.charAt(at));
            }
        });
        return plain.toString();
    }
}
