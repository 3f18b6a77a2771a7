package fr.educentre.assidu.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A list as it is shown, for a spreadsheet: a line of headings, then texts that no spreadsheet takes for a formula.
 *
 * @param rows each with as many texts as there are columns
 */
public record TableFile(String name, List<String> columns, List<List<String>> rows) {

    /** As French spreadsheets open it: UTF-8 with its mark, semicolons. */
    public static final String CSV = "text/csv;charset=UTF-8";

    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int WINDOW = 100;
    private static final int LONGEST_SHEET_NAME = 31;
    private static final int WIDTH = 22 * 256;

    public byte[] csv() {
        var bytes = new ByteArrayOutputStream();
        try (var writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            writer.write('\ufeff');
            var format = CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(';')
                    .setRecordSeparator("\r\n")
                    .get();
            try (var printer = format.print(writer)) {
                printer.printRecord(columns);
                for (List<String> row : rows) {
                    printer.printRecord(
                            row.stream().map(SpreadsheetEscaping::of).toList());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public byte[] xlsx() {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new SXSSFWorkbook(WINDOW)) {
            var sheet = workbook.createSheet(name.substring(0, Math.min(name.length(), LONGEST_SHEET_NAME)));
            sheet.createFreezePane(0, 1);
            var bold = workbook.createCellStyle();
            var font = workbook.createFont();
            font.setBold(true);
            bold.setFont(font);
            var head = sheet.createRow(0);
            for (int i = 0; i < columns.size(); i++) {
                sheet.setColumnWidth(i, WIDTH);
                var cell = head.createCell(i);
                cell.setCellStyle(bold);
                cell.setCellValue(columns.get(i));
            }
            int next = 1;
            for (List<String> row : rows) {
                var line = sheet.createRow(next++);
                for (int i = 0; i < row.size(); i++) {
                    line.createCell(i).setCellValue(SpreadsheetEscaping.of(row.get(i)));
                }
            }
            sheet.setAutoFilter(new CellRangeAddress(0, next - 1, 0, columns.size() - 1));
            workbook.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
