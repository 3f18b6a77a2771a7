package fr.educentre.assidu.sources.edusign;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Finds the course in what Edusign sends: the shape of its webhooks is published nowhere. */
final class EdusignCourseFinder {

    private static final int DEEPEST = 4;
    private static final int MOST_LOOKED_AT = 2000;
    private static final int LONGEST_ID = 100;
    private static final List<String> COURSE_IDS = List.of("COURSE_ID", "courseId", "course_id");

    private EdusignCourseFinder() {}

    /** A course with its list of students, wherever the envelope has it. */
    static Optional<JsonNode> course(JsonNode root) {
        return find(root, node -> node.path("STUDENTS").isArray() && id(node).isPresent());
    }

    /** The identifier of the course a webhook is about. */
    static Optional<String> courseId(JsonNode root) {
        return course(root)
                .flatMap(EdusignCourseFinder::id)
                .or(() -> find(root, node -> id(node).isPresent() && (node.has("START") || node.has("NAME")))
                        .flatMap(EdusignCourseFinder::id))
                .or(() -> find(root, node -> COURSE_IDS.stream().anyMatch(node::has))
                        .map(node -> EdusignProtocol.JSON.first(node, COURSE_IDS.toArray(String[]::new))))
                .or(() -> id(root))
                .or(() -> id(root.path("course")))
                .filter(id -> id.length() <= LONGEST_ID);
    }

    static Optional<String> id(JsonNode node) {
        return Optional.ofNullable(EdusignProtocol.JSON.first(node, "ID", "id"));
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
