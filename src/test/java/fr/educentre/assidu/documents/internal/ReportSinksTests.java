package fr.educentre.assidu.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.SpreadsheetEscaping;
import fr.educentre.assidu.training.OrganisationInfo;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class ReportSinksTests {

    private final ReportTexts words = new ReportTexts(new BundleTexts(), Locale.FRENCH);

    @Test
    void xlsx_has_real_dates_and_numbers_a_frozen_header_and_totals() throws IOException {
        var out = new ByteArrayOutputStream();
        write(new XlsxSink(words, out), 3, "Nguyễn");
        try (var workbook =
                new XSSFWorkbook(new ByteArrayInputStream(Samples.written("rapport.xlsx", out.toByteArray())))) {
            var sheet = workbook.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(3);
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getCTWorksheet().isSetAutoFilter()).isTrue();
            var row = sheet.getRow(1);
            assertThat(row.getCell(0).getLocalDateTimeCellValue().toLocalDate()).isEqualTo(LocalDate.of(2026, 11, 23));
            assertThat(row.getCell(2).getLocalDateTimeCellValue().toLocalTime()).isEqualTo(LocalTime.of(9, 0));
            assertThat(row.getCell(6).getStringCellValue()).isEqualTo("Nguyễn");
            assertThat(row.getCell(14).getNumericCellValue()).isEqualTo(195);
            var totals = workbook.getSheetAt(1).getRow(1);
            assertThat(totals.getCell(3).getNumericCellValue()).isEqualTo(3);
            assertThat(totals.getCell(7).getNumericCellValue()).isEqualTo(3 * 180);
            assertThat(totals.getCell(11).getCellStyle().getDataFormatString()).isEqualTo("[h]:mm");
        }
    }

    @Test
    void csv_opens_in_a_french_spreadsheet_and_carries_no_formula() throws IOException {
        var out = new ByteArrayOutputStream();
        write(new CsvSink(words, out), 2, "=HYPERLINK(\"x\")");
        var text = out.toString(StandardCharsets.UTF_8);

        assertThat(text).startsWith("\ufeffLigne;Date;Demi-journée");
        var records = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text.substring(1)))
                .getRecords();
        assertThat(records).hasSize(3);
        assertThat(records.getFirst().get("Nom")).isEqualTo("'=HYPERLINK(\"x\")");
        assertThat(records.getFirst().get("Minutes constatées")).isEqualTo("180");
        assertThat(records.getLast().get("Ligne")).isEqualTo("Total apprenant");
        assertThat(records.getLast().get("Minutes constatées")).isEqualTo("360");
    }

    @Test
    void cells_that_a_spreadsheet_takes_for_formulas_are_made_plain() {
        for (var bad : List.of("=1", "+33", "-2", "@SUM", "\t=1", "\r=1", "  =1", "\n@x")) {
            assertThat(SpreadsheetEscaping.of(bad)).isEqualTo("'" + bad);
        }
        for (var good : List.of("Ana", "Jean-Luc", "a=b", "")) {
            assertThat(SpreadsheetEscaping.of(good)).isEqualTo(good);
        }
    }

    @Test
    void pdf_repeats_its_header_counts_its_pages_and_keeps_accents() throws IOException {
        var out = new ByteArrayOutputStream();
        write(new PdfSink(words, new DocumentLetters(), Samples.ORGANISATION, "Période", out), 400, "Nguyễn");
        byte[] pdf = Samples.written("rapport.pdf", out.toByteArray());
        var text = Samples.text(pdf);
        int pages;
        try (var document = Loader.loadPDF(pdf)) {
            pages = document.getNumberOfPages();
            for (int page = 1; page <= pages; page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document).split("Formateur", -1))
                        .as("page %s", page)
                        .hasSize(2);
            }
        }

        assertThat(pages).isGreaterThan(5);
        assertThat(text)
                .contains("Rapport d’assiduité", "Nguyễn Thị", "Page 1 / " + pages, "Page " + pages + " / " + pages);
        assertThat(text).contains("Total apprenant", "1 200,00 h");
    }

    @Test
    void a_letter_that_cannot_be_printed_is_named_wherever_it_stands() {
        var letters = new DocumentLetters();
        var odd = new OrganisationInfo(
                "Centre \u0924",
                Samples.ORGANISATION.registration(),
                Samples.ORGANISATION.address(),
                Samples.ORGANISATION.contact(),
                Samples.ORGANISATION.representative(),
                Samples.ORGANISATION.logo());
        assertThatThrownBy(() -> new PdfSink(words, letters, odd, "", new ByteArrayOutputStream()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.arguments()).contains("U+0924"));
    }

    @Test
    void what_cannot_be_finished_sends_no_byte() {
        var sent = new ByteArrayOutputStream();
        assertThatThrownBy(() -> WholeFile.write(
                        aside -> {
                            aside.write(new byte[100_000]);
                            throw new IOException("away");
                        },
                        sent))
                .isInstanceOf(IOException.class);
        assertThat(sent.size()).isZero();
    }

    @Test
    void twenty_thousand_rows_go_through_in_every_format() throws IOException {
        for (var sink : List.of(
                new CsvSink(words, java.io.OutputStream.nullOutputStream()),
                new XlsxSink(words, java.io.OutputStream.nullOutputStream()),
                new PdfSink(
                        words,
                        new DocumentLetters(),
                        Samples.ORGANISATION,
                        "",
                        java.io.OutputStream.nullOutputStream()))) {
            System.gc();
            long before = used();
            for (int i = 0; i < 20_000; i++) {
                sink.row(row("Nom " + i));
            }
            System.gc();
            assertThat(used() - before).as(sink.getClass().getSimpleName()).isLessThan(40_000_000);
            sink.end();
        }
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void write(ReportSink sink, int rows, String lastName) throws IOException {
        var totals = new ReportTotals(row(lastName));
        for (int i = 0; i < rows; i++) {
            sink.row(row(lastName));
            totals.add(row(lastName));
        }
        sink.totals(totals);
        sink.end();
    }

    private static ReportRow row(String lastName) {
        return new ReportRow(
                new ReportRow.Learner(new UUID(1, 1), "APP-1", lastName, "Thị"),
                new ReportRow.Session("Groupe A", "HTML et CSS", "Intégrer une page", "VIDEO", "Luc Đorđević"),
                new ReportRow.Slot(LocalDate.of(2026, 11, 23), LocalTime.of(9, 0), LocalTime.of(12, 30)),
                new ReportRow.Outcome("LATE", "TO_JUSTIFY"),
                new ReportRow.Minutes(195, 180, 180, 12, 0),
                List.of("ZOOM"),
                new ReportRow.Decision(null, "Présence suffisante", 1),
                "OPCO Atlas ATL-1");
    }
}
