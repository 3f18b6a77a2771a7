package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.imports.evidence.EvidenceFileContent.NotUnderstood;
import fr.educentre.assidu.imports.tables.FileKind;
import fr.educentre.assidu.imports.tables.TableRefusal;
import fr.educentre.assidu.imports.tables.TextDecoder;
import fr.educentre.assidu.imports.tables.TextTable;
import java.util.List;
import java.util.Optional;

/** Bytes to what they tell, by content alone. Pure: no clock, no store, nothing thrown. */
final class EvidenceFileReader {

    private final BigBlueButtonDashboardParser dashboard = new BigBlueButtonDashboardParser();
    private final List<TableFormat> formats = List.of(
            new ZoomParticipantsParser(),
            new UnreadReportFormat(),
            new TeamsActionListParser(),
            new TeamsAttendanceParser(),
            new SignInSheetParser());

    EvidenceFileContent read(byte[] bytes, EvidenceFileContext context) {
        return read(bytes, context, SheetMappings.NONE);
    }

    /** @param mappings headings that a person explained before; these come before what is recognised by itself */
    EvidenceFileContent read(byte[] bytes, EvidenceFileContext context, SheetMappings mappings) {
        try {
            return switch (FileKind.of(bytes)) {
                case TEXT -> text(TextDecoder.decode(bytes), context, mappings);
                case WORKBOOK, LEGACY_WORKBOOK ->
                    EvidenceTables.ofWorkbook(bytes, table -> inSomeFormat(table, context, mappings))
                            .orElseGet(() -> NotUnderstood.because("workbook"));
                case PDF -> NotUnderstood.because("pdf");
                case PICTURE -> NotUnderstood.because("picture");
                case DOCUMENT -> NotUnderstood.because("document");
            };
        } catch (TableRefusal refusal) {
            return switch (refusal.reason()) {
                case BINARY -> NotUnderstood.because("unknown");
                case UNREADABLE_WORKBOOK -> NotUnderstood.because("workbook");
                case ROWS -> NotUnderstood.because("tooMany", EvidenceTables.MOST_ROWS);
                default -> new NotUnderstood(refusal.key(), refusal.arguments());
            };
        }
    }

    private EvidenceFileContent text(String text, EvidenceFileContext context, SheetMappings mappings) {
        if (text.isBlank()) {
            return NotUnderstood.because("empty");
        }
        if (text.stripLeading().startsWith("{")) {
            return dashboard.read(text, context);
        }
        return EvidenceTables.ofText(text, table -> inSomeFormat(table, context, mappings))
                .orElseGet(() -> NotUnderstood.because("unknown"));
    }

    private Optional<EvidenceFileContent> inSomeFormat(
            TextTable table, EvidenceFileContext context, SheetMappings mappings) {
        Optional<TextTable> mapped = SheetMapping.applied(table, mappings);
        if (mapped.isPresent()) {
            return new SignInSheetParser().read(mapped.get(), context);
        }
        for (TableFormat format : formats) {
            Optional<EvidenceFileContent> reading = format.read(table, context);
            if (reading.isPresent()) {
                return reading;
            }
        }
        return Optional.empty();
    }
}
