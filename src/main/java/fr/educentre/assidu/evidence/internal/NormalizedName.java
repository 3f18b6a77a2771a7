package fr.educentre.assidu.evidence.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A person's name reduced to what two spellings of it share: its words without accents, case, order or tags. */
record NormalizedName(List<String> words) {

    private static final int LONGEST = 200;
    private static final Pattern BRACKETS = Pattern.compile("[(\\[{][^()\\[\\]{}]*[)\\]}]");
    private static final Pattern LEADING_NUMBER = Pattern.compile("^\\s*\\d+[\\s_.\\-:#]+");
    private static final Pattern PRONOUNS =
            Pattern.compile("\\b(she|he|they|elle|il|iel)\\s*/\\s*(her|him|them|elle|lui|iel|il|hers|his|theirs)\\b");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final double ALIKE = 0.8;
    private static final double ONE_WORD = 0.95;
    private static final double INITIALS = 0.6;

    /** Words that say what someone is, or what they joined with, and not who they are. */
    private static final Set<String> ASIDE = Set.of(
            "ext",
            "externe",
            "external",
            "guest",
            "invite",
            "invitee",
            "host",
            "hote",
            "cohost",
            "unverified",
            "verifie",
            "m",
            "mr",
            "mrs",
            "ms",
            "mme",
            "mlle",
            "dr",
            "monsieur",
            "madame",
            "elle",
            "il",
            "iel",
            "she",
            "he",
            "they",
            "her",
            "him",
            "them",
            "hers",
            "his",
            "theirs",
            "iphone",
            "ipad",
            "android",
            "galaxy",
            "samsung",
            "huawei",
            "macbook",
            "pc",
            "laptop",
            "mobile",
            "telephone",
            "tel",
            "de");

    static NormalizedName of(String name) {
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
        return new NormalizedName(List.copyOf(words));
    }

    /** Words in alphabetical order, one space between; never empty text for a name with letters. */
    String key() {
        return String.join(" ", words);
    }

    /** Without what stands aside of a name (a title, a tag, pronouns, a device); unchanged when nothing else is left. */
    NormalizedName bare() {
        List<String> kept = words.stream().filter(word -> !ASIDE.contains(word)).toList();
        return kept.isEmpty() ? this : new NormalizedName(kept);
    }

    /** How alike two names are, between 0 and 1, whichever is asked; 1 only for the same words. */
    double likeness(NormalizedName other) {
        if (words.isEmpty() || other.words.isEmpty()) {
            return 0;
        }
        if (words.equals(other.words) || glued().equals(other.glued())) {
            return 1;
        }
        double covered = words.size() < other.words.size()
                ? covered(words, other.words)
                : words.size() > other.words.size()
                        ? covered(other.words, words)
                        : Math.max(covered(words, other.words), covered(other.words, words));
        return Math.max(Math.min(covered, 0.99), Math.max(inOneWord(other), initials(other)));
    }

    private static double covered(List<String> fewer, List<String> more) {
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
        double partly = fewer.size() == 1 && more.size() > 1 ? 0.75 : 0.95;
        return sum / letters * (left.isEmpty() ? 1 : partly);
    }

    private String glued() {
        return String.join("", words);
    }

    /** {@code vwoolf} or {@code virginiawoolf} for Virginia Woolf. */
    private double inOneWord(NormalizedName other) {
        NormalizedName one = words.size() == 1 ? this : other;
        NormalizedName full = one == this ? other : this;
        if (one.words.size() != 1 || full.words.size() < 2) {
            return 0;
        }
        String text = one.words.getFirst();
        for (String last : full.words) {
            for (String first : full.words) {
                if (!last.equals(first) && text.equals(first + last)) {
                    return ONE_WORD;
                }
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

    /** {@code J. D.} or {@code JD} for Jean Dupont. */
    private double initials(NormalizedName other) {
        String one = initials();
        String two = other.initials();
        boolean fits = (isInitials()
                        && glued().length() == other.words.size()
                        && sorted(glued()).equals(two))
                || (other.isInitials()
                        && other.glued().length() == words.size()
                        && sorted(other.glued()).equals(one));
        return fits ? INITIALS : 0;
    }

    /** One short word, or single letters. */
    private boolean isInitials() {
        return (words.size() == 1
                        && words.getFirst().length() >= 2
                        && words.getFirst().length() <= 3)
                || (words.size() > 1 && words.stream().allMatch(word -> word.length() == 1));
    }

    private String initials() {
        var letters = new StringBuilder();
        words.forEach(word -> letters.append(word.charAt(0)));
        return sorted(letters.toString());
    }

    private static String sorted(String letters) {
        char[] all = letters.toCharArray();
        Arrays.sort(all);
        return new String(all);
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
