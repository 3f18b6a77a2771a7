package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.imports.tables.TableRow;
import fr.educentre.assidu.imports.tables.TextTable;
import fr.educentre.assidu.shell.WrittenText;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The line of titles among those at the top of the tables that a file may be: the one that tells a kind of list, else the
 * one with most titles that we know, else the first that is half as full as the widest.
 */
final class ListTitles {

    private static final int WITHIN = 20;
    private static final int OF_A_LIST = 1_000_000;
    private static final int KNOWN = 1000;

    private @Nullable ListSheet likeliest;
    private int most;

    /** Whether the table is a list beyond doubt. */
    boolean offer(TextTable table) {
        List<TableRow> rows = table.rows().stream()
                .map(ListTitles::cleaned)
                .filter(row -> !row.blank())
                .toList();
        List<TableRow> top = rows.subList(0, Math.min(WITHIN, rows.size()));
        long widest = top.stream().mapToLong(TableRow::filled).max().orElse(0);
        boolean wide = false;
        for (int i = 0; i < top.size(); i++) {
            Set<ListColumn> known = known(top.get(i));
            int weight = known.size() < 2 ? 0 : known.size() * KNOWN;
            if (ListTable.kind(known) != null) {
                weight += OF_A_LIST;
            }
            if (!wide && top.get(i).filled() * 2 > widest) {
                wide = true;
                weight += (int) widest;
            }
            if (weight > most) {
                most = weight;
                likeliest = new ListSheet(top.get(i).cells(), rows.subList(i + 1, rows.size()));
            }
        }
        return most >= OF_A_LIST;
    }

    /** Empty where nothing was filled in. */
    Optional<ListSheet> sheet() {
        return Optional.ofNullable(likeliest);
    }

    private static Set<ListColumn> known(TableRow row) {
        Set<ListColumn> known = EnumSet.noneOf(ListColumn.class);
        row.cells().forEach(cell -> ListColumn.titled(cell).ifPresent(known::add));
        return known;
    }

    /** Without what cannot be seen, on one line. */
    private static TableRow cleaned(TableRow row) {
        return new TableRow(
                row.line(), row.cells().stream().map(WrittenText::line).toList());
    }
}
