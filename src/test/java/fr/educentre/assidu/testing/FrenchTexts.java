package fr.educentre.assidu.testing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The French texts of the bundles that English says otherwise: none of them is for somebody who reads English. */
public final class FrenchTexts {

    private static final Path BUNDLES = Path.of("src/main/resources/i18n");
    /** {@code {0}}, {@code {0,choice,1#jour|2#jours}}. */
    private static final Pattern VALUE = Pattern.compile("\\{\\d(?:,[^{}]*(?:\\{\\d}[^{}]*)*)?}");

    private static final Pattern BETWEEN = Pattern.compile(" \\| | · |\\n");
    private static final int LETTERS = 3;
    /** Beside values, fewer could be anybody's words. */
    private static final int LETTERS_BESIDE_VALUES = 8;

    private static final int WORDS = 3;

    private record Text(String key, String words, Pattern whole) {

        /** Enough of it to be found in the middle of a line. */
        boolean isPhrase() {
            return !VALUE.matcher(words).find() && words.split(" ").length >= WORDS;
        }
    }

    private final List<Text> texts = new ArrayList<>();

    public FrenchTexts() {
        Map<String, String> french = bundle("fr");
        Map<String, String> english = bundle("en");
        Set<String> inEnglish =
                english.values().stream().map(String::toLowerCase).collect(Collectors.toSet());
        french.forEach((key, words) -> {
            String own = VALUE.matcher(words).replaceAll("").replaceAll("[^\\p{L}]", "");
            boolean filled = VALUE.matcher(words).find();
            if (own.length() >= (filled ? LETTERS_BESIDE_VALUES : LETTERS)
                    && !inEnglish.contains(words.toLowerCase())) {
                texts.add(new Text(key, words, pattern(words)));
            }
        });
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(
                Stream.of(VALUE.split(words, -1)).map(Pattern::quote).collect(Collectors.joining(".+?")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The key of the French text that a line says, if it says one. */
    public Optional<String> saidBy(String line) {
        List<String> parts = Stream.concat(Stream.of(line), BETWEEN.splitAsStream(line))
                .map(String::strip)
                .toList();
        return texts.stream()
                .filter(text -> parts.stream()
                                .anyMatch(part -> text.whole().matcher(part).matches())
                        || (text.isPhrase() && line.contains(text.words())))
                .map(Text::key)
                .findFirst();
    }

    private static Map<String, String> bundle(String language) {
        var all = new Properties();
        try (var files = Files.list(BUNDLES)) {
            for (Path file : files.filter(one -> one.toString().endsWith("_" + language + ".properties"))
                    .toList()) {
                try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                    all.load(reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var texts = new TreeMap<String, String>();
        all.forEach((key, text) ->
                texts.put(key.toString(), Reading.plain(text.toString().replace("''", "'"))));
        return texts;
    }
}
