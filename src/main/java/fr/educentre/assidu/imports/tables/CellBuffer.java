package fr.educentre.assidu.imports.tables;

/** The text of a cell while it is read; of one that is too long, as much as shows that it is. */
final class CellBuffer {

    private final StringBuilder text = new StringBuilder();

    void clear() {
        text.setLength(0);
    }

    void append(char[] characters, int start, int length) {
        text.append(characters, start, Math.min(length, TableBounds.CELL_LENGTH + 1 - text.length()));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
