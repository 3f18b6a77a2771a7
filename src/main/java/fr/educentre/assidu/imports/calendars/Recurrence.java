package fr.educentre.assidu.imports.calendars;

import fr.educentre.assidu.imports.calendars.IcsParser.Event;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Recur;

/**
 * The occurrences of an event, in local time so that a class at nine stays at nine when clocks change. Bounded whatever
 * the rule: no finer than a day, so many at most, none beyond a given day.
 */
final class Recurrence {

    static final int MAX_OCCURRENCES = 400;
    private static final int LONGEST_RULE = 400;
    private static final int MOST_DATES = 1000;
    private static final int MOST_HOURS = 4;
    private static final int MAX_INTERVAL = 1000;
    private static final Set<String> FREQUENCIES = Set.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY");
    private static final Set<String> PARTS = Set.of(
            "FREQ",
            "INTERVAL",
            "BYDAY",
            "BYMONTHDAY",
            "BYYEARDAY",
            "BYWEEKNO",
            "BYMONTH",
            "BYSETPOS",
            "BYHOUR",
            "WKST");

    private final Event event;
    private final IcsDateTime start;
    private final CalendarTimeZones zones;
    private final LocalDateTime last;

    /** @param last nothing begins after it */
    Recurrence(Event event, IcsDateTime start, CalendarTimeZones zones, LocalDateTime last) {
        this.event = event;
        this.start = start;
        this.zones = zones;
        this.last = last;
    }

    /**
     * @param cut whether there are more than the most that are taken
     * @param beyond the first that comes after the last day, of those that the event names or counts; a series without an end
     *     has none
     */
    record Occurrences(List<IcsDateTime> starts, boolean cut, Optional<LocalDateTime> beyond) {}

    static boolean repeats(Event event) {
        return event.first("RRULE") != null || event.first("RDATE") != null;
    }

    Occurrences all() {
        if (event.first("EXRULE") != null) {
            throw UnsupportedEventException.problem("EXRULE", "exrule");
        }
        var found = new TreeSet<LocalDateTime>();
        found.add(start.local());
        List<ContentLine> rules = event.all("RRULE");
        if (rules.size() > 1) {
            throw UnsupportedEventException.problem("RRULE", "rules");
        }
        rules.forEach(rule -> found.addAll(byRule(rule)));
        for (ContentLine line : event.all("RDATE")) {
            values(line).forEach(value -> found.add(added(line, value)));
        }
        Set<LocalDate> days = new HashSet<>();
        Set<Instant> instants = new HashSet<>();
        for (ContentLine line : event.all("EXDATE")) {
            for (String value : values(line)) {
                IcsDateTime out = IcsDateTime.of(line, value, zones);
                if (out.dateOnly()) {
                    days.add(out.local().toLocalDate());
                } else {
                    instants.add(out.instant());
                }
            }
        }
        List<IcsDateTime> starts = found.stream()
                .filter(one -> !one.isAfter(last))
                .map(start::at)
                .filter(one -> !days.contains(one.local().toLocalDate()) && !instants.contains(one.instant()))
                .toList();
        boolean cut = starts.size() > MAX_OCCURRENCES;
        return new Occurrences(
                cut ? starts.subList(0, MAX_OCCURRENCES) : starts,
                cut,
                found.stream()
                        .filter(one -> one.isAfter(last) && !days.contains(one.toLocalDate()))
                        .findFirst());
    }

    /** In the zone of the event's start. */
    private LocalDateTime added(ContentLine line, String value) {
        if (value.contains("/")) {
            throw UnsupportedEventException.problem("RDATE", "period");
        }
        IcsDateTime moment = IcsDateTime.of(line, value, zones);
        return moment.dateOnly()
                ? moment.local().toLocalDate().atTime(start.local().toLocalTime())
                : LocalDateTime.ofInstant(moment.instant(), start.zone());
    }

    private static List<String> values(ContentLine line) {
        String[] values = line.value().split(",", MOST_DATES + 1);
        if (values.length > MOST_DATES) {
            throw UnsupportedEventException.problem(line.name(), "dates", MOST_DATES);
        }
        return Stream.of(values).filter(value -> !value.isBlank()).toList();
    }

    private List<LocalDateTime> byRule(ContentLine line) {
        String rule = line.value().strip().toUpperCase(Locale.ROOT);
        if (rule.length() > LONGEST_RULE) {
            throw UnsupportedEventException.problem("RRULE", "rule", rule.substring(0, 60) + "…");
        }
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : rule.split(";")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parts.put(
                        part.substring(0, equals).strip(),
                        part.substring(equals + 1).strip());
            }
        }
        if (!FREQUENCIES.contains(parts.getOrDefault("FREQ", ""))
                || parts.containsKey("BYMINUTE")
                || parts.containsKey("BYSECOND")
                || parts.getOrDefault("BYHOUR", "").split(",").length > MOST_HOURS) {
            throw UnsupportedEventException.problem("RRULE", "frequency", rule);
        }
        if (!PARTS.containsAll(without(parts.keySet(), "COUNT", "UNTIL"))) {
            throw UnsupportedEventException.problem("RRULE", "rule", rule);
        }
        try {
            if (number(parts.getOrDefault("INTERVAL", "1")) > MAX_INTERVAL) {
                throw UnsupportedEventException.problem("RRULE", "rule", rule);
            }
            int count = parts.containsKey("COUNT") ? number(parts.get("COUNT")) : MAX_OCCURRENCES + 1;
            return dates(line, parts, Math.min(count, MAX_OCCURRENCES + 1));
        } catch (UnsupportedEventException known) {
            throw known;
        } catch (RuntimeException e) {
            // The library's own ways of saying that a rule is none.
            throw UnsupportedEventException.problem("RRULE", "rule", rule);
        }
    }

    private List<LocalDateTime> dates(ContentLine line, Map<String, String> parts, int count) {
        Predicate<LocalDateTime> before = until(line, parts.get("UNTIL"));
        var text = new StringBuilder();
        parts.forEach((name, value) -> {
            if (PARTS.contains(name)) {
                text.append(text.isEmpty() ? "" : ";").append(name).append('=').append(value);
            }
        });
        var recur = new Recur<LocalDateTime>(text.toString());
        List<LocalDateTime> found = new ArrayList<>(recur.getDatesAsStream(start.local(), start.local(), last, -1)
                .takeWhile(before)
                .limit(count)
                .toList());
        LocalDateTime next = found.size() < count ? recur.getNextDate(start.local(), last) : null;
        if (next != null && before.test(next) && (parts.containsKey("COUNT") || parts.containsKey("UNTIL"))) {
            found.add(next);
        }
        // The first one counts, even when the rule would not give it.
        if (found.size() == count && !found.contains(start.local())) {
            found.removeLast();
        }
        return found;
    }

    private Predicate<LocalDateTime> until(ContentLine line, @org.jspecify.annotations.Nullable String text) {
        if (text == null) {
            return one -> true;
        }
        IcsDateTime until = IcsDateTime.of(new ContentLine(line.number(), "RRULE", Map.of(), text), zones);
        if (until.dateOnly()) {
            return one -> !one.toLocalDate().isAfter(until.local().toLocalDate());
        }
        return text.endsWith("Z")
                ? one -> !start.at(one).instant().isAfter(until.instant())
                : one -> !one.isAfter(until.local());
    }

    private static Set<String> without(Set<String> names, String... left) {
        Set<String> rest = new HashSet<>(names);
        List.of(left).forEach(rest::remove);
        return rest;
    }

    private static int number(String text) {
        int number = Integer.parseInt(text);
        if (number < 1) {
            throw new DateTimeException(text);
        }
        return number;
    }
}
