package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.shell.SpreadsheetEscaping;
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
                row.slot().day(),
                words.halfDay(row),
                row.slot().start(),
                row.slot().end(),
                SpreadsheetEscaping.of(row.session().group()),
                SpreadsheetEscaping.of(row.learner().key()),
                SpreadsheetEscaping.of(row.learner().lastName()),
                SpreadsheetEscaping.of(row.learner().firstName()),
                SpreadsheetEscaping.of(row.session().title()),
                SpreadsheetEscaping.of(row.session().module()),
                words.label("modality", row.session().modality()),
                SpreadsheetEscaping.of(row.session().trainer()),
                words.label("status", row.outcome().status()),
                words.label("justification", row.outcome().justification()),
                row.minutes().taught(),
                row.minutes().observed(),
                row.minutes().credited(),
                row.minutes().late(),
                row.minutes().early(),
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
