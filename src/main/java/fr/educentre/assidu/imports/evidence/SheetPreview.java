package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.imports.evidence.DelimitedText.Row;
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

    private static final char[] DELIMITERS = {'\t', ';', ','};
    private static final int MOST_CHARACTERS = 20 * 1024 * 1024;
    private static final int HEADER_WITHIN = 20;
    private static final int MOST_ROWS = 5000;

    /** Empty when the bytes are no table: at least two columns and a line below the header. */
    public static Optional<SheetPreview> of(byte[] bytes) {
        return grids(bytes).stream()
                .map(SheetPreview::of)
                .flatMap(Optional::stream)
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

    private static Optional<SheetPreview> of(DelimitedText grid) {
        List<Row> rows = grid.rows().stream().filter(row -> !row.blank()).toList();
        List<Row> top = rows.subList(0, Math.min(HEADER_WITHIN, rows.size()));
        long widest = top.stream().mapToLong(SheetPreview::filled).max().orElse(0);
        if (widest < 2) {
            return Optional.empty();
        }
        for (int i = 0; i < top.size() && i + 1 < rows.size(); i++) {
            if (filled(top.get(i)) * 2 > widest) {
                return Optional.of(new SheetPreview(
                        top.get(i).cells().stream().map(String::strip).toList(),
                        rows.subList(i + 1, Math.min(rows.size(), i + 1 + MOST_ROWS)).stream()
                                .map(Row::cells)
                                .toList()));
            }
        }
        return Optional.empty();
    }

    private static long filled(Row row) {
        return row.cells().stream().filter(cell -> !cell.isBlank()).count();
    }

    /** The tables that the bytes may be: a workbook's first sheet, JSON rows, or delimited text. */
    static List<DelimitedText> grids(byte[] bytes) {
        if (TextDecoder.notText(bytes).isPresent()) {
            return WorkbookText.firstSheet(bytes).map(List::of).orElse(List.of());
        }
        String text = TextDecoder.decode(bytes);
        if (text.isBlank() || text.length() > MOST_CHARACTERS) {
            return List.of();
        }
        String start = text.stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
            return JsonTable.of(text).map(List::of).orElse(List.of());
        }
        List<DelimitedText> grids = new ArrayList<>();
        for (char delimiter : DELIMITERS) {
            if (text.indexOf(delimiter) >= 0) {
                DelimitedText.of(text, delimiter).ifPresent(grids::add);
            }
        }
        return grids;
    }
}
