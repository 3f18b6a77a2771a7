package fr.educentre.assidu.imports.tables;

import java.util.List;

/** Rows of text in the order of the file. Of blank rows that follow each other one stays: some tables end with it. */
public record TextTable(List<TableRow> rows) {

    public TextTable {
        rows = List.copyOf(rows);
    }

    /** The same with the end of longer cells left out. */
    public TextTable shortened(int longest) {
        boolean fits = rows.stream().flatMap(row -> row.cells().stream()).allMatch(cell -> cell.length() <= longest);
        return fits
                ? this
                : new TextTable(rows.stream()
                        .map(row -> new TableRow(
                                row.line(),
                                row.cells().stream()
                                        .map(cell -> cell.length() <= longest ? cell : cell.substring(0, longest))
                                        .toList()))
                        .toList());
    }
}
