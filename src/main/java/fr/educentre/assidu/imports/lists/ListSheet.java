package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.imports.RosterImport;
import fr.educentre.assidu.imports.tables.TableBounds;
import fr.educentre.assidu.imports.tables.TableReader;
import fr.educentre.assidu.imports.tables.TableRefusal;
import fr.educentre.assidu.imports.tables.TableRow;
import fr.educentre.assidu.shell.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A file as a table of text.
 *
 * @param titles of the line that looks most like that of a list
 * @param rows below it that are not blank
 */
record ListSheet(List<String> titles, List<TableRow> rows) {

    private static final TableReader TABLES = new TableReader(TableBounds.ofRows(100_000));

    /** @throws Refusal INVALID or TOO_LARGE for a file that is no table, or one beyond all measure */
    static ListSheet of(byte[] content) {
        if (content.length > RosterImport.MAX_BYTES) {
            throw new Refusal(Refusal.Kind.TOO_LARGE, "refusal.tooLarge");
        }
        var likeliest = new ListTitles();
        try {
            return TABLES.read(content, table -> likeliest.offer(table) ? likeliest.sheet() : Optional.empty())
                    .or(likeliest::sheet)
                    .orElseThrow(() -> Refusal.invalid("refusal.roster.empty"));
        } catch (TableRefusal refusal) {
            throw switch (refusal.reason()) {
                case BINARY -> Refusal.invalid("refusal.roster.kind");
                case UNREADABLE_WORKBOOK -> Refusal.invalid("refusal.roster.workbook");
                case UNPACKED -> Refusal.invalid("refusal.roster.bomb");
                default -> refusal;
            };
        }
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
