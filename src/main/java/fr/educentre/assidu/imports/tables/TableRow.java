package fr.educentre.assidu.imports.tables;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * A row of a table.
 *
 * @param line where it begins in the file, or its number in the sheet; from 1
 * @param cells without the blanks around them; none at all where the row is blank
 */
public record TableRow(int line, List<String> cells) {

    /** Empty where the row has no such column. */
    public String cell(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column).strip() : "";
    }

    public boolean blank() {
        return cells.stream().allMatch(String::isBlank);
    }

    /** How many cells hold something. */
    public long filled() {
        return cells.stream().filter(cell -> !cell.isBlank()).count();
    }

    public List<String> labels() {
        return cells.stream().map(TableRow::label).toList();
    }

    /** A heading reduced to what its spellings share: no accents, case, typographic apostrophes or double spaces. */
    public static String label(String cell) {
        String text = Normalizer.normalize(cell, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replace('\u2019', '\'')
                .replace("\uFEFF", "")
                .toLowerCase(Locale.ROOT);
        return text.replaceAll("[\\s_]+", " ").replaceFirst("^[* ]+", "").strip();
    }
}
