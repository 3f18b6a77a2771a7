package fr.educentre.assidu.sources.edusign;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Edusign writes, read leniently: the shape of its webhooks is published nowhere. */
final class EdusignJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DEEPEST = 4;
    private static final int MOST_LOOKED_AT = 2000;
    private static final int LONGEST_ID = 100;
    private static final long MILLISECONDS_FROM = 100_000_000_000L;
    private static final List<String> COURSE_IDS = List.of("COURSE_ID", "courseId", "course_id");

    private EdusignJson() {}

    static Optional<JsonNode> read(byte[] bytes) {
        try {
            return Optional.of(JSON.readTree(bytes));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** A course with its list of students, wherever the envelope has it. */
    static Optional<JsonNode> course(JsonNode root) {
        return find(root, node -> node.path("STUDENTS").isArray() && id(node).isPresent());
    }

    /** The identifier of the course a webhook is about. */
    static Optional<String> courseId(JsonNode root) {
        return course(root)
                .flatMap(EdusignJson::id)
                .or(() -> find(root, node -> id(node).isPresent() && (node.has("START") || node.has("NAME")))
                        .flatMap(EdusignJson::id))
                .or(() -> find(root, node -> COURSE_IDS.stream().anyMatch(node::has))
                        .flatMap(node -> COURSE_IDS.stream()
                                .map(name -> text(node, name))
                                .filter(value -> value != null)
                                .findFirst()))
                .or(() -> id(root))
                .or(() -> id(root.path("course")))
                .filter(id -> id.length() <= LONGEST_ID);
    }

    static Optional<String> id(JsonNode node) {
        return Optional.ofNullable(text(node, "ID")).or(() -> Optional.ofNullable(text(node, "id")));
    }

    /** Null where it is absent, blank, or no plain value. */
    static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        String text =
                value.isValueNode() && !value.isNull() ? value.asString("").strip() : "";
        return text.isEmpty() ? null : text;
    }

    /** True, 1 or their words. */
    static boolean flag(JsonNode node, String name) {
        String text = text(node, name);
        return "true".equalsIgnoreCase(text) || "1".equals(text);
    }

    /** ISO 8601 (in UTC where no offset is written), or seconds or milliseconds since 1970. */
    static Optional<Instant> instant(@Nullable String text) {
        if (text == null || text.length() > 40) {
            return Optional.empty();
        }
        try {
            if (text.matches("\\d{9,14}(\\.0+)?")) {
                long number = Long.parseLong(text.replaceFirst("\\..*", ""));
                return Optional.of(
                        number >= MILLISECONDS_FROM ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number));
            }
            String iso = text.replace(' ', 'T');
            return Optional.of(
                    iso.matches(".*([zZ]|[+-]\\d{2}:?\\d{2})")
                            ? OffsetDateTime.parse(iso.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2"))
                                    .toInstant()
                            : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private record Depth(JsonNode node, int depth) {}

    private static Optional<JsonNode> find(JsonNode root, Predicate<JsonNode> wanted) {
        Deque<Depth> left = new ArrayDeque<>(List.of(new Depth(root, 0)));
        for (int looked = 0; looked < MOST_LOOKED_AT && !left.isEmpty(); looked++) {
            Depth one = left.removeFirst();
            if (one.node().isObject() && wanted.test(one.node())) {
                return Optional.of(one.node());
            }
            if (one.depth() < DEEPEST) {
                one.node().forEach(child -> {
                    if (child.isContainer()) {
                        left.addLast(new Depth(child, one.depth() + 1));
                    }
                });
            }
        }
        return Optional.empty();
    }
}
