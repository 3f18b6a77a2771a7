package fr.educentre.assidu.sources.teams;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Graph's JSON as it comes: names in either case, anything may be null or absent. */
final class GraphJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int LONGEST = 2000;

    private GraphJson() {}

    static Optional<JsonNode> read(byte[] bytes) {
        try {
            return Optional.ofNullable(MAPPER.readTree(bytes)).filter(JsonNode::isObject);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    static JsonNode empty() {
        return MAPPER.createObjectNode();
    }

    static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    static JsonNode child(JsonNode node, String name) {
        JsonNode exact = node.path(name);
        if (!exact.isMissingNode()) {
            return exact;
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (entry.getKey().equalsIgnoreCase(name)) {
                return entry.getValue();
            }
        }
        return MissingNode.getInstance();
    }

    static @Nullable String text(JsonNode node, String name) {
        JsonNode child = child(node, name);
        String text = child.isString() ? child.stringValue() : child.isNumber() ? child.toString() : "";
        String clean = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return clean.isEmpty() ? null : clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    }

    static String text(JsonNode node, String name, String whereNone) {
        String text = text(node, name);
        return text == null ? whereNone : text;
    }

    /** To the microsecond, as it is kept: the seventh digit would tell a repeat from the first. */
    static @Nullable Instant instant(JsonNode node, String name) {
        String text = text(node, name);
        if (text == null || text.length() > 40) {
            return null;
        }
        try {
            boolean zoned = text.matches(".*([zZ]|[+-]\\d{2}:?\\d{2})");
            Instant at = OffsetDateTime.parse(zoned ? text : text + "Z").toInstant();
            // Graph writes year 1 where it knows no time
            return at.isBefore(Instant.parse("2000-01-01T00:00:00Z"))
                            || at.isAfter(Instant.parse("2200-01-01T00:00:00Z"))
                    ? null
                    : at.truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            return null;
        }
    }

    static List<JsonNode> items(JsonNode node, String name) {
        JsonNode array = child(node, name);
        List<JsonNode> items = new ArrayList<>();
        if (array.isArray()) {
            array.forEach(items::add);
        }
        return items;
    }
}
