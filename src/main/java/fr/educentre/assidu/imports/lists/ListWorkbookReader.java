package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.shell.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The first sheet of a workbook, its cells as the text a CSV would hold; formulas by their stored values. */
final class ListWorkbookReader {

    /** Unpacked; some 50,000 lines. */
    private static final long MAX_UNPACKED = 40L * 1024 * 1024;

    private ListWorkbookReader() {}

    static List<ListCsvReader.Row> read(byte[] content) {
        refuseBomb(content);
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            List<ListCsvReader.Row> rows = new ArrayList<>();
            for (Row row : workbook.getSheetAt(0)) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < row.getLastCellNum(); i++) {
                    Cell cell = row.getCell(i);
                    cells.add(cell == null ? "" : text(cell).strip());
                }
                rows.add(new ListCsvReader.Row(row.getRowNum() + 1, cells));
            }
            return rows;
        } catch (IOException | RuntimeException e) {
            throw Refusal.invalid("refusal.roster.workbook");
        }
    }

    private static void refuseBomb(byte[] content) {
        byte[] buffer = new byte[8192];
        long unpacked = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            while (zip.getNextEntry() != null) {
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > MAX_UNPACKED) {
                        throw Refusal.invalid("refusal.roster.bomb");
                    }
                }
            }
        } catch (IOException e) {
            throw Refusal.invalid("refusal.roster.workbook");
        }
    }

    private static String text(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> cell.getStringCellValue();
            case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
            case NUMERIC -> number(cell);
            default -> "";
        };
    }

    private static String number(Cell cell) {
        double value = cell.getNumericCellValue();
        if (DateUtil.isCellDateFormatted(cell)) {
            LocalDateTime moment = DateUtil.getLocalDateTime(value, false, true);
            if (value < 1) {
                return moment.toLocalTime().toString();
            }
            return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? moment.toLocalDate().toString()
                    : moment.toString();
        }
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
