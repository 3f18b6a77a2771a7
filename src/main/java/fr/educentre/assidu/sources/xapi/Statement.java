package fr.educentre.assidu.sources.xapi;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A valid statement with what the receiver adds: id, timestamp, stored, authority, version. */
record Statement(
        String id, Instant timestamp, boolean timestampGiven, ActorIdentifier actor, Map<String, Object> content) {

    /** @param given valid by {@link StatementSchema} */
    static Statement received(Map<?, ?> given, Instant now, String client) {
        Map<String, Object> content = new LinkedHashMap<>();
        given.forEach((name, value) -> content.put(String.valueOf(name), Objects.requireNonNull(value)));
        String id = content.get("id") instanceof String text
                ? text.toLowerCase(Locale.ROOT)
                : UUID.randomUUID().toString();
        boolean timed = content.get("timestamp") instanceof String;
        Instant timestamp = timed
                ? XapiFormats.instant(String.valueOf(content.get("timestamp"))).orElse(now)
                : now;
        content.put("id", id);
        content.putIfAbsent("timestamp", now.toString());
        content.put("stored", now.toString());
        content.put(
                "authority",
                Map.of(
                        "objectType",
                        "Agent",
                        "account",
                        Map.of("homePage", "urn:assidu:xapi:clients", "name", client)));
        content.putIfAbsent("version", "1.0.0");
        content.computeIfPresent("context", (name, context) -> withLists((Map<?, ?>) context));
        return new Statement(
                id,
                timestamp,
                timed,
                ActorIdentifier.of((Map<?, ?>) Objects.requireNonNull(content.get("actor"))),
                content);
    }

    private static Map<String, Object> withLists(Map<?, ?> context) {
        Map<String, Object> listed = new LinkedHashMap<>();
        context.forEach((name, value) -> listed.put(String.valueOf(name), Objects.requireNonNull(value)));
        listed.computeIfPresent("contextActivities", (name, activities) -> {
            Map<String, Object> lists = new LinkedHashMap<>();
            ((Map<?, ?>) activities)
                    .forEach((kind, value) -> lists.put(
                            String.valueOf(kind),
                            value instanceof Map<?, ?> one ? List.of(one) : Objects.requireNonNull(value)));
            return lists;
        });
        return listed;
    }

    String verb() {
        return String.valueOf(((Map<?, ?>) Objects.requireNonNull(content.get("verb"))).get("id"));
    }

    /** The activity it is about; of a voiding statement the identifier of the one it voids. */
    @Nullable
    String about() {
        Map<?, ?> object = (Map<?, ?>) Objects.requireNonNull(content.get("object"));
        Object type = object.get("objectType");
        if (type == null || "Activity".equals(type)) {
            return String.valueOf(object.get("id"));
        }
        return voids() ? String.valueOf(object.get("id")).toLowerCase(Locale.ROOT) : null;
    }

    boolean voids() {
        return StatementSchema.VOIDED.equals(verb());
    }

    /** Whether the stored statement has the same content, apart from what a receiver adds. */
    boolean sameAs(Map<String, Object> kept) {
        var left = new LinkedHashMap<>(content);
        var right = new LinkedHashMap<>(kept);
        var aside = new ArrayList<>(List.of("stored", "authority", "version", "id"));
        if (!timestampGiven) {
            aside.add("timestamp");
        }
        aside.forEach(left::remove);
        aside.forEach(right::remove);
        return same(left, right);
    }

    private static boolean same(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
            return a.keySet().equals(b.keySet())
                    && a.entrySet().stream().allMatch(entry -> same(entry.getValue(), b.get(entry.getKey())));
        }
        if (left instanceof List<?> a && right instanceof List<?> b) {
            if (a.size() != b.size()) {
                return false;
            }
            for (int i = 0; i < a.size(); i++) {
                if (!same(a.get(i), b.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (left instanceof Number a && right instanceof Number b) {
            return a.equals(b) || new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString())) == 0;
        }
        return Objects.equals(left, right);
    }
}
