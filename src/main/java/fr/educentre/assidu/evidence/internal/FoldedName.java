package fr.educentre.assidu.evidence.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A person's name reduced to what two spellings of it share: its words without accents, case, order or tags. */
record FoldedName(List<String> words) {

    private static final int LONGEST = 200;
    private static final Pattern BRACKETS = Pattern.compile("[(\\[{][^()\\[\\]{}]*[)\\]}]");
    private static final Pattern LEADING_NUMBER = Pattern.compile("^\\s*\\d+[\\s_.\\-:#]+");
    private static final Pattern PRONOUNS =
            Pattern.compile("\\b(she|he|they|elle|il|iel)\\s*/\\s*(her|him|them|elle|lui|iel|il|hers|his|theirs)\\b");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final double ALIKE = 0.8;

    static FoldedName of(String name) {
        String text = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        text = LEADING_NUMBER.matcher(text).replaceFirst("");
        String outside = BRACKETS.matcher(text).replaceAll(" ");
        text = outside.isBlank() ? text : outside;
        text = text.toLowerCase(Locale.ROOT);
        text = PRONOUNS.matcher(text).replaceAll(" ");
        text = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        text = text.replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss")
                .replace('đ', 'd')
                .replace('ð', 'd')
                .replace('ł', 'l')
                .replace('ø', 'o')
                .replace('ı', 'i');
        List<String> words = new ArrayList<>();
        for (String word : NOT_LETTERS.split(text)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        words.sort(null);
        return new FoldedName(List.copyOf(words));
    }

    /** Words in alphabetical order, one space between; never empty text for a name with letters. */
    String key() {
        return String.join(" ", words);
    }

    /** How alike two names are, between 0 and 1; 1 only for the same words. */
    double likeness(FoldedName other) {
        if (words.isEmpty() || other.words.isEmpty()) {
            return 0;
        }
        if (words.equals(other.words) || glued().equals(other.glued())) {
            return 1;
        }
        List<String> fewer = words.size() <= other.words.size() ? words : other.words;
        List<String> more = fewer == words ? other.words : words;
        List<String> left = new ArrayList<>(more);
        double sum = 0;
        int letters = 0;
        for (String word : fewer) {
            String best = left.getFirst();
            for (String candidate : left) {
                if (word(word, candidate) > word(word, best)) {
                    best = candidate;
                }
            }
            double score = word(word, best);
            sum += score * Math.max(word.length(), 1);
            letters += Math.max(word.length(), 1);
            left.remove(best);
        }
        double covered = fewer.size() == 1 && more.size() > 1 ? 0.75 : 0.95;
        double missing = left.isEmpty() ? 1 : covered;
        return Math.max(Math.min(sum / letters * missing, 0.99), initialAndName(other));
    }

    private String glued() {
        return String.join("", words);
    }

    /** {@code vwoolf} for Virginia Woolf. */
    private double initialAndName(FoldedName other) {
        FoldedName one = words.size() == 1 ? this : other;
        FoldedName full = one == this ? other : this;
        if (one.words.size() != 1 || full.words.size() < 2) {
            return 0;
        }
        String text = one.words.getFirst();
        for (String last : full.words) {
            for (String first : full.words) {
                boolean fits = !last.equals(first)
                        && last.length() > 2
                        && (text.equals(first.charAt(0) + last) || text.equals(last + first.charAt(0)));
                if (fits) {
                    return ALIKE;
                }
            }
        }
        return 0;
    }

    private static double word(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        if (a.length() == 1 || b.length() == 1) {
            return a.charAt(0) == b.charAt(0) ? 0.5 : 0;
        }
        if (a.length() > 2 && b.length() > 2 && (a.startsWith(b) || b.startsWith(a))) {
            return 0.85;
        }
        double close = 1 - (double) edits(a, b) / Math.max(a.length(), b.length());
        return close >= 0.7 ? close : 0;
    }

    private static int edits(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
