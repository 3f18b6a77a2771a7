package fr.educentre.assidu.imports.evidence;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Rows of a delimited text, each with the line it starts on. */
record DelimitedText(List<Row> rows) {

    static final int MOST_ROWS = 50_000;
    private static final int MOST_CELLS = 100;
    private static final int LONGEST_CELL = 1000;

    /** @param line from 1 */
    record Row(int line, List<String> cells) {

        String cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column).strip() : "";
        }

        boolean blank() {
            return cells.stream().allMatch(String::isBlank);
        }

        List<String> labels() {
            return cells.stream().map(DelimitedText::label).toList();
        }
    }

    /** Empty when there are more rows than any session has. */
    static Optional<DelimitedText> of(String text, char delimiter) {
        Optional<List<Row>> quoted = new Reader(text, delimiter, true).read();
        return quoted.map(DelimitedText::new);
    }

    /** A header cell reduced to what its spellings share: no accents, case, typographic apostrophes or double spaces. */
    static String label(String cell) {
        String text = Normalizer.normalize(cell, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replace('\u2019', '\'')
                .replace("\uFEFF", "")
                .toLowerCase(Locale.ROOT);
        return text.replaceAll("[\\s_]+", " ").replaceFirst("^[* ]+", "").strip();
    }

    private static final class Reader {

        private final String text;
        private final char delimiter;
        private final boolean quotes;
        private final List<Row> rows = new ArrayList<>();
        private List<String> cells = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
        private int line = 1;
        private int startedOn = 1;
        private int at;

        Reader(String text, char delimiter, boolean quotes) {
            this.text = text;
            this.delimiter = delimiter;
            this.quotes = quotes;
        }

        Optional<List<Row>> read() {
            while (at < text.length()) {
                char c = text.charAt(at);
                if (quotes && c == '"' && cell.isEmpty()) {
                    if (!quoted()) {
                        // a quote that nothing closes is a character like another
                        return new Reader(text, delimiter, false).read();
                    }
                } else if (c == delimiter) {
                    endCell();
                    at++;
                } else if (c == '\n' || c == '\r') {
                    endRow();
                    at += c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n' ? 2 : 1;
                    line++;
                    startedOn = line;
                    if (rows.size() > MOST_ROWS) {
                        return Optional.empty();
                    }
                } else {
                    append(c);
                    at++;
                }
            }
            if (!cell.isEmpty() || !cells.isEmpty()) {
                endRow();
            }
            return Optional.of(rows);
        }

        private boolean quoted() {
            int i = at + 1;
            while (i < text.length()) {
                char c = text.charAt(i);
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    append('"');
                    i += 2;
                } else if (c == '"') {
                    at = i + 1;
                    return true;
                } else {
                    if (c == '\n') {
                        line++;
                    }
                    append(c);
                    i++;
                }
            }
            return false;
        }

        private void append(char c) {
            if (cell.length() < LONGEST_CELL) {
                cell.append(c);
            }
        }

        private void endCell() {
            if (cells.size() < MOST_CELLS) {
                cells.add(cell.toString());
            }
            cell.setLength(0);
        }

        private void endRow() {
            endCell();
            rows.add(new Row(startedOn, List.copyOf(cells)));
            cells = new ArrayList<>();
        }
    }
}
