package fr.educentre.assidu.imports.lists;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** One sheet, its titles above, each cell and each column text. */
final class ListWorkbook {

    private static final int WINDOW = 100;
    private static final int CHARACTER = 256;
    private static final int WIDTH = 20 * CHARACTER;

    private ListWorkbook() {}

    static byte[] of(String name, List<String> titles, Iterable<List<String>> rows) {
        try (var workbook = new SXSSFWorkbook(WINDOW);
                var out = new ByteArrayOutputStream()) {
            CellStyle text = workbook.createCellStyle();
            text.setDataFormat(workbook.createDataFormat().getFormat("@"));
            CellStyle title = workbook.createCellStyle();
            title.cloneStyleFrom(text);
            Font bold = workbook.createFont();
            bold.setBold(true);
            title.setFont(bold);
            Sheet sheet = workbook.createSheet(name);
            for (int i = 0; i < titles.size(); i++) {
                sheet.setDefaultColumnStyle(i, text);
                sheet.setColumnWidth(i, WIDTH);
            }
            sheet.createFreezePane(0, 1);
            write(sheet, 0, titles, title);
            int at = 1;
            for (List<String> row : rows) {
                write(sheet, at, row, text);
                at++;
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Sheet sheet, int at, List<String> cells, CellStyle style) {
        Row row = sheet.createRow(at);
        for (int i = 0; i < cells.size(); i++) {
            var cell = row.createCell(i);
            cell.setCellStyle(style);
            cell.setCellValue(cells.get(i));
        }
    }
}
