package fr.educentre.assidu.sources.xapi;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a value of a statement must be; throws {@link InvalidStatement} with the value's path. */
@FunctionalInterface
interface ValueChecks {

    void check(@Nullable Object value, String path);

    static ValueChecks typed(Class<?> type, String name) {
        return typed(type, name, (value, path) -> {});
    }

    static <T> ValueChecks typed(Class<T> type, String name, BiConsumer<T, String> then) {
        return (value, path) -> {
            if (value == null) {
                throw new InvalidStatement(path, "null");
            }
            if (!type.isInstance(value)) {
                throw new InvalidStatement(path, "type", name);
            }
            then.accept(type.cast(value), path);
        };
    }

    static ValueChecks text(Predicate<String> valid, String format) {
        return typed(String.class, "string", (value, path) -> {
            if (!valid.test(value)) {
                throw new InvalidStatement(path, "format", format);
            }
        });
    }

    static ValueChecks number(Predicate<Number> valid, String format) {
        return typed(Number.class, "number", (value, path) -> {
            if (!valid.test(value)) {
                throw new InvalidStatement(path, "format", format);
            }
        });
    }

    static ValueChecks oneOf(String... values) {
        return text(Set.of(values)::contains, String.join(" | ", values));
    }

    static ValueChecks listOf(ValueChecks item) {
        return typed(List.class, "array", (list, path) -> {
            int index = 0;
            for (Object one : list) {
                item.check(one, path + "[" + index++ + "]");
            }
        });
    }

    /** An object of any members; their names are checked at the member's path. */
    static ValueChecks mapOf(Predicate<String> name, String format, @Nullable ValueChecks member) {
        return object((map, path) -> map.forEach((key, one) -> {
            String at = ObjectSchema.member(path, String.valueOf(key));
            if (!name.test(String.valueOf(key))) {
                throw new InvalidStatement(at, "format", format);
            }
            if (member != null) {
                member.check(one, at);
            }
        }));
    }

    static ValueChecks object(BiConsumer<Map<?, ?>, String> then) {
        return typed(Map.class, "object", then::accept);
    }

    /** Chooses by {@code objectType}. */
    static ValueChecks byObjectType(@Nullable String whenAbsent, Map<String, ValueChecks> shapes) {
        String known = String.join(" | ", shapes.keySet().stream().sorted().toList());
        return object((object, path) -> {
            Object type = object.containsKey("objectType") ? object.get("objectType") : whenAbsent;
            ValueChecks shape = type instanceof String name ? shapes.get(name) : null;
            if (shape == null) {
                throw new InvalidStatement(path + ".objectType", type == null ? "missing" : "format", known);
            }
            shape.check(object, path);
        });
    }

    static boolean hasAny(Map<?, ?> object, String... names) {
        return Arrays.stream(names).anyMatch(object::containsKey);
    }
}
