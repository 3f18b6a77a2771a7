package fr.educentre.assidu.training.roster;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A list with the columns it knows.
 *
 * @param titles as they stand in the file
 */
record Table(Map<Column, String> titles, List<Line> lines) {

    record Line(int number, Map<Column, String> cells) {

        String get(Column column) {
            return cells.getOrDefault(column, "");
        }

        boolean has(Column column) {
            return !get(column).isEmpty();
        }
    }

    /** @param columns one for each title of the sheet, empty where it is left out */
    static Table of(Sheet sheet, List<Optional<Column>> columns) {
        Map<Integer, Column> known = new LinkedHashMap<>();
        Map<Column, String> titles = new EnumMap<>(Column.class);
        for (int i = 0; i < columns.size(); i++) {
            int place = i;
            columns.get(i)
                    .filter(column -> titles.putIfAbsent(column, sheet.titles().get(place)) == null)
                    .ifPresent(column -> known.put(place, column));
        }
        List<Line> lines = new ArrayList<>();
        for (Csv.Row row : sheet.rows()) {
            Map<Column, String> cells = new EnumMap<>(Column.class);
            known.forEach((place, column) -> {
                if (place < row.cells().size()) {
                    cells.put(column, row.cells().get(place));
                }
            });
            lines.add(new Line(row.line(), cells));
        }
        return new Table(titles, lines);
    }

    /** Learners, groups or sessions, by the columns there are; null when they do not tell. */
    @Nullable
    String kind() {
        if (has(Column.DATE, Column.START, Column.END)) {
            return "sessions";
        }
        if (has(Column.LAST_NAME, Column.FIRST_NAME)) {
            return "learners";
        }
        return has(Column.NAME, Column.PROGRAMME) ? "groups" : null;
    }

    boolean has(Column... columns) {
        for (Column column : columns) {
            if (!titles.containsKey(column)) {
                return false;
            }
        }
        return true;
    }

    String title(Column column) {
        return titles.getOrDefault(column, column.name().toLowerCase(java.util.Locale.ROOT));
    }
}
