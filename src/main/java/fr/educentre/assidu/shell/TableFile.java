package fr.educentre.assidu.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.commons.csv.CSVFormat;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
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

    /** Format of a cell that holds what was typed. */
    private static final String TEXT = "@";

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
        return workbook(SpreadsheetEscaping::of, false);
    }

    /**
     * To be corrected and read again: each cell is the text that it is, in columns of text, so that no spreadsheet takes a number for
     * a quantity or a date for another.
     */
    public byte[] xlsxOfTexts() {
        return workbook(text -> text, true);
    }

    private byte[] workbook(UnaryOperator<String> cell, boolean ofTexts) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new SXSSFWorkbook(WINDOW)) {
            var sheet = workbook.createSheet(name.substring(0, Math.min(name.length(), LONGEST_SHEET_NAME)));
            sheet.createFreezePane(0, 1);
            var plain = workbook.createCellStyle();
            if (ofTexts) {
                plain.setDataFormat(workbook.createDataFormat().getFormat(TEXT));
            }
            var bold = workbook.createCellStyle();
            bold.cloneStyleFrom(plain);
            var font = workbook.createFont();
            font.setBold(true);
            bold.setFont(font);
            for (int i = 0; i < columns.size(); i++) {
                sheet.setDefaultColumnStyle(i, plain);
                sheet.setColumnWidth(i, WIDTH);
            }
            write(sheet.createRow(0), columns, bold);
            int next = 1;
            for (List<String> row : rows) {
                write(sheet.createRow(next++), row.stream().map(cell).toList(), plain);
            }
            sheet.setAutoFilter(new CellRangeAddress(0, next - 1, 0, columns.size() - 1));
            workbook.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Row row, List<String> cells, CellStyle style) {
        for (int i = 0; i < cells.size(); i++) {
            var cell = row.createCell(i);
            cell.setCellStyle(style);
            cell.setCellValue(cells.get(i));
        }
    }
}
