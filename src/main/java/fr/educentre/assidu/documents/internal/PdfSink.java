package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.documents.internal.DocumentLetters.Fallback;
import fr.educentre.assidu.training.OrganisationInfo;
import java.awt.Color;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openpdf.text.Chunk;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/** A landscape table written page by page, each with its header: only the rows of a page are in memory. */
final class PdfSink implements ReportSink {

    private static final List<String> COLUMNS = List.of(
            "date",
            "start",
            "group",
            "lastName",
            "session",
            "modality",
            "trainer",
            "status",
            "taught",
            "observed",
            "credited",
            "late",
            "early",
            "source",
            "decidedBy");
    private static final float[] WIDTHS = {
        7.2f, 6.6f, 9f, 13f, 16f, 8f, 10f, 10.5f, 6.4f, 6.4f, 6f, 5.6f, 6.4f, 8.5f, 10f
    };
    private static final Color HEADER = new Color(0xE6, 0xED, 0xF4);
    private static final Color TOTAL = new Color(0xF2, 0xF5, 0xF8);
    private static final Color LINE = new Color(0xB7, 0xC1, 0xCB);

    private final ReportTexts words;
    private final DocumentLetters letters;
    private final Map<String, Font> fonts = new HashMap<>();
    private final BaseFont regular = DocumentFonts.regular();
    private final Font plain = new Font(regular, 6.3f);
    private final Font bold = new Font(DocumentFonts.bold(), 6.3f);
    private final Document document = new Document(PageSize.A4.rotate(), 24, 24, 26, 34);
    private final PdfWriter writer;
    private final List<PdfPCell> line = new ArrayList<>();
    private PdfPTable table;
    private float room;
    private boolean empty = true;

    PdfSink(ReportTexts words, DocumentLetters letters, OrganisationInfo organisation, String scope, OutputStream out) {
        this.words = words;
        this.letters = letters;
        writer = PdfWriter.getInstance(document, out);
        writer.setCloseStream(false);
        writer.setPageEvent(new PageNumbers());
        document.addTitle(words.get("title"));
        document.addAuthor(organisation.name());
        document.addCreator("Assidu");
        document.setDocumentLanguage(words.locale().getLanguage());
        document.open();
        document.add(new Paragraph(words.get("title"), new Font(DocumentFonts.bold(), 14)));
        document.add(new Paragraph(phrase(
                organisation.name() + " – SIRET " + organisation.registration().siret() + " – NDA "
                        + organisation.registration().nda(),
                new Font(regular, 8))));
        var about = new Paragraph(scope, new Font(regular, 8));
        about.setSpacingAfter(6);
        document.add(about);
        table = page();
    }

    @Override
    public void row(ReportRow row) {
        empty = false;
        text(FrenchDocumentFormat.date(row.slot().day()) + "\n" + words.halfDay(row));
        text(row.slot().start() + " – " + row.slot().end());
        text(row.session().group());
        text(row.learner().lastName() + " " + row.learner().firstName());
        text(
                row.session().module() == null
                        ? row.session().title()
                        : row.session().title() + "\n" + row.session().module());
        text(words.label("modality", row.session().modality()));
        text(row.session().trainer());
        text(
                row.outcome().justification() == null
                        ? words.label("status", row.outcome().status())
                        : words.label("status", row.outcome().status()) + "\n"
                                + words.label("justification", row.outcome().justification()));
        figure(row.minutes().taught());
        figure(row.minutes().observed());
        figure(row.minutes().credited());
        figure(row.minutes().late());
        figure(row.minutes().early());
        text(words.sources(row));
        text(words.decidedBy(row));
        written();
    }

    @Override
    public void totals(ReportTotals sums) {
        var name = cell(
                words.get("line.total") + " – " + sums.lastName + " " + sums.firstName + " (" + sums.sessions + ")",
                bold,
                Element.ALIGN_LEFT);
        name.setColspan(8);
        name.setBackgroundColor(TOTAL);
        line.add(name);
        for (long value : new long[] {sums.taught, sums.observed, sums.credited, sums.late, sums.early}) {
            var cell = cell(String.valueOf(value), bold, Element.ALIGN_RIGHT);
            cell.setBackgroundColor(TOTAL);
            line.add(cell);
        }
        var hours = cell(FrenchDocumentFormat.decimalHours(sums.credited) + "\u00a0h", bold, Element.ALIGN_LEFT);
        hours.setColspan(2);
        hours.setBackgroundColor(TOTAL);
        line.add(hours);
        written();
    }

    @Override
    public void end() {
        if (empty) {
            document.add(new Paragraph(words.get("empty"), new Font(regular, 9)));
        } else {
            document.add(table);
        }
        document.close();
    }

    /** The line goes to the page if it fits, otherwise to the next one. */
    private void written() {
        line.forEach(table::addCell);
        if (table.getTotalHeight() > room) {
            table.deleteLastRow();
            document.add(table);
            document.newPage();
            table = page();
            line.forEach(table::addCell);
        }
        line.clear();
    }

    private PdfPTable page() {
        room = writer.getVerticalPosition(true) - document.bottom();
        var made = new PdfPTable(WIDTHS);
        made.setTotalWidth(document.right() - document.left());
        made.setLockedWidth(true);
        for (String column : COLUMNS) {
            var cell = cell(words.column(column), bold, Element.ALIGN_LEFT);
            cell.setBackgroundColor(HEADER);
            made.addCell(cell);
        }
        return made;
    }

    private void text(String value) {
        line.add(cell(value, plain, Element.ALIGN_LEFT));
    }

    private void figure(long value) {
        line.add(cell(String.valueOf(value), plain, Element.ALIGN_RIGHT));
    }

    /** Letters that the main font lacks by one that has them. */
    private Phrase phrase(String value, Font font) {
        var phrase = new Phrase();
        for (LetterRuns.Run run : new LetterRuns(letters).of(FrenchDocumentFormat.composed(value))) {
            Fallback fallback = run.fallback();
            phrase.add(new Chunk(
                    run.text(),
                    fallback == null
                            ? font
                            : fonts.computeIfAbsent(
                                    fallback.file() + " " + font.getSize(),
                                    name -> new Font(fallback.font(), font.getSize()))));
        }
        return phrase;
    }

    private PdfPCell cell(String value, Font font, int alignment) {
        var cell = new PdfPCell(phrase(value, font));
        cell.setHorizontalAlignment(alignment);
        cell.setBorderColor(LINE);
        cell.setBorderWidth(0.4f);
        cell.setPadding(2f);
        return cell;
    }

    /** Page x / y: y is filled in when the last page is known. */
    private final class PageNumbers extends PdfPageEventHelper {

        private static final float SIZE = 7.5f;
        private @org.jspecify.annotations.Nullable PdfTemplate pages;

        @Override
        public void onOpenDocument(PdfWriter writer, Document opened) {
            pages = writer.getDirectContent().createTemplate(40, 12);
        }

        @Override
        public void onEndPage(PdfWriter writer, Document ending) {
            var canvas = writer.getDirectContent();
            String text = words.get("page", String.valueOf(writer.getPageNumber()));
            float x = ending.right() - regular.getWidthPoint(text, SIZE) - 30;
            canvas.beginText();
            canvas.setFontAndSize(regular, SIZE);
            canvas.setTextMatrix(x, 18);
            canvas.showText(text);
            canvas.endText();
            if (pages != null) {
                canvas.addTemplate(pages, x + regular.getWidthPoint(text, SIZE), 18);
            }
        }

        @Override
        public void onCloseDocument(PdfWriter writer, Document closing) {
            if (pages != null) {
                pages.beginText();
                pages.setFontAndSize(regular, SIZE);
                pages.showText(String.valueOf(writer.getPageNumber() - 1));
                pages.endText();
            }
        }
    }
}
