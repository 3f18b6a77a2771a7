package fr.educentre.assidu.imports.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.educentre.assidu.imports.tables.TableRefusal.Reason;
import fr.educentre.assidu.shell.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTests {

    private static final TableReader TABLES = new TableReader(TableBounds.ofRows(1000));

    @ParameterizedTest
    @CsvSource({
        "UTF-8, ''",
        "UTF-8, EFBBBF",
        "UTF-16LE, FFFE",
        "UTF-16BE, FEFF",
        "UTF-16LE, ''",
        "UTF-16BE, ''",
        "windows-1252, ''"
    })
    void every_encoding_and_end_of_line_is_the_same_table(String charset, String mark) {
        for (String end : List.of("\n", "\r\n", "\r")) {
            String text = String.join(end, "Nom;Prénom;Note", "Œuvré;\"Zoé \"\"Z\"\";x\";d'été –", "");
            byte[] encoded = text.getBytes(Charset.forName(charset));
            var bytes = new ByteArrayOutputStream();
            bytes.writeBytes(java.util.HexFormat.of().parseHex(mark));
            bytes.writeBytes(encoded);
            assertThat(rows(bytes.toByteArray(), "Nom"))
                    .containsExactly(
                            new TableRow(1, List.of("Nom", "Prénom", "Note")),
                            new TableRow(2, List.of("Œuvré", "Zoé \"Z\";x", "d'été –")));
        }
    }

    @Test
    void unicode_text_of_a_spreadsheet_is_separated_by_tabs() {
        byte[] bytes = "\uFEFFNom\tVille, pays\r\nRoy\tSaint-Denis; 974\r\n".getBytes(StandardCharsets.UTF_16LE);
        assertThat(rows(bytes, "Nom"))
                .extracting(TableRow::cells)
                .containsExactly(List.of("Nom", "Ville, pays"), List.of("Roy", "Saint-Denis; 974"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=|\r\n", "SEP=|\n", "\"sep=|\"\r", "sep=|;;;\n"})
    void a_line_that_declares_the_separator_is_no_row(String declared) {
        assertThat(rows(utf8(declared + "a|b;c\n1|2;3\n"), "a"))
                .containsExactly(new TableRow(2, List.of("a", "b;c")), new TableRow(3, List.of("1", "2;3")));
    }

    @Test
    void rows_have_the_number_of_the_line_they_begin_on_and_one_blank_row_stays() {
        assertThat(rows(utf8("\n\na;b\r\n\"x\r\ny\";2\r\n;\r\n\r\n3;4"), "a"))
                .containsExactly(
                        new TableRow(3, List.of("a", "b")),
                        new TableRow(4, List.of("x\r\ny", "2")),
                        new TableRow(6, List.of()),
                        new TableRow(8, List.of("3", "4")));
    }

    @Test
    void a_quote_that_nothing_closes_is_a_character() {
        assertThat(rows(utf8("a;b\n\"1;2\n3;4\n"), "a"))
                .extracting(TableRow::cells)
                .containsExactly(List.of("a", "b"), List.of("\"1", "2"), List.of("3", "4"));
    }

    @Test
    void days_times_and_durations_are_read_by_their_format_in_both_date_systems() {
        String rows = "<row r='3'>" + number("A3", 0, "46350") + number("B3", 0, "46350.375") + number("C3", 1, "0.375")
                + number("D3", 2, "1.479166666666667") + number("E3", 2, "0.0625") + number("F3", 3, "46350")
                + "</row>";
        var workbook = new RawWorkbook()
                .formats("dd/mm/yyyy", "h:mm", "[h]:mm", "0.00")
                .sheet(rows);
        assertThat(rows(workbook.bytes(), ""))
                .containsExactly(
                        new TableRow(3, List.of("2026-11-24", "2026-11-24T09:00", "09:00", "35:30", "01:30", "46350")));
        assertThat(rows(workbook.from1904().bytes(), "").getFirst().cells())
                .startsWith("2030-11-25", "2030-11-25T09:00", "09:00", "35:30");
    }

    @Test
    void numbers_have_their_digits_and_no_others() {
        String rows = "<row>" + number("A1", 9, "12345678901234") + number("B1", 9, "9.34E10") + number("C1", 9, "7.0")
                + number("D1", 9, "0.1") + "<c r='E1' t='str'><f>T(1)</f><v>0612345678</v></c>"
                + "<c r='F1' t='b'><f>A1&gt;1</f><v>1</v></c><c r='G1' t='e'><v>#N/A</v></c><c r='H1'><f>A1</f></c>"
                + "<c r='I1' t='d'><v>2026-11-24</v></c></row>";
        assertThat(rows(new RawWorkbook().sheet(rows).bytes(), ""))
                .extracting(TableRow::cells)
                .containsExactly(List.of(
                        "12345678901234", "93400000000", "7", "0.1", "0612345678", "true", "", "", "2026-11-24"));
    }

    @Test
    void shared_and_rich_texts_are_read_without_their_pronunciation() {
        String rows = "<row><c t='s'><v>1</v></c><c t='s'><v>0</v></c><c t='s'><v>7</v></c>"
                + "<c t='inlineStr'><is><r><t>Zo</t></r><r><t>é</t></r></is></c></row>";
        var workbook = new RawWorkbook()
                .strings("<si><t>un</t></si><si><r><t>d</t></r><r><t>eux</t></r><rPh sb='0' eb='1'><t>x</t></rPh></si>")
                .sheet(rows);
        assertThat(rows(workbook.bytes(), ""))
                .extracting(TableRow::cells)
                .containsExactly(List.of("deux", "un", "", "Zoé"));
    }

    @Test
    void the_sheet_that_is_recognised_is_taken_and_hidden_ones_come_last() {
        var workbook = new RawWorkbook()
                .sheet("hidden", text("A1", "Nom"))
                .sheet(text("A1", "Mode d'emploi"))
                .sheet(text("B4", "Nom"));
        assertThat(rows(workbook.bytes(), "Nom")).containsExactly(new TableRow(4, List.of("", "Nom")));
    }

    @Test
    void what_is_no_table_is_refused() throws IOException {
        refused(utf8("%PDF-1.7"), Reason.BINARY);
        refused(utf8("Nom;Code\nRoy;a\0b\n"), Reason.BINARY);
        refused(utf8("PK\u0003\u0004broken"), Reason.UNREADABLE_WORKBOOK);
        refused(new RawWorkbook().bytes(), Reason.UNREADABLE_WORKBOOK);
        String entities = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><x>&b;</x>";
        refused(
                new RawWorkbook()
                        .sheet("")
                        .part("xl/worksheets/sheet1.xml", entities)
                        .bytes(),
                Reason.UNREADABLE_WORKBOOK);
        var legacy = new ByteArrayOutputStream();
        try (var workbook = new HSSFWorkbook()) {
            workbook.createSheet().createRow(0).createCell(0).setCellValue("Nom");
            workbook.write(legacy);
        }
        refused(legacy.toByteArray(), Reason.LEGACY_WORKBOOK);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void each_refusal_has_its_text_in_both_languages(Reason reason) {
        String key = new TableRefusal(reason).key();
        for (Locale language : List.of(Texts.FRENCH, Locale.ENGLISH)) {
            assertThat(ResourceBundle.getBundle("i18n/training", language).getString(key))
                    .isNotBlank();
        }
    }

    private static void refused(byte[] bytes, Reason reason) {
        assertThatThrownBy(() -> rows(bytes, "Nom"))
                .isInstanceOfSatisfying(
                        TableRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    /** Of the table that has such a cell at its top. */
    private static List<TableRow> rows(byte[] bytes, String heading) {
        return TABLES.read(
                        bytes,
                        table -> Optional.of(table.rows())
                                .filter(rows -> !rows.isEmpty()
                                        && (heading.isEmpty()
                                                || rows.getFirst().cells().contains(heading))))
                .orElseThrow();
    }

    private static String number(String place, int style, String value) {
        return "<c r='%s' s='%d'><v>%s</v></c>".formatted(place, style, value);
    }

    private static String text(String place, String value) {
        return "<row r='%s'><c r='%s' t='inlineStr'><is><t>%s</t></is></c></row>"
                .formatted(place.substring(1), place, value);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
