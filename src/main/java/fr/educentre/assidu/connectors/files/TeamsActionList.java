package fr.educentre.assidu.connectors.files;

import fr.educentre.assidu.connectors.files.FileReading.Person;
import fr.educentre.assidu.connectors.files.FileReading.Sighting;
import fr.educentre.assidu.connectors.files.FileReading.Skipped;
import fr.educentre.assidu.connectors.files.FileReading.Understood;
import fr.educentre.assidu.connectors.files.Grid.Row;
import fr.educentre.assidu.connectors.files.SlotTimes.Span;
import fr.educentre.assidu.connectors.files.Stamp.DayOrder;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.TraceKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Teams' list of 2020: a line for each arrival and departure, by name alone. */
final class TeamsActionList implements TableFormat {

    private static final Pattern JOINED = Pattern.compile("(joined|a rejoint|rejoint).*");
    private static final Pattern LEFT = Pattern.compile("(left|a quitte|quitte).*");

    @Override
    public Optional<FileReading> read(Grid grid, FileContext context) {
        List<Row> rows = grid.rows();
        int header = -1;
        for (int i = 0; i < Math.min(5, rows.size()) && header < 0; i++) {
            List<String> labels = rows.get(i).labels();
            boolean fits = labels.size() >= 3
                    && (labels.get(0).equals("full name") || labels.get(0).equals("nom complet"))
                    && labels.get(1).contains("action");
            header = fits ? i : -1;
        }
        return header < 0 ? Optional.empty() : Optional.of(list(rows.subList(header + 1, rows.size()), context));
    }

    private record Event(
            Row row, String name, String action, @Nullable Stamp at) {}

    private record Moment(Event event, Instant at) {}

    private static Understood list(List<Row> rows, FileContext context) {
        SlotTimes times = context.times(false);
        List<Event> events = new ArrayList<>();
        for (Row row : rows) {
            if (!row.blank()) {
                String stamp = String.join(
                        ",",
                        row.cells()
                                .subList(
                                        Math.min(2, row.cells().size()),
                                        row.cells().size()));
                events.add(new Event(
                        row,
                        row.cell(0),
                        Grid.label(row.cell(1)),
                        Stamp.read(stamp.strip()).orElse(null)));
            }
        }
        DayOrder order = times.order(
                events.stream().map(event -> new Span(event.at(), null, null)).toList());
        List<Skipped> skipped = new ArrayList<>();
        Map<String, List<Moment>> byName = new LinkedHashMap<>();
        Instant last = null;
        for (Event event : events) {
            Optional<Instant> at = times.instant(event.at(), order);
            if (event.name().isEmpty() || at.isEmpty()) {
                skipped.add(new Skipped(event.row().line(), event.name().isEmpty() ? "noPerson" : "unreadableTime"));
            } else if (!times.near(at.get())) {
                skipped.add(new Skipped(event.row().line(), "farFromSession"));
            } else {
                byName.computeIfAbsent(event.name(), name -> new ArrayList<>()).add(new Moment(event, at.get()));
                last = last == null || at.get().isAfter(last) ? at.get() : last;
            }
        }
        List<Sighting> sightings = new ArrayList<>();
        Instant whenOpen = last == null || last.isBefore(context.slot().to())
                ? context.slot().to()
                : last;
        byName.forEach((name, moments) -> pair(name, moments, whenOpen, sightings, skipped));
        return new Understood(EvidenceSource.TEAMS, "teams-actions", null, sightings, skipped, last, false);
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
                skipped.add(new Skipped(line, "leftOnly"));
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
