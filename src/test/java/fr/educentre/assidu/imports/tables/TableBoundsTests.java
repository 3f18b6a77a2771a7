package fr.educentre.assidu.imports.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import fr.educentre.assidu.imports.tables.TableRefusal.Reason;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Files that are far too large are refused before they take memory; what is refused is named, with its place. */
class TableBoundsTests {

    private static final TableReader TABLES = new TableReader(TableBounds.ofRows(50_000));
    private static final long MEGABYTE = 1024 * 1024;

    @Test
    void millions_of_empty_cells() {
        var rows = new StringBuilder();
        var random = new Random(8);
        for (int line = 1; rows.length() < 38 * MEGABYTE; line++) {
            rows.append("<row r='").append(line).append("'>");
            for (int i = 0; i < 40; i++) {
                rows.append("<c s='").append(random.nextInt(1000)).append("'/>");
            }
            rows.append("</row>");
        }
        byte[] bomb = new RawWorkbook().sheet(rows.toString()).bytes();
        assertThat(bomb.length).isBetween((int) (2 * MEGABYTE), (int) (8 * MEGABYTE));
        TableRefusal refusal = refusal(bomb, 300);
        assertThat(refusal.reason()).isEqualTo(Reason.CELLS);
        assertThat(refusal.arguments()).containsExactly(1_000_000, 24_391);
    }

    @Test
    void cells_in_the_last_column_a_spreadsheet_has() {
        var rows = new StringBuilder();
        for (int line = 1; line <= 20_000; line++) {
            rows.append("<row r='%1$d'><c r='A%1$d'><v>1</v></c><c r='XFD%1$d' s='0'/></row>".formatted(line));
        }
        byte[] empty = new RawWorkbook().sheet(rows.toString()).bytes();
        assertThat(refusal(empty, 150).reason()).isEqualTo(Reason.CELLS);
        byte[] filled = new RawWorkbook()
                .sheet(rows.toString().replace("s='0'/></row>", "><v>1</v></c></row>"))
                .bytes();
        TableRefusal refusal = refusal(filled, 20);
        assertThat(refusal.reason()).isEqualTo(Reason.COLUMNS);
        assertThat(refusal.arguments()).containsExactly(1, "XFD", 256);
    }

    @Test
    void a_line_of_twenty_megabytes() {
        for (String begin : new String[] {"a;b\n1;", "a;b\n\"1;2\";\""}) {
            byte[] text = (begin + "x".repeat((int) (20 * MEGABYTE) - 20)).getBytes(StandardCharsets.UTF_8);
            TableRefusal refusal = refusal(text, 100);
            assertThat(refusal.reason()).isEqualTo(Reason.LINE_LENGTH);
            assertThat(refusal.arguments()).containsExactly(2, TableBounds.LINE_LENGTH);
        }
    }

    @Test
    void more_rows_cells_or_characters_than_a_table_has() {
        TableRefusal rows = refusal("a;b\n".repeat(50_001).getBytes(StandardCharsets.UTF_8), 60);
        assertThat(rows.reason()).isEqualTo(Reason.ROWS);
        TableRefusal cells = refusal(";".repeat(200).concat("\n").repeat(10_000).getBytes(StandardCharsets.UTF_8), 200);
        assertThat(cells.reason()).isEqualTo(Reason.CELLS);
        TableRefusal cell = refusal(("a;b\n1;" + "x".repeat(40_000)).getBytes(StandardCharsets.UTF_8), 20);
        assertThat(cell.reason()).isEqualTo(Reason.CELL_LENGTH);
        assertThat(cell.arguments()).containsExactly(2, "B", 32_767);
        TableRefusal texts = refusal(
                new RawWorkbook().strings("<si/>".repeat(1_100_000)).sheet("").bytes(), 100);
        assertThat(texts.reason()).isEqualTo(Reason.TEXTS);
        TableRefusal unpacked = refusal(
                new RawWorkbook().sheet(" ".repeat((int) (41 * MEGABYTE))).bytes(), 20);
        assertThat(unpacked.reason()).isEqualTo(Reason.UNPACKED);
    }

    /** What the file is refused for, having taken no more than so many megabytes in all. */
    private static TableRefusal refusal(byte[] bytes, int megabytes) {
        var memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = memory.getCurrentThreadAllocatedBytes();
        TableRefusal refusal =
                catchThrowableOfType(TableRefusal.class, () -> TABLES.read(bytes, table -> Optional.empty()));
        assertThat((memory.getCurrentThreadAllocatedBytes() - before) / MEGABYTE)
                .as("megabytes taken")
                .isLessThan(megabytes);
        return refusal;
    }
}
