package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Person;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Reach;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Sighting;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Skipped;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Understood;
import fr.educentre.assidu.imports.evidence.ParsedDateTime.DayOrder;
import fr.educentre.assidu.imports.evidence.SlotTimeResolver.Interval;
import fr.educentre.assidu.imports.evidence.SlotTimeResolver.Span;
import fr.educentre.assidu.imports.tables.TableRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Connections as written, gathered over a whole file, then made sightings with one order of day and month. */
final class ConnectionRows {

    private static final long SAME_LENGTH_SECONDS = 90;
    private static final long SECONDS_OF_A_DAY = 86_400L;

    private final SlotTimeResolver times;
    private final List<Written> written = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final List<Named> named = new ArrayList<>();
    private @Nullable Span meeting;

    ConnectionRows(SlotTimeResolver times) {
        this.times = times;
    }

    /** @param partly why the line does not tell the whole stay, null where it does */
    private record Written(
            int line,
            Person person,
            Span span,
            Map<String, Object> payload,
            @Nullable String partly) {}

    /** Somebody whom a line names without a stay, and why. */
    private record Named(int line, Person person, Map<String, Object> payload, String why) {}

    /** @param aggregated why a table that gives only the first arrival and the last departure does not tell all, else null */
    void add(
            TableRow row,
            ConnectionColumns columns,
            Person person,
            @Nullable String aggregated,
            Map<String, Object> payload) {
        ConnectionColumns.Stay stay = columns.stay();
        boolean arrived = saysWhen(row.cell(stay.join()));
        boolean left = saysWhen(row.cell(stay.leave()));
        var span = new Span(
                ParsedDateTime.read(row.cell(stay.join())).orElse(null),
                ParsedDateTime.read(row.cell(stay.leave())).orElse(null),
                DurationParser.seconds(row.cell(stay.duration())));
        String partly = null;
        if (!columns.timed() || !arrived && !left) {
            partly = "durationOnly";
        } else if (!left) {
            partly = "noLeave";
        } else if (!arrived) {
            partly = "noJoin";
        } else if (aggregated != null && span.seconds() == null) {
            partly = "aggregatedNoDuration";
        } else if (aggregated != null && interrupted(span)) {
            partly = aggregated;
        }
        written.add(new Written(row.line(), person, span, payload, partly));
    }

    /** A dash in place of a time is no time that could not be read: there was none yet. */
    private static boolean saysWhen(String cell) {
        return cell.chars().anyMatch(Character::isLetterOrDigit);
    }

    /** First arrival to last departure is longer than the time spent: there were absences in between, untold. */
    private static boolean interrupted(Span span) {
        if (span.from() == null || span.to() == null || span.seconds() == null) {
            return false;
        }
        long length = span.to().time().toSecondOfDay() - span.from().time().toSecondOfDay();
        return Math.floorMod(length, SECONDS_OF_A_DAY) - span.seconds() > SAME_LENGTH_SECONDS;
    }

    void skip(int line, String why) {
        skipped.add(new Skipped(line, why));
    }

    /** Somebody who waited to be let in; the meeting's own line of theirs says what they attended, where there is one. */
    void waited(TableRow row, Person person, Map<String, Object> payload) {
        skip(row.line(), TraceKind.WAITING_ROOM);
        named.add(new Named(row.line(), person, payload, TraceKind.WAITING_ROOM));
    }

    void meeting(Span span) {
        meeting = span;
    }

    Understood understood(EvidenceSource source, String format, @Nullable String meetingId) {
        DayOrder order = times.order(
                Stream.concat(Stream.ofNullable(meeting), written.stream().map(Written::span))
                        .toList());
        List<Sighting> sightings = new ArrayList<>();
        for (Written one : written) {
            Optional<Interval> stretch = one.partly() == null ? times.interval(one.span(), order) : Optional.empty();
            if (stretch.isPresent()) {
                if (near(stretch.get())) {
                    sightings.add(stay(one, stretch.get()));
                } else {
                    skip(one.line(), "farFromSession");
                }
            } else {
                partly(one, order, sightings);
            }
        }
        addThoseNamed(sightings);
        skipped.sort(Comparator.comparingInt(Skipped::line));
        return new Understood(
                source, format, meetingId, sightings, List.copyOf(skipped), reach(sightings, order), false);
    }

    /** Whom the file names without a length in any of its lines was seen, for a time that nobody knows. */
    private void addThoseNamed(List<Sighting> sightings) {
        Set<String> told = sightings.stream()
                .map(Sighting::person)
                .flatMap(person -> Stream.of(person.key(), person.shown()))
                .collect(Collectors.toSet());
        for (Named one : named) {
            if (!told.contains(one.person().shown()) && told.add(one.person().key())) {
                Map<String, Object> payload = new HashMap<>(one.payload());
                payload.put(TraceKind.WHY, one.why());
                sightings.add(new Sighting(one.line(), one.person(), TraceKind.SEEN, null, null, payload));
            }
        }
    }

    /** What is certain is a stay; that there may be more is told beside it. */
    private void partly(Written one, DayOrder order, List<Sighting> sightings) {
        Optional<Instant> from = times.instant(one.span().from(), order);
        Optional<Instant> to = times.instant(one.span().to(), order);
        String why = one.partly();
        if (why == null) {
            Long seconds = one.span().seconds();
            if (from.isPresent() && to.isPresent() && (seconds == null || seconds == 0)) {
                skip(one.line(), "noLength");
                named.add(new Named(one.line(), one.person(), one.payload(), "noLength"));
                return;
            }
            why = from.isPresent() && to.isPresent() ? "contradictoryTimes" : "unreadableTime";
        }
        if (Stream.of(from, to).flatMap(Optional::stream).anyMatch(at -> !times.near(at))) {
            skip(one.line(), "farFromSession");
            return;
        }
        if (from.isPresent() != to.isPresent()) {
            times.certain(one.span(), order).ifPresent(stretch -> sightings.add(stay(one, stretch)));
        }
        Map<String, Object> payload = new HashMap<>(one.payload());
        payload.put(TraceKind.WHY, why);
        if (one.span().seconds() != null) {
            payload.put("seconds", one.span().seconds());
        }
        sightings.add(
                new Sighting(one.line(), one.person(), TraceKind.SEEN, from.orElse(null), to.orElse(null), payload));
    }

    private boolean near(Interval stretch) {
        return times.near(stretch.from()) || times.near(stretch.to());
    }

    private static Sighting stay(Written one, Interval stretch) {
        return new Sighting(one.line(), one.person(), TraceKind.INTERVAL, stretch.from(), stretch.to(), one.payload());
    }

    /** From the first to the last moment that the file tells of. */
    private @Nullable Reach reach(List<Sighting> sightings, DayOrder order) {
        List<Instant> told = new ArrayList<>();
        if (meeting != null) {
            times.instant(meeting.from(), order).ifPresent(told::add);
            times.instant(meeting.to(), order).ifPresent(told::add);
        }
        for (Sighting one : sightings) {
            Stream.of(Optional.ofNullable(one.from()), Optional.ofNullable(one.to()))
                    .flatMap(Optional::stream)
                    .forEach(told::add);
        }
        return told.isEmpty() ? null : new Reach(Collections.min(told), Collections.max(told));
    }
}
