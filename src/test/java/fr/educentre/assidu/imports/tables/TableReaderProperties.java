package fr.educentre.assidu.imports.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What others write is read back equal; whatever the bytes, a table or a refusal comes back. */
class TableReaderProperties {

    private static final TableReader TABLES = new TableReader(TableBounds.ofRows(5000));
    private static final String CHARACTERS = "abcXYZ0123456789éèçàÉ \"';,\t|=+-@()\n";

    @Property(tries = 600)
    void delimited_text_of_any_dialect(
            @ForAll Random random, @ForAll("charsets") String charset, @ForAll("ends") String end) throws IOException {
        char separator = ";,\t|".charAt(random.nextInt(4));
        boolean declared = separator == '|' || random.nextBoolean();
        List<List<String>> table = table(random);
        var text = new StringBuilder(charset.endsWith("+") ? "\uFEFF" : "");
        text.append(declared ? "sep=" + separator + end : "");
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setRecordSeparator(end)
                .setQuoteMode(random.nextBoolean() ? QuoteMode.ALL : QuoteMode.MINIMAL)
                .get();
        for (List<String> row : table) {
            format.printRecord(text, row.toArray());
        }
        byte[] bytes = text.toString().getBytes(Charset.forName(charset.replace("+", "")));
        // where nothing declares the separator, the headings tell it: here, that there are as many in each row
        Optional<List<List<String>>> read =
                TABLES.read(bytes, rows -> Optional.of(cells(rows)).filter(cells -> declared || cells.equals(table)));
        assertThat(read).contains(table);
    }

    @Property(tries = 60)
    void workbooks(@ForAll Random random) throws IOException {
        List<List<String>> table = table(random);
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet();
            for (int i = 0; i < table.size(); i++) {
                var row = sheet.createRow(2 * i);
                for (int j = 0; j < table.get(i).size(); j++) {
                    row.createCell(j).setCellValue(table.get(i).get(j));
                }
                long number = random.nextLong(1_000_000_000_000_000L);
                row.createCell(table.get(i).size()).setCellValue(number);
                table.get(i).add(String.valueOf(number));
            }
            workbook.write(bytes);
        }
        Optional<TextTable> read = TABLES.read(bytes.toByteArray(), Optional::of);
        assertThat(read.map(TableReaderProperties::cells)).contains(table);
        assertThat(read.orElseThrow().rows()).extracting(TableRow::line).allMatch(line -> line % 2 == 1);
    }

    @Property(tries = 500)
    void random_bytes(@ForAll byte[] bytes) {
        read(bytes);
    }

    @Property(tries = 1000)
    void workbooks_with_characters_changed_and_dropped(@ForAll Random random) {
        String rows = "<row r='1'><c r='A1' t='s' s='1'><v>0</v></c><c r='B1' s='0'><v>46350.5</v></c>"
                + "<c r='C1' t='inlineStr'><is><t>x</t></is></c><c r='D1' t='b'><v>1</v></c></row>";
        byte[] bytes = new RawWorkbook()
                .strings(mutate("<si><t>un</t></si>", random))
                .formats(mutate("dd/mm/yy", random).replace("'", ""), "[h]:mm")
                .sheet(mutate(rows, random))
                .bytes();
        read(bytes);
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        read(random.nextBoolean() ? bytes : Arrays.copyOf(bytes, random.nextInt(bytes.length)));
    }

    private static void read(byte[] bytes) {
        try {
            TABLES.read(bytes, table -> {
                assertThat(table.rows())
                        .allSatisfy(row -> assertThat(row.line()).isNotNegative());
                return Optional.empty();
            });
        } catch (TableRefusal refusal) {
            assertThat(refusal.key()).startsWith("refusal.table.");
        }
    }

    /** Rows of several cells, the first of which is never empty; without blanks around the cells. */
    private static List<List<String>> table(Random random) {
        int columns = 2 + random.nextInt(5);
        List<List<String>> table = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(8); i++) {
            List<String> row = new ArrayList<>();
            for (int j = 0; j < columns; j++) {
                var cell = new StringBuilder(j == 0 ? "x" : "");
                for (int k = random.nextInt(8); k > 0; k--) {
                    cell.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
                }
                row.add(cell.toString().strip());
            }
            table.add(row);
        }
        return table;
    }

    private static List<List<String>> cells(TextTable table) {
        return table.rows().stream().map(TableRow::cells).toList();
    }

    private static String mutate(String text, Random random) {
        var mutated = new StringBuilder(text);
        for (int i = random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(mutated.length());
            if (random.nextBoolean()) {
                mutated.setCharAt(at, (char) (' ' + random.nextInt(95)));
            } else {
                mutated.insert(at, random.nextInt(10));
            }
        }
        return mutated.toString();
    }

    @Provide
    Arbitrary<String> charsets() {
        return Arbitraries.of("UTF-8", "UTF-8+", "UTF-16LE", "UTF-16LE+", "UTF-16BE", "UTF-16BE+", "windows-1252");
    }

    @Provide
    Arbitrary<String> ends() {
        return Arbitraries.of("\n", "\r\n", "\r");
    }
}
