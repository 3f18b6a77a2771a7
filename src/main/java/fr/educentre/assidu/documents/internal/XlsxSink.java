package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.shell.SpreadsheetEscaping;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** A workbook of two sheets, rows and totals, of which only a window of rows is ever in memory. */
final class XlsxSink implements ReportSink {

    private static final int WINDOW = 100;
    private static final int LAST_ROW = 1_048_575;
    private static final double MINUTES_A_DAY = 1440;
    private static final List<String> COLUMNS = List.of(
            "date",
            "halfDay",
            "start",
            "end",
            "group",
            "learnerKey",
            "lastName",
            "firstName",
            "session",
            "module",
            "modality",
            "trainer",
            "status",
            "justification",
            "taught",
            "observed",
            "credited",
            "late",
            "early",
            "source",
            "decidedBy",
            "funder");
    private static final int[] WIDTHS = {
        12, 13, 8, 8, 22, 14, 18, 16, 30, 30, 15, 20, 18, 20, 12, 12, 12, 10, 12, 20, 28, 30
    };
    private static final List<String> TOTALS = List.of(
            "learnerKey",
            "lastName",
            "firstName",
            "sessions",
            "awaiting",
            "taught",
            "observed",
            "credited",
            "late",
            "early",
            "taughtHours",
            "observedHours",
            "creditedHours");
    private static final int[] TOTAL_WIDTHS = {14, 20, 18, 10, 12, 12, 12, 12, 10, 12, 14, 14, 14};

    private final ReportTexts words;
    private final OutputStream out;
    private final SXSSFWorkbook workbook = new SXSSFWorkbook(WINDOW);
    private final CellStyle header;
    private final CellStyle date;
    private final CellStyle time;
    private final CellStyle duration;
    private final Sheet totals;
    private Sheet sheet;
    private int sheets = 1;
    private int nextRow = 1;
    private int nextTotal = 1;

    XlsxSink(ReportTexts words, OutputStream out) {
        this.words = words;
        this.out = out;
        workbook.setCompressTempFiles(true);
        header = workbook.createCellStyle();
        var bold = workbook.createFont();
        bold.setBold(true);
        header.setFont(bold);
        header.setFillForegroundColor(IndexedColors.PALE_BLUE.getIndex());
        header.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        header.setWrapText(true);
        date = formatted("dd/mm/yyyy");
        time = formatted("hh:mm");
        duration = formatted("[h]:mm");
        sheet = sheet(words.get("sheet"), COLUMNS, WIDTHS);
        totals = sheet(words.get("totals"), TOTALS, TOTAL_WIDTHS);
    }

    @Override
    public void row(ReportRow row) {
        if (nextRow > LAST_ROW) {
            finish(sheet, nextRow, COLUMNS.size());
            sheets++;
            sheet = sheet(words.get("sheet") + " " + sheets, COLUMNS, WIDTHS);
            nextRow = 1;
        }
        var line = new Line(sheet.createRow(nextRow++));
        line.styled(date).setCellValue(row.slot().day());
        line.text(words.halfDay(row));
        line.styled(time).setCellValue(row.slot().start().toSecondOfDay() / 60 / MINUTES_A_DAY);
        line.styled(time).setCellValue(row.slot().end().toSecondOfDay() / 60 / MINUTES_A_DAY);
        line.text(row.session().group());
        line.text(row.learner().key());
        line.text(row.learner().lastName());
        line.text(row.learner().firstName());
        line.text(row.session().title());
        line.text(row.session().module());
        line.text(words.label("modality", row.session().modality()));
        line.text(row.session().trainer());
        line.text(words.label("status", row.outcome().status()));
        line.text(words.label("justification", row.outcome().justification()));
        line.number(row.minutes().taught());
        line.number(row.minutes().observed());
        line.number(row.minutes().credited());
        line.number(row.minutes().late());
        line.number(row.minutes().early());
        line.text(words.sources(row));
        line.text(words.decidedBy(row));
        line.text(row.funders());
    }

    @Override
    public void totals(ReportTotals sums) {
        var line = new Line(totals.createRow(nextTotal++));
        line.text(sums.learnerKey);
        line.text(sums.lastName);
        line.text(sums.firstName);
        for (long value : new long[] {
            sums.sessions, sums.awaiting, sums.taught, sums.observed, sums.credited, sums.late, sums.early
        }) {
            line.number(value);
        }
        for (long minutes : new long[] {sums.taught, sums.observed, sums.credited}) {
            line.styled(duration).setCellValue(minutes / MINUTES_A_DAY);
        }
    }

    @Override
    public void end() throws IOException {
        try (workbook) {
            finish(sheet, nextRow, COLUMNS.size());
            finish(totals, nextTotal, TOTALS.size());
            workbook.write(out);
        }
    }

    private Sheet sheet(String name, List<String> columns, int[] widths) {
        var made = workbook.createSheet(name);
        made.createFreezePane(0, 1);
        var row = made.createRow(0);
        for (int i = 0; i < columns.size(); i++) {
            made.setColumnWidth(i, widths[i] * 256);
            var cell = row.createCell(i);
            cell.setCellStyle(header);
            cell.setCellValue(words.column(columns.get(i)));
        }
        return made;
    }

    private static void finish(Sheet sheet, int rows, int columns) {
        sheet.setAutoFilter(new CellRangeAddress(0, Math.max(rows - 1, 0), 0, columns - 1));
    }

    private CellStyle formatted(String format) {
        var style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    private static final class Line {

        private final Row row;
        private int next;

        Line(Row row) {
            this.row = row;
        }

        void text(@Nullable String value) {
            var cell = row.createCell(next++);
            if (value != null && !value.isEmpty()) {
                cell.setCellValue(SpreadsheetEscaping.of(value));
            }
        }

        void number(long value) {
            row.createCell(next++).setCellValue(value);
        }

        Cell styled(CellStyle style) {
            var cell = row.createCell(next++);
            cell.setCellStyle(style);
            return cell;
        }
    }
}
