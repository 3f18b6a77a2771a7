package fr.educentre.assidu.rules.language;

import fr.educentre.assidu.rules.language.Sentence.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** Reads a vocabulary file: Drools DSL lines, each with its declarations in the comment lines above it. */
final class VocabularyReader {

    private static final Pattern MAPPING = Pattern.compile("\\[(condition|consequence)]\\[]([^=]+)=(.+)");
    private static final Pattern DECLARATION = Pattern.compile("#\\s*([\\w-]+)\\s*:\\s*(.+)");
    private static final Pattern RANGE = Pattern.compile("(\\d+)\\.\\.(\\d+)");

    private static final Pattern DURATION_RANGE = Pattern.compile("(\\d+) (minutes|heures|jours)");

    private final Function<String, List<String>> lists;

    /** @param lists what the centre has to choose from, by the list's name */
    VocabularyReader(Function<String, List<String>> lists) {
        this.lists = lists;
    }

    List<Sentence> read(String ruleSet) {
        var resource = new ClassPathResource("rules/vocabulary/" + ruleSet + ".dsl");
        try {
            return parse(ruleSet, resource.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Sentence> parse(String ruleSet, String file) {
        var sentences = new ArrayList<Sentence>();
        var declared = new LinkedHashMap<String, String>();
        for (String line : file.lines().toList()) {
            var declaration = DECLARATION.matcher(line);
            var mapping = MAPPING.matcher(line);
            if (line.isBlank()) {
                declared.clear();
            } else if (declaration.matches()) {
                declared.put(declaration.group(1), declaration.group(2).strip());
            } else if (mapping.matches()) {
                sentences.add(sentence(
                        ruleSet,
                        declared,
                        mapping.group(2).strip(),
                        mapping.group(3).strip()));
                declared.clear();
            } else if (!line.startsWith("#")) {
                throw new IllegalArgumentException("Not a line of a vocabulary: " + line);
            }
        }
        return List.copyOf(sentences);
    }

    private Sentence sentence(String ruleSet, Map<String, String> declared, String french, String drl) {
        var types = new LinkedHashMap<String, BlankType>();
        declared.forEach((name, declaration) -> {
            if (french.contains("{" + name + "}")) {
                types.put(name, type(name, declaration));
            }
        });
        String id = required(declared, "id", french);
        String english = required(declared, "en", french);
        return new Sentence(
                id,
                ruleSet,
                SentenceKind.ofFrench(required(declared, "genre", french)),
                Words.of(id, french, declared.getOrDefault("explication", french), types),
                Words.of(id, english, declared.getOrDefault("explanation", english), types),
                drl,
                Cardinality.of(declared.getOrDefault("fois", "")));
    }

    private static String required(Map<String, String> declared, String name, String french) {
        String value = declared.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No " + name + " above the sentence: " + french);
        }
        return value;
    }

    private BlankType type(String name, String declaration) {
        String[] parts = declaration.split(",", 2);
        String rest = parts.length > 1 ? parts[1].strip() : "";
        return switch (parts[0].strip()) {
            case "choix" -> choice(name, rest);
            case "nombre" -> ranged(name, BlankType.Sort.NUMBER, rest);
            case "pourcentage" -> ranged(name, BlankType.Sort.PERCENT, rest);
            case "durée" -> ranged(name, BlankType.Sort.DURATION, rest);
            case "date" -> ranged(name, BlankType.Sort.DATE, rest);
            case "texte" -> ranged(name, BlankType.Sort.TEXT, rest);
            case "phrase" -> ranged(name, BlankType.Sort.PHRASE, rest);
            default -> throw new IllegalArgumentException("Unknown type of blank: " + declaration);
        };
    }

    /** {@code CODE = libellé / English | CODE = libellé}. */
    private static BlankType choice(String name, String rest) {
        var choices = new LinkedHashMap<String, String>();
        var english = new LinkedHashMap<String, String>();
        for (String pair : rest.split("\\|")) {
            String[] codeAndLabel = pair.split("=", 2);
            String[] labels = codeAndLabel[1].split(" / ", 2);
            choices.put(codeAndLabel[0].strip(), labels[0].strip());
            if (labels.length > 1) {
                english.put(codeAndLabel[0].strip(), labels[1].strip());
            }
        }
        String example = choices.values().iterator().next();
        return new BlankType(
                name,
                BlankType.Sort.CHOICE,
                null,
                new BlankType.Bounds(null, null),
                choices,
                english,
                List::of,
                example);
    }

    private BlankType ranged(String name, BlankType.Sort sort, String rest) {
        Unit unit = null;
        BigDecimal min = null;
        BigDecimal max = null;
        String list = "";
        String example = "";
        for (String part : rest.split(",")) {
            String word = part.strip();
            var range = RANGE.matcher(word);
            if (range.matches()) {
                min = new BigDecimal(range.group(1));
                max = new BigDecimal(range.group(2));
            } else if (word.contains("..")) {
                String[] ends = word.split("\\.\\.");
                min = minutes(ends[0].strip());
                max = minutes(ends[1].strip());
            } else if (word.startsWith("exemple ")) {
                example = word.substring("exemple ".length());
            } else if (word.startsWith("liste ")) {
                list = word.substring("liste ".length());
            } else {
                unit = Unit.of(word);
            }
        }
        String from = list;
        return new BlankType(
                name,
                sort,
                unit,
                new BlankType.Bounds(min, max),
                Map.of(),
                Map.of(),
                () -> from.isEmpty() ? List.of() : lists.apply(from),
                example);
    }

    private static BigDecimal minutes(String duration) {
        var parts = DURATION_RANGE.matcher(duration);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a duration: " + duration);
        }
        int factor = parts.group(2).equals("minutes") ? 1 : parts.group(2).equals("heures") ? 60 : 1440;
        return new BigDecimal(parts.group(1)).multiply(BigDecimal.valueOf(factor));
    }
}
