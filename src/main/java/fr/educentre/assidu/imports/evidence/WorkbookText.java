package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.imports.evidence.DelimitedText.Row;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The first sheet of a workbook as the rows a CSV would hold; formulas by their stored values. */
final class WorkbookText {

    private static final long MOST_UNPACKED = 40L * 1024 * 1024;
    private static final int MOST_CELLS = 100;

    private WorkbookText() {}

    /** Empty when it is no workbook, or more than one person can have filled in. */
    static Optional<DelimitedText> firstSheet(byte[] bytes) {
        if (bytes.length < 4 || bytes[0] != 'P' || bytes[1] != 'K' || swells(bytes)) {
            return Optional.empty();
        }
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            var sheet = workbook.getSheetAt(0);
            if (sheet.getPhysicalNumberOfRows() > DelimitedText.MOST_ROWS) {
                return Optional.empty();
            }
            List<Row> rows = new ArrayList<>();
            sheet.forEach(row -> {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < Math.min(row.getLastCellNum(), MOST_CELLS); i++) {
                    Cell cell = row.getCell(i);
                    cells.add(cell == null ? "" : text(cell).strip());
                }
                rows.add(new Row(row.getRowNum() + 1, List.copyOf(cells)));
            });
            return Optional.of(new DelimitedText(rows));
        } catch (IOException | RuntimeException e) {
            // whatever the library finds wrong with it, it is no workbook to us
            return Optional.empty();
        }
    }

    private static boolean swells(byte[] bytes) {
        byte[] buffer = new byte[8192];
        long unpacked = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            while (zip.getNextEntry() != null) {
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > MOST_UNPACKED) {
                        return true;
                    }
                }
            }
            return false;
        } catch (IOException | IllegalArgumentException e) {
            return true;
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
        if (!DateUtil.isCellDateFormatted(cell)) {
            return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        }
        LocalDateTime moment = DateUtil.getLocalDateTime(value, false, true);
        if (value < 1) {
            return moment.toLocalTime().toString();
        }
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString();
    }
}
