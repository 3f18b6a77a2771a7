package fr.educentre.assidu.documents.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** CSV as French spreadsheets open it: UTF-8 with its mark, semicolons. The first column tells sessions from totals. */
final class CsvSink implements ReportSink {

    private static final List<String> COLUMNS = List.of(
            "line",
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

    private final ReportTexts words;
    private final CSVPrinter printer;

    CsvSink(ReportTexts words, OutputStream out) throws IOException {
        this.words = words;
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\ufeff');
        printer = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setRecordSeparator("\r\n")
                .get()
                .print(writer);
        printer.printRecord(COLUMNS.stream().map(words::column).toList());
    }

    @Override
    public void row(ReportRow row) throws IOException {
        printer.printRecord(
                words.get("line.session"),
                row.day(),
                words.halfDay(row),
                row.start(),
                row.end(),
                SpreadsheetEscaping.of(row.group()),
                SpreadsheetEscaping.of(row.learnerKey()),
                SpreadsheetEscaping.of(row.lastName()),
                SpreadsheetEscaping.of(row.firstName()),
                SpreadsheetEscaping.of(row.session()),
                SpreadsheetEscaping.of(row.module()),
                words.label("modality", row.modality()),
                SpreadsheetEscaping.of(row.trainer()),
                words.label("status", row.status()),
                words.label("justification", row.justification()),
                row.taughtMinutes(),
                row.observedMinutes(),
                row.creditedMinutes(),
                row.lateMinutes(),
                row.earlyMinutes(),
                words.sources(row),
                SpreadsheetEscaping.of(words.decidedBy(row)),
                SpreadsheetEscaping.of(row.funders()));
    }

    @Override
    public void totals(ReportTotals totals) throws IOException {
        printer.printRecord(
                words.get("line.total"),
                "",
                "",
                "",
                "",
                "",
                SpreadsheetEscaping.of(totals.learnerKey),
                SpreadsheetEscaping.of(totals.lastName),
                SpreadsheetEscaping.of(totals.firstName),
                totals.sessions,
                "",
                "",
                "",
                "",
                "",
                totals.taught,
                totals.observed,
                totals.credited,
                totals.late,
                totals.early,
                "",
                "",
                "");
    }

    @Override
    public void end() throws IOException {
        printer.flush();
    }
}
