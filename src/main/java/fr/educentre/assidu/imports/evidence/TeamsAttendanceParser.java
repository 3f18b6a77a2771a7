package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Person;
import fr.educentre.assidu.imports.evidence.SlotTimeResolver.Span;
import fr.educentre.assidu.imports.tables.TableRow;
import fr.educentre.assidu.imports.tables.TextTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Teams' attendance reports: one table (2021, English and French) or numbered sections (2022 and later). */
final class TeamsAttendanceParser implements TableFormat {

    private static final Pattern SECTION = Pattern.compile("\\s*([1-9])\\. \\S.*");
    private static final int AGGREGATED = 2;
    private static final int ACTIVITIES = 3;

    @Override
    public Optional<EvidenceFileContent> read(TextTable grid, EvidenceFileContext context) {
        List<Section> sections = sections(grid.rows());
        Section summary = sections.getFirst();
        Section activities = sections.stream()
                .filter(section -> section.number() == ACTIVITIES)
                .filter(section -> section.columns() != null)
                .findFirst()
                .orElse(null);
        Section people = sections.stream()
                .filter(section -> section.number() != ACTIVITIES && section.columns() != null)
                .findFirst()
                .orElse(null);
        Section table = activities != null ? activities : people;
        if (table == null || !teams(sections, table) || (sections.size() == 1 && signInSheet(grid.rows()))) {
            return Optional.empty();
        }
        ConnectionColumns columns = java.util.Objects.requireNonNull(table.columns());
        var connections = new ConnectionRows(context.times(columns.stay().utc()));
        String meetingId = summary(sections, summary, connections);
        Map<String, String> upns = people == null || people.columns() == null ? Map.of() : upns(people);
        for (TableRow row : table.rows()) {
            connection(row, columns, table.number() == AGGREGATED, upns, connections);
        }
        if (people != null && activities != null) {
            onlyAmongPeople(people, activities, upns, connections);
        }
        String format = table.number() == 0 ? "teams-report" : "teams-report-sections";
        return Optional.of(connections.understood(EvidenceSource.TEAMS, format, meetingId));
    }

    /** Somebody in the list of participants whose activities are missing was there all the same. */
    private static void onlyAmongPeople(
            Section people, Section activities, Map<String, String> upns, ConnectionRows connections) {
        ConnectionColumns columns = java.util.Objects.requireNonNull(people.columns());
        ConnectionColumns detailed = java.util.Objects.requireNonNull(activities.columns());
        Set<String> active = activities.rows().stream()
                .map(row -> row.cell(detailed.person().name()))
                .collect(Collectors.toSet());
        people.rows().stream()
                .filter(row -> !active.contains(row.cell(columns.person().name())))
                .forEach(row -> connection(row, columns, true, upns, connections));
    }

    /** @param number as printed, 0 before the first; @param columns null for lines of a label and a value */
    private record Section(
            int number, List<TableRow> head, @Nullable ConnectionColumns columns, List<TableRow> rows) {}

    private static List<Section> sections(List<TableRow> rows) {
        List<Section> sections = new ArrayList<>();
        int number = 0;
        List<TableRow> head = new ArrayList<>();
        ConnectionColumns columns = null;
        List<TableRow> body = new ArrayList<>();
        boolean first = false;
        for (TableRow row : rows) {
            var title = SECTION.matcher(row.cell(0));
            boolean alone = row.cells().stream().skip(1).allMatch(String::isBlank);
            if (alone && title.matches()) {
                sections.add(new Section(number, head, columns, body));
                number = Integer.parseInt(title.group(1));
                head = new ArrayList<>();
                columns = null;
                body = new ArrayList<>();
                first = true;
            } else if (!row.blank()) {
                if (columns != null) {
                    body.add(row);
                } else {
                    columns = ConnectionColumns.of(row)
                            .filter(ConnectionColumns::timed)
                            .orElse(null);
                    if (columns == null && first && number > 1) {
                        // a header in a language not known yet: its cells tell
                        columns = ColumnInference.columns(rows, row).orElse(null);
                    }
                    if (columns == null) {
                        head.add(row);
                    }
                }
                first = false;
            }
        }
        sections.add(new Section(number, head, columns, body));
        return sections;
    }

    /** A sheet may tell of arrivals and departures, as a report does; the whole class is not absent for it. */
    private static boolean signInSheet(List<TableRow> rows) {
        return rows.stream()
                .limit(20)
                .map(SignInColumns::of)
                .flatMap(Optional::stream)
                .anyMatch(SignInColumns::ofSheetOnly);
    }

    private static boolean teams(List<Section> sections, Section table) {
        ConnectionColumns columns = table.columns();
        return sections.size() > 1
                || (columns != null && columns.timed() && !columns.person().originalName());
    }

    private static @Nullable String summary(List<Section> sections, Section first, ConnectionRows connections) {
        Section summary = sections.stream()
                .filter(section -> section.number() == 1)
                .findFirst()
                .orElse(first);
        ParsedDateTime start = null;
        ParsedDateTime end = null;
        String id = null;
        for (TableRow row : summary.head()) {
            String label = TableRow.label(row.cell(0));
            ParsedDateTime value = ParsedDateTime.read(rest(row)).orElse(null);
            if (label.contains("meeting id") || label.equals("id de la reunion") || label.equals("id de reunion")) {
                id = row.cell(1).isBlank() ? null : row.cell(1);
            } else if (label.contains("start time") || label.contains("heure de debut")) {
                start = value;
            } else if (label.contains("end time") || label.contains("heure de fin")) {
                end = value;
            }
        }
        if (start != null && end != null) {
            connections.meeting(new Span(start, end, null));
        }
        return id;
    }

    /** A comma inside a date splits it where commas are the delimiter. */
    private static String rest(TableRow row) {
        return String.join(",", row.cells().subList(1, row.cells().size())).strip();
    }

    private static Map<String, String> upns(Section people) {
        Map<String, String> upns = new HashMap<>();
        ConnectionColumns columns = java.util.Objects.requireNonNull(people.columns());
        for (TableRow row : people.rows()) {
            String email = row.cell(columns.person().email());
            String upn = email.contains("@") ? email : row.cell(columns.person().upn());
            if (!upn.contains("@")) {
                // of a webinar, the address they registered with
                upn = row.cells().stream()
                        .skip(1)
                        .filter(cell -> cell.indexOf('@') > 0)
                        .findFirst()
                        .orElse("");
            }
            if (upn.contains("@")) {
                upns.merge(row.cell(columns.person().name()), upn, (a, b) -> a.equalsIgnoreCase(b) ? a : "");
            }
        }
        return upns;
    }

    private static void connection(
            TableRow row,
            ConnectionColumns columns,
            boolean aggregated,
            Map<String, String> upns,
            ConnectionRows connections) {
        String name = row.cell(columns.person().name());
        String email = row.cell(columns.person().email());
        if (!email.contains("@")) {
            String upn = row.cell(columns.person().upn());
            email = upn.contains("@") ? upn : upns.getOrDefault(name, "");
        }
        Person person = Person.of(null, email, name);
        if (!person.known()) {
            connections.skip(row.line(), "noPerson");
        } else {
            Map<String, Object> payload = new HashMap<>();
            payload.put("shownName", name);
            if (columns.quality().role() >= 0) {
                payload.put("role", row.cell(columns.quality().role()));
            }
            connections.add(row, columns, person, aggregated ? "aggregated" : null, payload);
        }
    }
}
