package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.imports.tables.FileKind;
import fr.educentre.assidu.imports.tables.TableBounds;
import fr.educentre.assidu.imports.tables.TableReader;
import fr.educentre.assidu.imports.tables.TableRefusal;
import fr.educentre.assidu.imports.tables.TextDecoder;
import fr.educentre.assidu.imports.tables.TextTable;
import java.util.Optional;
import java.util.function.Function;

/** Files as the tables they may be, no larger than the evidence of any session: workbooks, delimited text, JSON rows. */
final class EvidenceTables {

    static final int MOST_ROWS = 50_000;
    static final int LONGEST_CELL = 1000;

    private static final TableReader TABLES = new TableReader(TableBounds.ofRows(MOST_ROWS));

    private EvidenceTables() {}

    /** The first sheet that is recognised. @throws TableRefusal when it is no workbook, or too large */
    static <T> Optional<T> ofWorkbook(byte[] content, Function<TextTable, Optional<T>> recognise) {
        return TABLES.read(content, table -> recognise.apply(table.shortened(LONGEST_CELL)));
    }

    /** @throws TableRefusal when it is no text, or too large */
    static <T> Optional<T> ofText(String text, Function<TextTable, Optional<T>> recognise) {
        return TABLES.readText(text, table -> recognise.apply(table.shortened(LONGEST_CELL)));
    }

    /**
     * The same of whatever a partner sends; empty when it is nothing that could be a table.
     *
     * @throws TableRefusal when it is too large
     */
    static <T> Optional<T> ofAny(byte[] content, Function<TextTable, Optional<T>> recognise) {
        try {
            if (FileKind.of(content) != FileKind.TEXT) {
                return ofWorkbook(content, recognise);
            }
            String text = TextDecoder.decode(content);
            String start = text.stripLeading();
            if (start.startsWith("{") || start.startsWith("[")) {
                return JsonTable.of(text).flatMap(recognise);
            }
            return ofText(text, recognise);
        } catch (TableRefusal refusal) {
            return switch (refusal.reason()) {
                case BINARY, UNREADABLE_WORKBOOK -> Optional.empty();
                default -> throw refusal;
            };
        }
    }
}
