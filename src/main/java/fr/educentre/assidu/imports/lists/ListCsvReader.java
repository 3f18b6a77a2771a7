package fr.educentre.assidu.imports.lists;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Separated values as spreadsheets write them. */
final class ListCsvReader {

    private ListCsvReader() {}

    static List<Row> read(byte[] content) {
        String text = decode(content);
        char separator = separator(text.lines().findFirst().orElse(""));
        List<Row> rows = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        var cell = new StringBuilder();
        boolean quoted = false;
        int line = 1;
        int begun = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
            }
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && cell.toString().isBlank()) {
                quoted = true;
            } else if (c == separator || c == '\n') {
                cells.add(cell.toString().strip());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(new Row(begun, List.copyOf(cells)));
                    cells.clear();
                    begun = line;
                }
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        rows.add(new Row(begun, List.copyOf(cells)));
        return rows;
    }

    /** UTF-8 where the bytes are UTF-8, else what Windows spreadsheets write. */
    private static String decode(byte[] content) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(content, Charset.forName("windows-1252"));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static char separator(String header) {
        char best = ';';
        long most = count(header, best);
        for (char candidate : new char[] {',', '\t'}) {
            long times = count(header, candidate);
            if (times > most) {
                most = times;
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    /** @param line where it begins, from 1 */
    record Row(int line, List<String> cells) {

        boolean blank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }
}
