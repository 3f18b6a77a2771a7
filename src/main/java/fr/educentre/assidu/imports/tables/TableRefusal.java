package fr.educentre.assidu.imports.tables;

import fr.educentre.assidu.shell.Refusal;

/** A file that is not read as a table; the text names what is too much, where, and the remedy. */
public final class TableRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Reason {
        /** Bytes that are no text and no workbook. */
        BINARY("binary"),
        /** The format of before 2007, or a workbook behind a password: both are of that container. */
        LEGACY_WORKBOOK("legacyWorkbook"),
        /** An archive that is no workbook, or a broken one. */
        UNREADABLE_WORKBOOK("workbook"),
        UNPACKED("unpacked"),
        TEXTS("texts"),
        ROWS("rows"),
        COLUMNS("columns"),
        CELLS("cells"),
        CELL_LENGTH("cellLength"),
        LINE_LENGTH("lineLength");

        private final String key;

        Reason(String key) {
            this.key = "refusal.table." + key;
        }
    }

    private final Reason reason;

    TableRefusal(Reason reason, Object... arguments) {
        super(Kind.INVALID, reason.key, arguments);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
