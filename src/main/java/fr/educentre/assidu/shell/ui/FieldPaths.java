package fr.educentre.assidu.shell.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields of parts: {@code convention.number} is the number within the convention. */
final class FieldPaths {

    private FieldPaths() {}

    static @Nullable Object get(Map<?, ?> values, String name) {
        Object found = values;
        for (String step : name.split("\\.")) {
            found = found instanceof Map<?, ?> part ? part.get(step) : null;
        }
        return found;
    }

    /** Changes the values given, making the parts that lack. */
    @SuppressWarnings("unchecked")
    static void put(Map<String, @Nullable Object> values, String name, @Nullable Object value) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            values.put(name, value);
            return;
        }
        String step = name.substring(0, dot);
        Map<String, @Nullable Object> part = values.get(step) instanceof Map<?, ?> before
                ? new LinkedHashMap<>((Map<String, @Nullable Object>) before)
                : new LinkedHashMap<>();
        put(part, name.substring(dot + 1), value);
        values.put(step, part);
    }
}
