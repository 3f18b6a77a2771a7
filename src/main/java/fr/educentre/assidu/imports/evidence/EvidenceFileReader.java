package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.imports.evidence.EvidenceFileContent.NotUnderstood;
import java.util.List;
import java.util.Optional;

/** Bytes to what they tell, by content alone. Pure: no clock, no store, nothing thrown. */
final class EvidenceFileReader {

    private static final char[] DELIMITERS = {'\t', ';', ','};
    private static final double MOST_CONTROL = 0.02;
    private static final int MOST_CHARACTERS = 20 * 1024 * 1024;

    private final BigBlueButtonDashboardParser dashboard = new BigBlueButtonDashboardParser();
    private final List<TableFormat> formats = List.of(
            new ZoomParticipantsParser(),
            new TeamsActionListParser(),
            new TeamsAttendanceParser(),
            new SignInSheetParser());

    EvidenceFileContent read(byte[] bytes, EvidenceFileContext context) {
        return read(bytes, context, SheetMappings.NONE);
    }

    /** @param mappings headings that a person explained before; these come before what is recognised by itself */
    EvidenceFileContent read(byte[] bytes, EvidenceFileContext context, SheetMappings mappings) {
        Optional<String> notText = TextDecoder.notText(bytes);
        if (notText.isPresent()) {
            return WorkbookText.firstSheet(bytes)
                    .flatMap(grid -> inSomeFormat(grid, context, mappings))
                    .orElseGet(() -> NotUnderstood.because(notText.get()));
        }
        String text = TextDecoder.decode(bytes);
        if (text.isBlank()) {
            return NotUnderstood.because("empty");
        }
        if (text.length() > MOST_CHARACTERS || binary(text)) {
            return NotUnderstood.because("unknown");
        }
        if (text.stripLeading().startsWith("{")) {
            return dashboard.read(text, context);
        }
        boolean tooLong = false;
        for (char delimiter : DELIMITERS) {
            if (text.indexOf(delimiter) < 0) {
                continue;
            }
            Optional<DelimitedText> grid = DelimitedText.of(text, delimiter);
            tooLong |= grid.isEmpty();
            Optional<EvidenceFileContent> reading = grid.flatMap(rows -> inSomeFormat(rows, context, mappings));
            if (reading.isPresent()) {
                return reading.get();
            }
        }
        return tooLong ? NotUnderstood.because("tooMany", DelimitedText.MOST_ROWS) : NotUnderstood.because("unknown");
    }

    private Optional<EvidenceFileContent> inSomeFormat(
            DelimitedText grid, EvidenceFileContext context, SheetMappings mappings) {
        Optional<DelimitedText> mapped = SheetMapping.applied(grid, mappings);
        if (mapped.isPresent()) {
            return new SignInSheetParser().read(mapped.get(), context);
        }
        for (TableFormat format : formats) {
            Optional<EvidenceFileContent> reading = format.read(grid, context);
            if (reading.isPresent()) {
                return reading;
            }
        }
        return Optional.empty();
    }

    private static boolean binary(String text) {
        long control = text.chars()
                .limit(20_000)
                .filter(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r')
                .count();
        return control > Math.min(text.length(), 20_000) * MOST_CONTROL;
    }
}
