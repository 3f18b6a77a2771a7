package fr.educentre.assidu.shell;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the service has to say, kept until somebody reads it and said in that reader's language. Stored as JSON in a column
 * of text; what stands there and is no such JSON was written by a person or by an earlier version, and is shown as it is.
 */
public sealed interface Wording {

    /** Nothing to say. */
    Wording NONE = new Several(List.of());

    /**
     * A text of the bundles.
     *
     * @param values texts, numbers, instants, instants in a zone, or wordings themselves
     */
    record Said(String key, List<Object> values) implements Wording {
        public Said {
            values = List.copyOf(values);
        }
    }

    /** One after the other. */
    record Several(List<Wording> parts) implements Wording {
        public Several {
            parts = List.copyOf(parts);
        }
    }

    /** As it was written. */
    record Written(String text) implements Wording {}

    /** Said in each language when it was decided, since what it is made of may change: an explanation of a rule. */
    record Bilingual(String french, String english) implements Wording {

        public String in(Locale language) {
            return Texts.english(language) ? english : french;
        }
    }

    static Wording of(String key, Object... values) {
        return new Said(key, Arrays.asList(values));
    }

    static Wording of(Refusal refusal) {
        return new Said(refusal.key(), refusal.arguments());
    }

    static Wording all(Collection<Wording> parts) {
        return parts.size() == 1 ? parts.iterator().next() : new Several(List.copyOf(parts));
    }

    /** This and then that. */
    default Wording and(Wording next) {
        return next.isNothing() ? this : isNothing() ? next : new Several(List.of(this, next));
    }

    default boolean isNothing() {
        return equals(NONE);
    }

    /** In the reader's language. */
    default String read(Texts texts) {
        return in(texts.language(), texts);
    }

    default String in(Locale language, Texts texts) {
        return switch (this) {
            case Said said -> texts.in(language, said.key(), arguments(said, language, texts));
            case Several several ->
                several.parts().stream()
                        .map(part -> part.in(language, texts))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" "));
            case Written written -> written.text();
            case Bilingual both -> both.in(language);
        };
    }

    private static Object[] arguments(Said said, Locale language, Texts texts) {
        return said.values().stream()
                .map(value -> switch (value) {
                    case Wording wording -> wording.in(language, texts);
                    case Instant at -> ReaderFormats.numericDateTime(at, ZoneOffset.UTC, language) + " UTC";
                    case ZonedDateTime at -> ReaderFormats.longDateTime(at.toInstant(), at.getZone(), language);
                    default -> value;
                })
                .toArray();
    }

    /** Said in each language now. */
    default Bilingual inBoth(Texts texts) {
        return new Bilingual(in(Texts.FRENCH, texts), in(Locale.ENGLISH, texts));
    }

    /** What to put into the column. */
    default String stored() {
        return this instanceof Written written && !Stored.looksLike(written.text())
                ? written.text()
                : Stored.JSON.writeValueAsString(Stored.tree(this));
    }

    /** What a column holds. */
    static Wording stored(String column) {
        return Stored.looksLike(column) ? Stored.read(column) : new Written(column);
    }

    /** What a column holds, in the reader's language. */
    static String shown(String column, Texts texts) {
        return stored(column).read(texts);
    }

    /** The JSON form. */
    final class Stored {

        private static final JsonMapper JSON = JsonMapper.shared();
        private static final List<String> BEGINNINGS = List.of("{\"key\":", "{\"all\":", "{\"text\":", "{\"fr\":");

        private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
        private static final int LONGEST_VALUE = 500;

        private Stored() {}

        private static boolean looksLike(String column) {
            return BEGINNINGS.stream().anyMatch(column::startsWith);
        }

        private static Map<String, Object> tree(Wording wording) {
            Map<String, Object> tree = new LinkedHashMap<>();
            switch (wording) {
                case Said said -> {
                    tree.put("key", said.key());
                    if (!said.values().isEmpty()) {
                        tree.put(
                                "values",
                                said.values().stream().map(Stored::value).toList());
                    }
                }
                case Several several ->
                    tree.put("all", several.parts().stream().map(Stored::tree).toList());
                case Written written -> tree.put("text", written.text());
                case Bilingual both -> {
                    tree.put("fr", both.french());
                    tree.put("en", both.english());
                }
            }
            return tree;
        }

        private static Object value(Object value) {
            return switch (value) {
                case Wording wording -> tree(wording);
                case Instant at -> Map.of("at", at.toString());
                case ZonedDateTime at ->
                    Map.of("at", at.toInstant().toString(), "zone", at.getZone().getId());
                case Number number -> number;
                default -> clean(String.valueOf(value));
            };
        }

        /** Values come from outside as well. */
        private static String clean(String value) {
            String line = CONTROL.matcher(value).replaceAll(" ").strip();
            return line.length() > LONGEST_VALUE ? line.substring(0, LONGEST_VALUE) + "…" : line;
        }

        private static Wording read(String column) {
            try {
                return wording(JSON.readTree(column));
            } catch (JacksonException | IllegalArgumentException | DateTimeException notOurs) {
                return new Written(column);
            }
        }

        private static Wording wording(JsonNode tree) {
            if (tree.has("key")) {
                List<Object> values = new ArrayList<>();
                tree.path("values").forEach(value -> values.add(value(value)));
                return new Said(tree.path("key").asString(), values);
            }
            if (tree.has("all")) {
                return new Several(
                        tree.path("all").valueStream().map(Stored::wording).toList());
            }
            if (tree.has("fr")) {
                return new Bilingual(tree.path("fr").asString(), tree.path("en").asString(""));
            }
            if (tree.has("text")) {
                return new Written(tree.path("text").asString());
            }
            throw new IllegalArgumentException("no wording");
        }

        private static Object moment(JsonNode value) {
            Instant at = Instant.parse(value.path("at").asString());
            return value.has("zone") ? at.atZone(ZoneId.of(value.path("zone").asString())) : at;
        }

        private static Object value(JsonNode value) {
            if (value.isObject()) {
                return value.has("at") ? moment(value) : wording(value);
            }
            return value.isIntegralNumber()
                    ? (Object) value.longValue()
                    : value.isNumber() ? (Object) value.doubleValue() : value.asString();
        }
    }
}
