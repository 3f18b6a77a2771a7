package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.imports.tables.TableRow;
import java.util.List;
import java.util.Optional;

/** Columns told by what stands below a header in an unknown language: two times, perhaps an address. */
final class ColumnInference {

    private ColumnInference() {}

    static Optional<ConnectionColumns> columns(List<TableRow> rows, TableRow header) {
        int below = rows.indexOf(header) + 1;
        if (below >= rows.size() || header.cells().size() < 4) {
            return Optional.empty();
        }
        TableRow sample = rows.get(below);
        int join = -1;
        int leave = -1;
        int duration = -1;
        int email = -1;
        for (int i = 1; i < sample.cells().size(); i++) {
            String cell = sample.cell(i);
            if (ParsedDateTime.read(cell).filter(ParsedDateTime::hasDate).isPresent()) {
                leave = join >= 0 && leave < 0 ? i : leave;
                join = join < 0 ? i : join;
            } else if (cell.contains("@")) {
                email = email < 0 ? i : email;
            } else if (duration < 0 && DurationParser.seconds(cell) != null) {
                duration = i;
            }
        }
        return join < 0 || leave < 0
                ? Optional.empty()
                : Optional.of(new ConnectionColumns(
                        new ConnectionColumns.Person(0, email, -1, false),
                        new ConnectionColumns.Stay(join, leave, duration, false),
                        new ConnectionColumns.Quality(-1, -1, -1, -1)));
    }
}
