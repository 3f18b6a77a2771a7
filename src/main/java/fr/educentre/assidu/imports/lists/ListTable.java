package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.imports.tables.TableRow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A list with the columns it knows.
 *
 * @param titles as they stand in the file
 */
record ListTable(Map<ListColumn, String> titles, List<Line> lines) {

    record Line(int number, Map<ListColumn, String> cells) {

        String get(ListColumn column) {
            return cells.getOrDefault(column, "");
        }

        boolean has(ListColumn column) {
            return !get(column).isEmpty();
        }
    }

    /** @param columns one for each title of the sheet, empty where it is left out */
    static ListTable of(ListSheet sheet, List<Optional<ListColumn>> columns) {
        Map<Integer, ListColumn> known = new LinkedHashMap<>();
        Map<ListColumn, String> titles = new EnumMap<>(ListColumn.class);
        for (int i = 0; i < columns.size(); i++) {
            int place = i;
            columns.get(i)
                    .filter(column -> titles.putIfAbsent(column, sheet.titles().get(place)) == null)
                    .ifPresent(column -> known.put(place, column));
        }
        List<Line> lines = new ArrayList<>();
        for (TableRow row : sheet.rows()) {
            Map<ListColumn, String> cells = new EnumMap<>(ListColumn.class);
            known.forEach((place, column) -> {
                if (place < row.cells().size()) {
                    cells.put(column, row.cells().get(place));
                }
            });
            lines.add(new Line(row.line(), cells));
        }
        return new ListTable(titles, lines);
    }

    /** Learners, groups or sessions, by the columns there are; null when they do not tell. */
    @Nullable
    String kind() {
        return kind(titles.keySet());
    }

    /** The same of columns alone. */
    static @Nullable String kind(Set<ListColumn> columns) {
        if (columns.containsAll(List.of(ListColumn.DATE, ListColumn.START, ListColumn.END))) {
            return "sessions";
        }
        if (columns.containsAll(List.of(ListColumn.LAST_NAME, ListColumn.FIRST_NAME))) {
            return "learners";
        }
        return columns.containsAll(List.of(ListColumn.NAME, ListColumn.PROGRAMME)) ? "groups" : null;
    }

    boolean has(ListColumn column) {
        return titles.containsKey(column);
    }

    String title(ListColumn column) {
        return titles.getOrDefault(column, column.name().toLowerCase(java.util.Locale.ROOT));
    }
}
