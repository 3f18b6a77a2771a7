package fr.educentre.assidu.rules.language;

import fr.educentre.assidu.shell.Texts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One sentence of the vocabulary.
 *
 * @param drl meaning for the engine, with the same blanks
 * @param occurs how often a parameter stands in its set; of no consequence to other kinds
 */
public record Sentence(
        String id, String ruleSet, SentenceKind kind, Words inFrench, Words inEnglish, String drl, Cardinality occurs) {

    private static final Pattern BLANK = Pattern.compile("\\{(\\w+)}");

    /**
     * How a language says it.
     *
     * @param text words with {@code {blank}} where a value stands
     * @param explanation what is said of what was seen, with the blanks, {@code {valeur}}, {@code {occasions}} and
     *     {@code {valeur:one|several}}
     */
    public record Words(String text, String explanation, List<BlankType> blanks, Pattern whole) {

        static Words of(String id, String text, String explanation, Map<String, BlankType> types) {
            var blanks = new ArrayList<BlankType>();
            var whole = Sentence.whole(id, text, types, blanks);
            return new Words(text, explanation, List.copyOf(blanks), whole);
        }
    }

    public Words in(Locale language) {
        return Texts.english(language) ? inEnglish : inFrench;
    }

    public String french() {
        return inFrench.text();
    }

    public List<BlankType> blanks() {
        return inFrench.blanks();
    }

    public String english() {
        return inEnglish.text();
    }

    private static Pattern whole(String id, String words, Map<String, BlankType> types, List<BlankType> blanks) {
        var regex = new StringBuilder();
        Matcher matcher = BLANK.matcher(words);
        int end = 0;
        while (matcher.find()) {
            regex.append(Pattern.quote(words.substring(end, matcher.start())));
            var type = types.get(matcher.group(1));
            if (type == null) {
                throw new IllegalArgumentException("Blank " + matcher.group(1) + " of " + id + " has no type");
            }
            blanks.add(type);
            regex.append(shape(type.sort()));
            end = matcher.end();
        }
        regex.append(Pattern.quote(words.substring(end)));
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** As short as each kind of value can be: that keeps the search for the words around it short. */
    private static String shape(BlankType.Sort sort) {
        return switch (sort) {
            case NUMBER, PERCENT, DATE -> "([^\" ]{1,20}?)";
            // Begins with its number, so that a choice before it keeps all of its words.
            case DURATION -> "([0-9-][^\"]{0,19}?)";
            case CHOICE, TEXT, PHRASE -> "([^\"]{1,120}?)";
        };
    }

    /** Characters of its own words: how sure one may be that a line means this sentence. */
    int ownWords() {
        return BLANK.matcher(inFrench.text()).replaceAll("").length();
    }

    /** The texts in the blanks when the line is this sentence from end to end, in French or in English. */
    Optional<Map<BlankType, String>> match(String line) {
        var matcher = inFrench.whole().matcher(line);
        if (matcher.matches()) {
            return Optional.of(texts(matcher, inFrench.blanks()));
        }
        var english = inEnglish.whole().matcher(line);
        return english.matches() ? Optional.of(texts(english, inEnglish.blanks())) : Optional.empty();
    }

    private static Map<BlankType, String> texts(Matcher matcher, List<BlankType> blanks) {
        var texts = new LinkedHashMap<BlankType, String>();
        for (int i = 0; i < blanks.size(); i++) {
            texts.put(blanks.get(i), matcher.group(i + 1).strip());
        }
        return texts;
    }

    /** A stretch of a line: words, or what stands in a blank. */
    record Cut(String text, @Nullable BlankType type) {}

    /** The line cut at its blanks, empty when it is not this sentence. */
    List<Cut> cuts(String line) {
        var matcher = inFrench.whole().matcher(line);
        var types = inFrench.blanks();
        if (!matcher.matches()) {
            matcher = inEnglish.whole().matcher(line);
            types = inEnglish.blanks();
            if (!matcher.matches()) {
                return List.of();
            }
        }
        var cuts = new ArrayList<Cut>();
        int end = 0;
        for (int i = 0; i < types.size(); i++) {
            String text = matcher.group(i + 1);
            if (types.get(i).sort() == BlankType.Sort.CHOICE
                    && types.get(i).parse(text.strip()).isEmpty()) {
                // Another sentence of the same words may have that choice.
                return List.of();
            }
            cuts.add(new Cut(line.substring(end, matcher.start(i + 1)), null));
            cuts.add(new Cut(text, types.get(i)));
            end = matcher.end(i + 1);
        }
        cuts.add(new Cut(line.substring(end), null));
        return cuts;
    }

    /** In which the line says it: it is this sentence from end to end. */
    Locale language(String line) {
        return !inFrench.whole().matcher(line).matches()
                        && inEnglish.whole().matcher(line).matches()
                ? Locale.ENGLISH
                : Locale.FRENCH;
    }

    public String withExamples() {
        return withExamples(Locale.FRENCH);
    }

    String withExamples(Locale language) {
        return fill(
                in(language).text(),
                BLANK,
                inFrench.blanks().stream()
                        .collect(LinkedHashMap::new, (m, b) -> m.put(b.name(), b.example(language)), Map::putAll));
    }

    /** Numbers go into the blanks that take them, in order; examples into the others. */
    String withNumbers(List<String> numbers) {
        var left = new ArrayDeque<>(numbers);
        var values = new LinkedHashMap<String, String>();
        for (BlankType blank : inFrench.blanks()) {
            boolean takes = blank.sort() == BlankType.Sort.NUMBER || blank.sort() == BlankType.Sort.PERCENT;
            String number = takes ? left.poll() : null;
            values.put(blank.name(), number != null && blank.parse(number).isPresent() ? number : blank.example());
        }
        return fill(inFrench.text(), BLANK, values);
    }

    String drl(Map<String, BlankValue> values) {
        var printed = new LinkedHashMap<String, String>();
        values.forEach((name, value) -> printed.put(name, value.drl()));
        return fill(drl, BLANK, printed);
    }

    static String filled(String template, Map<String, String> values) {
        return fill(template, BLANK, values);
    }

    private static String fill(String template, Pattern blank, Map<String, String> values) {
        return blank.matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }
}
