package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Person;
import fr.educentre.assidu.imports.evidence.SlotTimeResolver.Span;
import fr.educentre.assidu.imports.tables.TableRow;
import fr.educentre.assidu.imports.tables.TextTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Zoom's usage report of participants (old, new, unique users, webinar; English and French). */
final class ZoomParticipantsParser implements TableFormat {

    private static final Set<String> YES = Set.of("yes", "oui", "true", "1");
    private static final Set<String> NO = Set.of("no", "non", "false", "0");
    private static final Set<String> ID_LABELS = Set.of(
            "meeting id",
            "webinar id",
            "id",
            "n° de reunion",
            "no de reunion",
            "numero de reunion",
            "id de reunion",
            "id de la reunion",
            "id du webinaire");
    private static final Set<String> BLOCK_LABELS =
            Set.of("topic", "sujet", "meeting id", "n° de reunion", "no de reunion", "numero de reunion");

    @Override
    public Optional<EvidenceFileContent> read(TextTable grid, EvidenceFileContext context) {
        List<TableRow> rows = grid.rows();
        boolean zoom = rows.stream()
                .limit(200)
                .map(ConnectionColumns::of)
                .flatMap(Optional::stream)
                .anyMatch(columns -> columns.person().originalName());
        if (!zoom) {
            return Optional.empty();
        }
        var connections = new ConnectionRows(context.times(false));
        String meetingId = null;
        ConnectionColumns columns = null;
        boolean uniqueUsers = false;
        for (int i = 0; i < rows.size(); i++) {
            TableRow row = rows.get(i);
            // those who came by telephone to a webinar have a table without original names
            Optional<ConnectionColumns> header = ConnectionColumns.of(row);
            if (row.blank() || title(row, columns)) {
                columns = null;
            } else if (header.isPresent()) {
                columns = header.get();
                uniqueUsers = row.labels().stream()
                        .anyMatch(label -> label.startsWith("total duration") || label.startsWith("duree totale"));
            } else if (columns != null) {
                connection(row, columns, uniqueUsers, connections);
            } else if (i + 1 < rows.size()) {
                String id = meetingBlock(row, rows.get(i + 1), connections);
                meetingId = meetingId == null ? id : meetingId;
            }
        }
        return Optional.of(connections.understood(EvidenceSource.ZOOM, "zoom-participants", meetingId));
    }

    /** Of a sub-table; a spreadsheet that saved the file again filled its line with empty cells. */
    private static boolean title(TableRow row, @Nullable ConnectionColumns table) {
        boolean alone = row.cells().stream().skip(1).allMatch(String::isBlank);
        return row.cells().size() == 1
                || (alone && (table == null || table.person().name() != 0));
    }

    private static void connection(
            TableRow row, ConnectionColumns columns, boolean uniqueUsers, ConnectionRows connections) {
        Person person = Person.of(
                null,
                row.cell(columns.person().email()),
                ParticipantNameCell.original(row.cell(columns.person().name())));
        if (!person.known()) {
            connections.skip(row.line(), "noPerson");
        } else if (is(YES, row.cell(columns.quality().waitingRoom()))) {
            connections.waited(
                    row, person, Map.of("shownName", row.cell(columns.person().name())));
        } else if (is(NO, row.cell(columns.quality().attended()))) {
            connections.skip(row.line(), "didNotAttend");
        } else {
            Map<String, Object> payload = new HashMap<>();
            payload.put("shownName", row.cell(columns.person().name()));
            if (columns.quality().guest() >= 0) {
                payload.put("guest", is(YES, row.cell(columns.quality().guest())));
            }
            connections.add(row, columns, person, uniqueUsers ? "aggregatedUsers" : null, payload);
        }
    }

    /** The meeting's number, and its times, from the block above the participants. */
    private static @Nullable String meetingBlock(TableRow header, TableRow values, ConnectionRows connections) {
        List<String> labels = header.labels();
        String id = null;
        ParsedDateTime start = null;
        ParsedDateTime end = null;
        if (labels.stream().noneMatch(BLOCK_LABELS::contains)) {
            return null;
        }
        for (int i = 0; i < labels.size(); i++) {
            String label = labels.get(i);
            if (ID_LABELS.contains(label)) {
                id = values.cell(i);
            } else if (label.contains("start time") || label.startsWith("heure de debut")) {
                start = ParsedDateTime.read(values.cell(i)).orElse(null);
            } else if (label.contains("end time") || label.startsWith("heure de fin")) {
                end = ParsedDateTime.read(values.cell(i)).orElse(null);
            }
        }
        if (start != null && end != null) {
            connections.meeting(new Span(start, end, null));
        }
        return id == null || id.isBlank() ? null : id;
    }

    private static boolean is(Set<String> words, String cell) {
        return words.contains(TableRow.label(cell));
    }
}
