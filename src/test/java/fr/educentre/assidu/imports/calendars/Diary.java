package fr.educentre.assidu.imports.calendars;

import fr.educentre.assidu.imports.Calendars.Doubts;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Calendars for tests, read for a group in Paris from September 2026 to August 2027. */
final class Diary {

    static final UUID TRAINER = new UUID(0, 1);
    static final UUID ANA = new UUID(0, 2);
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private Diary() {}

    static CalendarContext context() {
        return context(LocalTime.of(12, 30), LocalTime.of(13, 30));
    }

    static CalendarContext context(LocalTime lunchFrom, LocalTime lunchTo) {
        return context(lunchFrom, lunchTo, Doubts.ASKED);
    }

    static CalendarContext context(LocalTime lunchFrom, LocalTime lunchTo, Doubts doubts) {
        return new CalendarContext(
                "G1",
                new UUID(0, 3),
                TRAINER,
                Map.of("ana@example.org", ANA),
                new HalfDaySplitter(PARIS, lunchFrom, lunchTo),
                new CalendarContext.Period(
                        LocalDate.of(2026, 9, 1), LocalDate.of(2027, 8, 31), LocalDate.of(2028, 11, 25)),
                doubts);
    }

    static CalendarSessionReader.Result read(String... events) {
        return CalendarSessionReader.read(calendar(events), context());
    }

    static byte[] calendar(String... events) {
        return ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Essai//FR\r\n" + String.join("", events)
                        + "END:VCALENDAR\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** @param lines beside the identifier and the title */
    static String event(String uid, String... lines) {
        return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nSUMMARY:Atelier\r\n" + String.join("\r\n", lines)
                + "\r\nEND:VEVENT\r\n";
    }

    /** Starts in Paris time, as {@code 2026-11-24T09:00}. */
    static List<String> starts(CalendarSessionReader.Result result) {
        return result.sessions().stream()
                .map(one ->
                        one.slot().startsAt().atZone(PARIS).toLocalDateTime().toString())
                .sorted()
                .toList();
    }

    static List<String> ids(CalendarSessionReader.Result result) {
        return result.sessions().stream()
                .map(one -> one.event().externalId())
                .sorted()
                .toList();
    }

    static List<String> problems(CalendarSessionReader.Result result) {
        return result.left().stream().map(left -> left.why().key()).toList();
    }
}
