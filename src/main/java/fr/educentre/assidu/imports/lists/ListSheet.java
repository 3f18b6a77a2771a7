package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.imports.RosterImport;
import fr.educentre.assidu.shell.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A file as a table of text.
 *
 * @param titles of the first line that is not blank
 */
record ListSheet(List<String> titles, List<ListCsvReader.Row> rows) {

    static ListSheet of(byte[] content) {
        if (content.length > RosterImport.MAX_BYTES) {
            throw new Refusal(Refusal.Kind.TOO_LARGE, "refusal.tooLarge");
        }
        List<ListCsvReader.Row> rows =
                rows(content).stream().filter(row -> !row.blank()).toList();
        if (rows.isEmpty()) {
            throw Refusal.invalid("refusal.roster.empty");
        }
        return new ListSheet(rows.getFirst().cells(), rows.subList(1, rows.size()));
    }

    private static List<ListCsvReader.Row> rows(byte[] content) {
        if (content.length > 3 && content[0] == 'P' && content[1] == 'K' && content[2] == 3) {
            return ListWorkbookReader.read(content);
        }
        for (byte one : content) {
            if (one == 0) {
                throw Refusal.invalid("refusal.roster.kind");
            }
        }
        if (content.length > 4 && new String(content, 0, 4, StandardCharsets.ISO_8859_1).equals("%PDF")) {
            throw Refusal.invalid("refusal.roster.kind");
        }
        return ListCsvReader.read(content);
    }

    /** The same for every file with these titles, however they are spelt. */
    byte[] fingerprint() {
        return sha256(titles.stream()
                .map(ListColumn::plain)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
