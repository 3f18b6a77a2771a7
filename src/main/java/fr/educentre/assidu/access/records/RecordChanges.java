package fr.educentre.assidu.access.records;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a change changed: the fields, as calls write them, that differ. */
@Component
public class RecordChanges {

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final JsonMapper json;

    RecordChanges(JsonMapper json) {
        this.json = json;
    }

    /** Every field that holds something. */
    public Map<String, Object> all(Object content) {
        Map<String, Object> fields = new TreeMap<>(json.convertValue(content, FIELDS));
        fields.values().removeIf(Objects::isNull);
        return fields;
    }

    public Difference between(Object before, Object after) {
        Map<String, Object> was = all(before);
        Map<String, Object> is = all(after);
        was.entrySet().removeIf(field -> {
            boolean same = field.getValue().equals(is.get(field.getKey()));
            if (same) {
                is.remove(field.getKey());
            }
            return same;
        });
        return new Difference(was, is);
    }

    /** The fields that differ, as they were and as they are. */
    public record Difference(Map<String, Object> before, Map<String, Object> after) {

        public boolean isNone() {
            return before.isEmpty() && after.isEmpty();
        }
    }
}
