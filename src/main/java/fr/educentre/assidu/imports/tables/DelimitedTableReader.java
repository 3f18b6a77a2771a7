package fr.educentre.assidu.imports.tables;

import fr.educentre.assidu.imports.tables.TableRefusal.Reason;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Delimited text of one delimiter, whatever ends its lines. */
final class DelimitedTableReader {

    /** As many characters as the parser reads at a time. */
    private static final int READ_AHEAD = 8192;

    private final String text;
    private final int from;
    private final int firstLine;
    private final TableBounds bounds;

    /** @param from where the table begins in the text, on line {@code firstLine} */
    DelimitedTableReader(String text, int from, int firstLine, TableBounds bounds) {
        this.text = text;
        this.from = from;
        this.firstLine = firstLine;
        this.bounds = bounds;
    }

    /** @throws TableRefusal when it goes beyond the bounds */
    TextTable read(char delimiter) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .setIgnoreSurroundingSpaces(true)
                .setTrailingData(true)
                .get();
        try {
            return read(format);
        } catch (UncheckedIOException e) {
            // a quote that nothing closes is a character like another
            return read(format.builder().setQuote(null).get());
        }
    }

    private TextTable read(CSVFormat format) {
        var lines = new BoundedReader(text, from);
        var rows = new TableRows(bounds);
        try (var parser = CSVParser.builder().setReader(lines).setFormat(format).get()) {
            Iterator<CSVRecord> records = parser.iterator();
            int line = firstLine;
            while (lines.hasNext(records, line)) {
                int column = 0;
                rows.begin(line);
                for (String cell : records.next()) {
                    rows.cell(column++, cell);
                }
                rows.end();
                line = (int) parser.getCurrentLineNumber() + firstLine;
            }
            return rows.table();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text that refuses a line longer than any table has, so that the parser does not gather it. */
    private static final class BoundedReader extends Reader {

        private final String text;
        private int at;
        private long left;
        private int line;

        BoundedReader(String text, int from) {
            this.text = text;
            this.at = from;
        }

        boolean hasNext(Iterator<CSVRecord> records, int number) {
            line = number;
            left = TableBounds.LINE_LENGTH + READ_AHEAD;
            return records.hasNext();
        }

        @Override
        public int read(char[] buffer, int offset, int length) {
            int count = Math.min(length, text.length() - at);
            if (count <= 0) {
                return -1;
            }
            left -= count;
            if (left < 0) {
                throw new TableRefusal(Reason.LINE_LENGTH, line, TableBounds.LINE_LENGTH);
            }
            text.getChars(at, at + count, buffer, offset);
            at += count;
            return count;
        }

        @Override
        public void close() {
            // a text holds nothing open
        }
    }
}
