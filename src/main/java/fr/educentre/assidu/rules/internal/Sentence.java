package fr.educentre.assidu.rules.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One sentence of the vocabulary.
 *
 * @param french words with {@code {blank}} where a value stands
 * @param drl meaning for the engine, with the same blanks
 * @param explanation what is said of it, with the blanks, {@code {valeur}} and {@code {occasions}}
 */
record Sentence(
        String id,
        String ruleSet,
        Kind kind,
        String french,
        String english,
        List<BlankType> blanks,
        String drl,
        String explanation,
        Pattern whole) {

    private static final Pattern BLANK = Pattern.compile("\\{(\\w+)}");

    static Sentence of(
            String id,
            String ruleSet,
            Kind kind,
            String french,
            String english,
            Map<String, BlankType> types,
            String drl,
            String explanation) {
        var blanks = new ArrayList<BlankType>();
        var regex = new StringBuilder();
        Matcher matcher = BLANK.matcher(french);
        int end = 0;
        while (matcher.find()) {
            regex.append(Pattern.quote(french.substring(end, matcher.start())));
            var type = types.get(matcher.group(1));
            if (type == null) {
                throw new IllegalArgumentException("Blank " + matcher.group(1) + " of " + id + " has no type");
            }
            blanks.add(type);
            regex.append("([^\"]{1,60}?)");
            end = matcher.end();
        }
        regex.append(Pattern.quote(french.substring(end)));
        var whole = Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return new Sentence(id, ruleSet, kind, french, english, List.copyOf(blanks), drl, explanation, whole);
    }

    /** The texts in the blanks when the line is this sentence from end to end. */
    Optional<Map<BlankType, String>> match(String line) {
        var matcher = whole.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var texts = new LinkedHashMap<BlankType, String>();
        for (int i = 0; i < blanks.size(); i++) {
            texts.put(blanks.get(i), matcher.group(i + 1).strip());
        }
        return Optional.of(texts);
    }

    /** A stretch of a line: words, or what stands in a blank. */
    record Cut(String text, @Nullable BlankType type) {}

    /** The line cut at its blanks, empty when it is not this sentence. */
    List<Cut> cuts(String line) {
        var matcher = whole.matcher(line);
        if (!matcher.matches()) {
            return List.of();
        }
        var cuts = new ArrayList<Cut>();
        int end = 0;
        for (int i = 0; i < blanks.size(); i++) {
            cuts.add(new Cut(line.substring(end, matcher.start(i + 1)), null));
            cuts.add(new Cut(matcher.group(i + 1), blanks.get(i)));
            end = matcher.end(i + 1);
        }
        cuts.add(new Cut(line.substring(end), null));
        return cuts;
    }

    String withExamples() {
        return fill(
                french,
                BLANK,
                blanks.stream().collect(LinkedHashMap::new, (m, b) -> m.put(b.name(), b.example()), Map::putAll));
    }

    String drl(Map<String, BlankValue> values) {
        var printed = new LinkedHashMap<String, String>();
        values.forEach((name, value) -> printed.put(name, value.drl()));
        return fill(drl, BLANK, printed);
    }

    String explained(Map<String, String> values) {
        return fill(explanation, BLANK, values);
    }

    private static String fill(String template, Pattern blank, Map<String, String> values) {
        return blank.matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }
}
