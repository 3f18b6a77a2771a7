package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.imports.tables.FileKind;
import fr.educentre.assidu.imports.tables.TableRow;
import fr.educentre.assidu.imports.tables.TextTable;
import fr.educentre.assidu.shell.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A file as a table, whatever its headings: for the person who says what its columns mean.
 *
 * @param headings of the row that looks like the header
 * @param rows below it, at most a few thousand
 */
public record SheetPreview(List<String> headings, List<List<String>> rows) {

    private static final int HEADER_WITHIN = 20;
    private static final int MOST_ROWS = 5000;

    /**
     * Empty when the bytes are no table: at least two columns and a line below the header.
     *
     * @throws Refusal INVALID when they are one that is too large
     */
    public static Optional<SheetPreview> of(byte[] bytes) {
        if (FileKind.of(bytes) == FileKind.WORKBOOK) {
            return EvidenceTables.ofAny(bytes, SheetPreview::of);
        }
        List<SheetPreview> bySeparator = new ArrayList<>();
        EvidenceTables.ofAny(bytes, table -> {
            of(table).ifPresent(bySeparator::add);
            return Optional.empty();
        });
        return bySeparator.stream()
                .max(Comparator.comparingInt(preview -> preview.headings().size()));
    }

    /** Distinct words of a column, in their order. */
    public List<String> words(int column, int most) {
        Set<String> words = new LinkedHashSet<>();
        for (List<String> row : rows) {
            String cell = column < row.size() ? row.get(column).strip() : "";
            if (!cell.isEmpty() && words.size() < most) {
                words.add(cell);
            }
        }
        return List.copyOf(words);
    }

    private static Optional<SheetPreview> of(TextTable table) {
        List<TableRow> rows = table.rows().stream().filter(row -> !row.blank()).toList();
        List<TableRow> top = rows.subList(0, Math.min(HEADER_WITHIN, rows.size()));
        long widest = top.stream().mapToLong(SheetPreview::filled).max().orElse(0);
        if (widest < 2) {
            return Optional.empty();
        }
        for (int i = 0; i < top.size() && i + 1 < rows.size(); i++) {
            if (filled(top.get(i)) * 2 > widest) {
                return Optional.of(new SheetPreview(
                        top.get(i).cells().stream().map(String::strip).toList(),
                        rows.subList(i + 1, Math.min(rows.size(), i + 1 + MOST_ROWS)).stream()
                                .map(TableRow::cells)
                                .toList()));
            }
        }
        return Optional.empty();
    }

    private static long filled(TableRow row) {
        return row.cells().stream().filter(cell -> !cell.isBlank()).count();
    }
}
