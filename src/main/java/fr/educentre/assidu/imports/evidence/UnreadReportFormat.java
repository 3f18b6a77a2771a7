package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.imports.evidence.EvidenceFileContent.NotUnderstood;
import fr.educentre.assidu.imports.tables.TableRow;
import fr.educentre.assidu.imports.tables.TextTable;
import java.util.Optional;
import java.util.Set;

/**
 * Reports that look like those of Teams or like a sign-in sheet and are neither: BigBlueButton's dashboard saved as a
 * table, and Zoom's report with the meeting on each line. Nobody is taken for absent because of them.
 */
final class UnreadReportFormat implements TableFormat {

    private static final int HEADER_WITHIN = 20;
    private static final Set<String> OF_THEIRS =
            Set.of("talk time", "temps de parole", "webcam time", "temps de webcam", "topic", "sujet");

    @Override
    public Optional<EvidenceFileContent> read(TextTable table, EvidenceFileContext context) {
        boolean theirs = table.rows().stream()
                .limit(HEADER_WITHIN)
                .filter(row -> ConnectionColumns.of(row)
                        .filter(ConnectionColumns::timed)
                        .isPresent())
                .map(TableRow::labels)
                .anyMatch(labels -> labels.stream().anyMatch(OF_THEIRS::contains));
        return theirs ? Optional.of(NotUnderstood.because("unknown")) : Optional.empty();
    }
}
