package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Person;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Reach;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Sighting;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Skipped;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Understood;
import fr.educentre.assidu.imports.evidence.ParsedDateTime.DayOrder;
import fr.educentre.assidu.imports.evidence.SlotTimeResolver.Span;
import fr.educentre.assidu.imports.tables.TableRow;
import fr.educentre.assidu.imports.tables.TextTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Teams' list of 2020, and the file of a live event: a line for each arrival and departure, by name alone. */
final class TeamsActionListParser implements TableFormat {

    private static final Pattern JOINED = Pattern.compile("(joined|a rejoint|rejoint).*");
    private static final Pattern LEFT = Pattern.compile("(left|a quitte|quitte).*");

    private static final Pattern NAME =
            Pattern.compile("full ?name|nom complet|.*\\bname|nombre completo|nome completo");
    private static final Pattern ACTION = Pattern.compile(".*(action|aktion|accion|azione|acao).*");

    /**
     * Where things stand: the list has a name, an action and a time, a live event's file more.
     *
     * @param who what tells one person's lines from another's
     * @param action -1 where arrivals and departures just alternate
     */
    private record Layout(int header, int name, int who, int action, int time, boolean live) {

        static Optional<Layout> of(List<TableRow> rows) {
            for (int i = 0; i < Math.min(5, rows.size()); i++) {
                List<String> labels = rows.get(i).labels();
                int utc = labels.indexOf("utceventtimestamp");
                int person = Math.max(labels.indexOf("participantid"), labels.indexOf("participant id"));
                int name = Math.max(labels.indexOf("fullname"), labels.indexOf("full name"));
                if (utc >= 0 && person >= 0 && name >= 0) {
                    return Optional.of(new Layout(i, name, person, labels.indexOf("action"), utc, true));
                }
                if (labels.size() >= 3
                        && NAME.matcher(labels.get(0)).matches()
                        && ACTION.matcher(labels.get(1)).matches()) {
                    return Optional.of(new Layout(i, 0, 0, 1, 2, false));
                }
            }
            return Optional.empty();
        }

        /** In the list the time is what is left of the line: its comma splits it where commas are the delimiter. */
        Event event(TableRow row) {
            int from = Math.min(time, row.cells().size());
            String stamp = live
                    ? row.cell(time)
                    : String.join(",", row.cells().subList(from, row.cells().size()));
            return new Event(
                    row,
                    row.cell(name),
                    row.cell(who).isEmpty() ? row.cell(name) : row.cell(who),
                    TableRow.label(row.cell(action)),
                    ParsedDateTime.read(stamp.strip()).orElse(null));
        }
    }

    @Override
    public Optional<EvidenceFileContent> read(TextTable grid, EvidenceFileContext context) {
        List<TableRow> rows = grid.rows();
        return Layout.of(rows).map(layout -> list(layout, rows.subList(layout.header() + 1, rows.size()), context));
    }

    private record Event(
            TableRow row,
            String name,
            String who,
            String action,
            @Nullable ParsedDateTime at) {}

    private record Moment(Event event, Instant at) {}

    private static Understood list(Layout layout, List<TableRow> rows, EvidenceFileContext context) {
        SlotTimeResolver times = context.times(layout.live());
        List<Event> events =
                rows.stream().filter(row -> !row.blank()).map(layout::event).toList();
        DayOrder order = times.order(
                events.stream().map(event -> new Span(event.at(), null, null)).toList());
        List<Skipped> skipped = new ArrayList<>();
        Map<String, List<Moment>> byName = new LinkedHashMap<>();
        Instant first = null;
        Instant last = null;
        for (Event event : events) {
            Optional<Instant> at = times.instant(event.at(), order);
            if (event.name().isEmpty() || at.isEmpty()) {
                skipped.add(new Skipped(event.row().line(), event.name().isEmpty() ? "noPerson" : "unreadableTime"));
            } else if (!times.near(at.get())) {
                skipped.add(new Skipped(event.row().line(), "farFromSession"));
            } else {
                byName.computeIfAbsent(event.who(), who -> new ArrayList<>()).add(new Moment(event, at.get()));
                first = first == null || at.get().isBefore(first) ? at.get() : first;
                last = last == null || at.get().isAfter(last) ? at.get() : last;
            }
        }
        List<Sighting> sightings = new ArrayList<>();
        Instant whenOpen = last == null || last.isBefore(context.slot().to())
                ? context.slot().to()
                : last;
        byName.forEach(
                (who, moments) -> pair(moments.getFirst().event().name(), moments, whenOpen, sightings, skipped));
        String format = layout.live() ? "teams-live-event" : "teams-actions";
        return new Understood(
                EvidenceSource.TEAMS,
                format,
                null,
                sightings,
                skipped,
                first == null || last == null ? null : new Reach(first, last),
                false);
    }

    /** Arrivals with the departures that follow; no last departure: open until the end, and flagged. */
    private static void pair(
            String name, List<Moment> moments, Instant whenOpen, List<Sighting> sightings, List<Skipped> skipped) {
        List<Moment> inOrder = new ArrayList<>(moments);
        inOrder.sort(Comparator.comparing(Moment::at));
        Person person = Person.of(null, null, name);
        Moment arrival = null;
        for (Moment moment : inOrder) {
            String action = moment.event().action();
            boolean left = LEFT.matcher(action).matches()
                    || (arrival != null && !JOINED.matcher(action).matches());
            int line = moment.event().row().line();
            if (!left) {
                arrival = arrival == null ? moment : arrival;
            } else if (arrival == null) {
                sightings.add(new Sighting(
                        line, person, TraceKind.SEEN, null, moment.at(), Map.of("shownName", name, "why", "noJoin")));
            } else if (moment.at().isAfter(arrival.at())) {
                sightings.add(sighting(person, arrival, moment.at(), Map.of("shownName", name)));
                arrival = null;
            }
        }
        if (arrival != null && whenOpen.isAfter(arrival.at())) {
            sightings.add(sighting(person, arrival, whenOpen, Map.of("shownName", name, "implicitEnd", true)));
        }
    }

    private static Sighting sighting(Person person, Moment arrival, Instant to, Map<String, Object> payload) {
        return new Sighting(arrival.event().row().line(), person, TraceKind.INTERVAL, arrival.at(), to, payload);
    }
}
