package fr.educentre.assidu.signing;

import fr.educentre.assidu.shell.Refusal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lines drawn by hand: of each, its points across and down, in the units of the device. How fast and how hard they were drawn would
 * tell of the body, and is dropped.
 *
 * @param lines each a list of points, each two numbers
 */
public record Strokes(List<List<List<Double>>> lines) {

    /** Nothing drawn. */
    public static final Strokes NONE = new Strokes(List.of());

    private static final int MOST_LINES = 200;
    private static final int MOST_POINTS = 5000;
    private static final double FARTHEST = 100_000;
    private static final double PARTS = 10;
    private static final JsonMapper JSON = JsonMapper.shared();

    public Strokes {
        lines = List.copyOf(lines);
    }

    /** Whether nothing was drawn. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** As it is hashed and kept. */
    public String text() {
        return JSON.writeValueAsString(lines);
    }

    /** @throws Refusal as {@link #of(JsonNode)} */
    public static Strokes parse(String text) {
        try {
            return of(JSON.readTree(text));
        } catch (JacksonException e) {
            throw Refusal.invalid("refusal.signing.strokes");
        }
    }

    /**
     * Lines as lists of points, or as objects with {@code points}; points as two numbers, or as objects with {@code x} and {@code
     * y}.
     *
     * @throws Refusal INVALID for what are no lines, or more than anybody draws
     */
    public static Strokes of(JsonNode node) {
        if (node.isNull() || node.isMissingNode()) {
            return NONE;
        }
        if (!node.isArray() || node.size() > MOST_LINES) {
            throw Refusal.invalid("refusal.signing.strokes");
        }
        List<List<List<Double>>> lines = new ArrayList<>();
        int points = 0;
        for (JsonNode line : node) {
            List<List<Double>> drawn = line(line.isObject() ? line.path("points") : line);
            points += drawn.size();
            if (points > MOST_POINTS) {
                throw Refusal.invalid("refusal.signing.strokes");
            }
            if (!drawn.isEmpty()) {
                lines.add(drawn);
            }
        }
        return new Strokes(lines);
    }

    private static List<List<Double>> line(JsonNode line) {
        if (!line.isArray()) {
            throw Refusal.invalid("refusal.signing.strokes");
        }
        List<List<Double>> points = new ArrayList<>();
        for (JsonNode point : line) {
            points.add(
                    point.isObject()
                            ? List.of(number(point.path("x")), number(point.path("y")))
                            : List.of(number(point.path(0)), number(point.path(1))));
        }
        return List.copyOf(points);
    }

    private static double number(JsonNode node) {
        if (!node.isNumber() || !(Math.abs(node.doubleValue()) <= FARTHEST)) {
            throw Refusal.invalid("refusal.signing.strokes");
        }
        return Math.round(node.doubleValue() * PARTS) / PARTS;
    }
}
