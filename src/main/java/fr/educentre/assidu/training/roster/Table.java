package fr.educentre.assidu.training.roster;

import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.training.RosterImport;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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

    static Table of(byte[] content) {
        if (content.length > RosterImport.MAX_BYTES) {
            throw new Refusal(Refusal.Kind.TOO_LARGE, "refusal.tooLarge");
        }
        List<Csv.Row> rows = rows(content).stream().filter(row -> !row.blank()).toList();
        if (rows.isEmpty()) {
            throw Refusal.invalid("refusal.roster.empty");
        }
        List<String> header = rows.getFirst().cells();
        Map<Integer, Column> known = new java.util.HashMap<>();
        Map<Column, String> titles = new EnumMap<>(Column.class);
        for (int i = 0; i < header.size(); i++) {
            int place = i;
            Column.titled(header.get(i))
                    .filter(column -> titles.putIfAbsent(column, header.get(place)) == null)
                    .ifPresent(column -> known.put(place, column));
        }
        List<Line> lines = new ArrayList<>();
        for (Csv.Row row : rows.subList(1, rows.size())) {
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

    private static List<Csv.Row> rows(byte[] content) {
        if (content.length > 3 && content[0] == 'P' && content[1] == 'K' && content[2] == 3) {
            return Xlsx.read(content);
        }
        for (byte one : content) {
            if (one == 0) {
                throw Refusal.invalid("refusal.roster.kind");
            }
        }
        if (content.length > 4
                && new String(content, 0, 4, java.nio.charset.StandardCharsets.ISO_8859_1).equals("%PDF")) {
            throw Refusal.invalid("refusal.roster.kind");
        }
        return Csv.read(content);
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
