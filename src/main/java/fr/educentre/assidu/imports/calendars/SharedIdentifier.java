package fr.educentre.assidu.imports.calendars;

import fr.educentre.assidu.imports.calendars.IcsParser.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Events of one identifier. Revisions of one event follow each other; of one revision, events that begin at different times
 * are different ones that a program exported carelessly, and all are planned. What is left out is told.
 */
final class SharedIdentifier {

    private final Map<String, Event> whole = new LinkedHashMap<>();
    private final Map<String, Event> moved = new LinkedHashMap<>();
    private final Map<Event, UnsupportedEventException> left = new LinkedHashMap<>();
    private final List<Event> unclear = new ArrayList<>();

    SharedIdentifier(List<Event> events) {
        int latest = events.stream()
                .filter(event -> event.first("RECURRENCE-ID") == null)
                .mapToInt(EventSessionMapper::sequence)
                .max()
                .orElse(0);
        for (Event event : events) {
            ContentLine recurrence = event.first("RECURRENCE-ID");
            if (recurrence != null) {
                put(moved, recurrence.value().strip() + recurrence.parameter("TZID"), event);
            } else if (EventSessionMapper.sequence(event) < latest) {
                left.put(event, UnsupportedEventException.ignored("revision"));
            } else {
                put(whole, begins(event), event);
            }
        }
    }

    /** Those that stand by themselves; more than one where a program gave different events one identifier. */
    List<Event> whole() {
        return List.copyOf(whole.values());
    }

    /** Single days of a series that were changed. */
    List<Event> moved() {
        return List.copyOf(moved.values());
    }

    Map<Event, UnsupportedEventException> left() {
        return left;
    }

    /** One about whose sessions nothing can be concluded. */
    Optional<Event> unclear() {
        return unclear.stream().findFirst();
    }

    private void put(Map<String, Event> among, String key, Event event) {
        Event before = among.get(key);
        if (before == null) {
            among.put(key, event);
        } else if (newer(event, before)) {
            left.put(before, UnsupportedEventException.ignored("revision"));
            among.put(key, event);
        } else if (newer(before, event) || says(before).equals(says(event))) {
            left.put(event, UnsupportedEventException.ignored("revision"));
        } else {
            left.put(event, UnsupportedEventException.problem("UID", "sharedUid", before.line()));
            unclear.add(event);
        }
    }

    private static boolean newer(Event one, Event other) {
        int revision = Integer.compare(EventSessionMapper.sequence(one), EventSessionMapper.sequence(other));
        if (revision != 0) {
            return revision > 0;
        }
        // Both are written in UTC, alike: their order as texts is their order in time.
        String changed = one.text("LAST-MODIFIED");
        String changedBefore = other.text("LAST-MODIFIED");
        return !changed.isEmpty() && !changedBefore.isEmpty() && changed.compareTo(changedBefore) > 0;
    }

    private static String begins(Event event) {
        ContentLine start = event.first("DTSTART");
        return start == null ? "" : start.value().strip() + start.parameter("TZID");
    }

    private static List<String> says(Event event) {
        return List.of(
                event.text("SUMMARY"),
                event.text("LOCATION"),
                event.text("DTEND"),
                event.text("DURATION"),
                event.text("RRULE"),
                event.text("ORGANIZER"),
                event.text("STATUS"));
    }
}
