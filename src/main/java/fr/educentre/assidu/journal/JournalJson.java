package fr.educentre.assidu.journal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Values in one canonical form, which they still have after the database has stored them as it likes: keys in order, numbers
 * without idle zeros, nothing that PostgreSQL cannot hold.
 */
class JournalJson {

    private static final char REPLACEMENT = '\uFFFD';

    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();
    private final JsonNodeFactory nodes = JsonNodeFactory.instance;

    /** To be stored and to be hashed. */
    String write(Map<String, ?> values) {
        return canonical(json.writeValueAsString(values));
    }

    /** What was stored, as it was written. */
    String canonical(String stored) {
        return json.writeValueAsString(canonical(json.readTree(stored)));
    }

    /** A text as it can be stored: without NUL, and without halves of characters. */
    static String storable(String text) {
        String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return whole.replace('\0', REPLACEMENT);
    }

    private JsonNode canonical(JsonNode node) {
        if (node.isObject()) {
            var sorted = new TreeMap<String, JsonNode>();
            node.properties().forEach(each -> sorted.put(storable(each.getKey()), canonical(each.getValue())));
            var object = nodes.objectNode();
            object.setAll(sorted);
            return object;
        }
        if (node.isArray()) {
            var array = nodes.arrayNode();
            node.forEach(each -> array.add(canonical(each)));
            return array;
        }
        if (node.isNumber()) {
            BigDecimal number = node.decimalValue().stripTrailingZeros();
            return number.scale() <= 0 && number.precision() - number.scale() < 40
                    ? nodes.numberNode(number.toBigIntegerExact())
                    : nodes.numberNode(number);
        }
        return node.isString() ? nodes.stringNode(storable(node.stringValue())) : node;
    }
}
