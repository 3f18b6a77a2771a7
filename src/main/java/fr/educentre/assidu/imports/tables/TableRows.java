package fr.educentre.assidu.imports.tables;

import fr.educentre.assidu.imports.tables.TableRefusal.Reason;
import fr.educentre.assidu.shell.WrittenText;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellReference;

/** Gathers the rows of a table, as many and as wide as its bounds allow. */
final class TableRows {

    /** Places held for each cell that may be read: rows of few cells may be wide. */
    private static final int PLACES_PER_CELL = 2;

    private final TableBounds bounds;
    private final List<TableRow> rows = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private boolean blank = true;
    private int line;
    private int seen;
    private int held;
    private int blankLine;

    TableRows(TableBounds bounds) {
        this.bounds = bounds;
    }

    void begin(int number) {
        line = number;
        cells = new ArrayList<>();
        blank = true;
        count();
    }

    /** Empty cells count and widen the row, as far as a table may be wide. */
    void cell(int column, String value) {
        count();
        String text = WrittenText.visible(value);
        if (!text.isEmpty()) {
            require(column < bounds.columns(), Reason.COLUMNS, column, bounds.columns());
            require(text.length() <= TableBounds.CELL_LENGTH, Reason.CELL_LENGTH, column, TableBounds.CELL_LENGTH);
            blank = false;
        }
        while (cells.size() <= Math.min(column, bounds.columns() - 1)) {
            cells.add("");
        }
        if (!text.isEmpty()) {
            cells.set(column, text);
        }
    }

    void end() {
        if (blank) {
            blankLine = blankLine == 0 ? line : blankLine;
            return;
        }
        if (blankLine > 0 && !rows.isEmpty()) {
            rows.add(new TableRow(blankLine, List.of()));
        }
        blankLine = 0;
        rows.add(new TableRow(line, List.copyOf(cells)));
        held += cells.size();
        if (rows.size() > bounds.rows()) {
            throw new TableRefusal(Reason.ROWS, bounds.rows());
        }
        if (held > bounds.cells() * PLACES_PER_CELL) {
            throw new TableRefusal(Reason.CELLS, bounds.cells(), line);
        }
    }

    TextTable table() {
        return new TextTable(rows);
    }

    private void count() {
        seen++;
        if (seen > bounds.cells()) {
            throw new TableRefusal(Reason.CELLS, bounds.cells(), line);
        }
    }

    private void require(boolean within, Reason reason, int column, int most) {
        if (!within) {
            throw new TableRefusal(reason, line, CellReference.convertNumToColString(column), most);
        }
    }
}
