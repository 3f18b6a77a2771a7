package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.imports.tables.TableRow;
import fr.educentre.assidu.imports.tables.TextTable;
import fr.educentre.assidu.shell.SentJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows sent as JSON (one object, an array, or {@code rows}) as the table they are; a row's line is its rank. */
final class JsonTable {

    private static final JsonMapper JSON = SentJson.mapper().build();
    private static final int MOST_NAMES = 100;

    private JsonTable() {}

    /** Empty when it is no JSON, or holds no rows. */
    static Optional<TextTable> of(String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JacksonException e) {
            return Optional.empty();
        }
        JsonNode rows = root.isObject() && root.path("rows").isArray() ? root.path("rows") : root;
        List<JsonNode> objects = new ArrayList<>();
        if (rows.isObject()) {
            objects.add(rows);
        } else if (rows.isArray() && rows.size() <= EvidenceTables.MOST_ROWS) {
            rows.forEach(objects::add);
        }
        Map<String, List<String>> names = new LinkedHashMap<>();
        objects.forEach(object -> {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                String heading = words(field.getKey());
                if (names.size() < MOST_NAMES || names.containsKey(heading)) {
                    List<String> spellings = names.computeIfAbsent(heading, key -> new ArrayList<>());
                    if (!spellings.contains(field.getKey()) && spellings.size() < MOST_NAMES) {
                        spellings.add(field.getKey());
                    }
                }
            }
        });
        if (names.isEmpty()) {
            return Optional.empty();
        }
        List<TableRow> table = new ArrayList<>();
        table.add(new TableRow(0, List.copyOf(names.keySet())));
        for (int i = 0; i < objects.size(); i++) {
            JsonNode object = objects.get(i);
            table.add(new TableRow(
                    i + 1,
                    names.values().stream()
                            .map(spellings -> first(object, spellings))
                            .toList()));
        }
        return Optional.of(new TextTable(table));
    }

    /** {@code learnerExternalId} reads like {@code learner_external_id}. */
    private static String words(String name) {
        return cut(TableRow.label(name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")));
    }

    private static String first(JsonNode object, List<String> spellings) {
        return spellings.stream()
                .map(name -> cell(object.path(name)))
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String cell(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? "" : cut(value.isValueNode() ? value.asString("") : "?");
    }

    private static String cut(String text) {
        return text.length() > EvidenceTables.LONGEST_CELL ? text.substring(0, EvidenceTables.LONGEST_CELL) : text;
    }
}
