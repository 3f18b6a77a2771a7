package fr.educentre.assidu.jdbc;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Search by the beginnings of words, in any order, whatever their case and accents: {@code dup mar} finds Marie Dupont. An index
 * leads where one is made on {@code search_words} of the same text.
 */
public final class WordSearch {

    private static final int MOST_WORDS = 8;
    private static final int LONGEST = 60;

    private WordSearch() {}

    /** A condition on an SQL text, for the parameter {@code :words} that {@link #of} makes. */
    public static String holds(String text) {
        return "search_words(" + text + ") @@ cast(:words as tsquery)";
    }

    /** @return empty where nothing was typed that could be searched for */
    public static String of(String sought) {
        return Arrays.stream(TextSearch.of(sought).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(word -> "'" + word.substring(0, Math.min(word.length(), LONGEST)) + "':*")
                .collect(Collectors.joining(" & "));
    }
}
