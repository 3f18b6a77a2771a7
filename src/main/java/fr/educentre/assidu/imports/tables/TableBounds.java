package fr.educentre.assidu.imports.tables;

/**
 * How large a table may be. What goes beyond is refused while it is read, before it takes memory.
 *
 * @param rows that hold something
 * @param columns up to the last that holds something
 * @param cells of the file, empty ones too
 */
public record TableBounds(int rows, int columns, int cells) {

    /** What a spreadsheet can put in one cell. */
    static final int CELL_LENGTH = 32_767;

    /** Of a delimited text, in characters. */
    static final int LINE_LENGTH = 1024 * 1024;

    public static TableBounds ofRows(int rows) {
        return new TableBounds(rows, 256, 1_000_000);
    }
}
