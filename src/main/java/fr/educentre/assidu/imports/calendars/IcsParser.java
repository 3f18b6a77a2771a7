package fr.educentre.assidu.imports.calendars;

import fr.educentre.assidu.imports.tables.TextDecoder;
import fr.educentre.assidu.shell.Refusal;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A calendar as it stands in its file: events and time zones, their lines not yet understood. Read in one pass whose
 * cost is the size of the file.
 *
 * @param cancelled whether the whole calendar takes its events back (METHOD:CANCEL)
 * @param zones lines of each VTIMEZONE by its TZID, those of its parts included
 */
record IcsParser(boolean cancelled, Map<String, List<ContentLine>> zones, List<Event> events) {

    static final int MAX_BYTES = 5 * 1024 * 1024;
    static final int MAX_EVENTS = 10_000;
    private static final int MAX_DEPTH = 8;
    private static final int LONGEST_LINE = 200_000;
    private static final int LOOKED_AT = 200;

    /** @param line where it begins in the file */
    record Event(int line, Map<String, List<ContentLine>> lines) {

        @Nullable
        ContentLine first(String name) {
            List<ContentLine> found = lines.get(name);
            return found == null ? null : found.getFirst();
        }

        List<ContentLine> all(String name) {
            return lines.getOrDefault(name, List.of());
        }

        String text(String name) {
            ContentLine line = first(name);
            return line == null ? "" : line.text();
        }
    }

    static IcsParser read(byte[] content) {
        if (content.length > MAX_BYTES) {
            throw new Refusal(Refusal.Kind.TOO_LARGE, "refusal.calendar.tooLarge");
        }
        byte[] bytes = narrow(content);
        String head = decode(bytes, Math.min(LOOKED_AT, bytes.length)).replace("\uFEFF", "");
        if (!head.stripLeading().regionMatches(true, 0, "BEGIN:VCALENDAR", 0, 15)) {
            throw Refusal.invalid("refusal.calendar.kind");
        }
        var reading = new Reading();
        unfold(bytes, reading);
        return new IcsParser(reading.cancelled, reading.zones, reading.events);
    }

    /** A calendar that was saved as UTF-16 as UTF-8: lines are told apart by bytes. */
    private static byte[] narrow(byte[] content) {
        for (int i = 0; i < Math.min(LOOKED_AT, content.length); i++) {
            if (content[i] == 0) {
                return TextDecoder.decode(content).getBytes(StandardCharsets.UTF_8);
            }
        }
        return content;
    }

    /** As bytes: programs that fold after 75 of them cut letters in two, which are whole again once the line is. */
    private static void unfold(byte[] content, Reading reading) {
        var logical = new ByteArrayOutputStream();
        int begun = 1;
        int number = 0;
        int at = 0;
        while (at < content.length) {
            int end = at;
            while (end < content.length && content[end] != '\n' && content[end] != '\r') {
                end++;
            }
            number++;
            boolean continued = end > at && (content[at] == ' ' || content[at] == '\t');
            if (!continued) {
                reading.take(line(begun, logical));
                logical.reset();
                begun = number;
            }
            int from = continued ? at + 1 : at;
            logical.write(content, from, Math.max(0, Math.min(end - from, LONGEST_LINE - logical.size())));
            at = end + (end + 1 < content.length && content[end] == '\r' && content[end + 1] == '\n' ? 2 : 1);
        }
        reading.take(line(begun, logical));
    }

    private static @Nullable ContentLine line(int number, ByteArrayOutputStream logical) {
        byte[] bytes = logical.toByteArray();
        int length = bytes.length;
        if (length >= LONGEST_LINE) {
            // not in the middle of a letter
            while (length > 0 && bytes[length - 1] < 0) {
                length--;
            }
        }
        return ContentLine.of(number, decode(bytes, length).replace("\uFEFF", ""));
    }

    private static String decode(byte[] content, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(content, 0, length, Charset.forName("windows-1252"));
        }
    }

    /** Components opened and closed, kept on a stack of bounded height. */
    private static final class Reading {

        private final Map<String, List<ContentLine>> zones = new HashMap<>();
        private final List<Event> events = new ArrayList<>();
        private final Deque<String> open = new ArrayDeque<>();
        private boolean cancelled;
        private @Nullable Event event;
        private @Nullable List<ContentLine> zone;
        private String zoneId = "";

        void take(@Nullable ContentLine line) {
            if (line == null) {
                return;
            }
            String value = line.value().strip().toUpperCase(Locale.ROOT);
            switch (line.name()) {
                case "BEGIN" -> begin(line, value);
                case "END" -> end(value);
                default -> property(line, value);
            }
        }

        private void begin(ContentLine line, String name) {
            if (open.size() >= MAX_DEPTH) {
                throw Refusal.invalid("refusal.calendar.nested", line.number());
            }
            open.push(name);
            if (name.equals("VEVENT")) {
                if (events.size() >= MAX_EVENTS) {
                    throw Refusal.invalid("refusal.calendar.events", MAX_EVENTS);
                }
                event = new Event(line.number(), new HashMap<>());
                events.add(event);
            } else if (name.equals("VTIMEZONE")) {
                zone = new ArrayList<>();
                zoneId = "";
            }
        }

        private void end(String name) {
            if (!open.contains(name)) {
                return;
            }
            String closed = "";
            while (!closed.equals(name)) {
                closed = open.pop();
                if (closed.equals("VEVENT")) {
                    event = null;
                } else if (closed.equals("VTIMEZONE") && zone != null) {
                    zones.putIfAbsent(zoneId, zone);
                    zone = null;
                }
            }
        }

        private void property(ContentLine line, String value) {
            String within = open.peek();
            if ("VEVENT".equals(within) && event != null) {
                event.lines()
                        .computeIfAbsent(line.name(), name -> new ArrayList<>())
                        .add(line);
            } else if (zone != null) {
                if (line.name().equals("TZID")) {
                    zoneId = line.value().strip();
                }
                zone.add(line);
            } else if (line.name().equals("METHOD") && value.equals("CANCEL")) {
                cancelled = true;
            }
        }
    }
}
