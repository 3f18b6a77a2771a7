package fr.educentre.assidu.imports.calendars;

import fr.educentre.assidu.imports.Timetables.Announced;
import fr.educentre.assidu.imports.calendars.IcsParser.Event;
import fr.educentre.assidu.shell.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A calendar read into sessions: each event by itself, within bounds of number and time. */
final class CalendarSessionReader {

    private static final int MAX_SESSIONS = 5_000;
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter READ = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
    private static final DateTimeFormatter READ_MINUTE = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm", Locale.ROOT);

    private final IcsParser calendar;
    private final CalendarContext context;
    private final CalendarTimeZones zones;
    private final EventSessionMapper made;
    private final long deadline = System.nanoTime() + LONGEST.toNanos();

    private final List<Announced> sessions = new ArrayList<>();
    private final Set<String> present = new HashSet<>();
    private final Set<String> unclear = new HashSet<>();
    private final List<Left> left = new ArrayList<>();
    private final Set<String> asked = new HashSet<>();

    private CalendarSessionReader(IcsParser calendar, CalendarContext context) {
        this.calendar = calendar;
        this.context = context;
        this.zones = new CalendarTimeZones(calendar.zones(), context.halfDays().zone());
        this.made = new EventSessionMapper(context);
    }

    /**
     * @param present external identifiers of what the calendar holds
     * @param unclear identifiers of events that could not be understood: nothing is concluded about their sessions
     */
    record Result(int events, List<Announced> sessions, Set<String> present, Set<String> unclear, List<Left> left) {}

    /** What became no session, and why. */
    record Left(int line, String subject, UnsupportedEventException why) {}

    /** @throws Refusal INVALID or TOO_LARGE for what is no calendar, or too much of one */
    static Result read(byte[] content, CalendarContext context) {
        return new CalendarSessionReader(IcsParser.read(content), context).read();
    }

    private Result read() {
        Map<String, List<Event>> byUid = new LinkedHashMap<>();
        for (Event event : calendar.events()) {
            String uid = event.text("UID");
            if (uid.isEmpty()) {
                left.add(new Left(event.line(), subject(event), UnsupportedEventException.problem("UID", "uid")));
            } else {
                byUid.computeIfAbsent(uid, id -> new ArrayList<>()).add(event);
            }
        }
        byUid.forEach(this::series);
        left.sort(java.util.Comparator.comparingInt(Left::line));
        return new Result(calendar.events().size(), sessions, present, unclear, left);
    }

    private void series(String uid, List<Event> events) {
        if (System.nanoTime() > deadline) {
            throw Refusal.invalid("refusal.calendar.heavy");
        }
        var shared = new SharedIdentifier(events);
        shared.left().forEach((event, why) -> left.add(new Left(event.line(), subject(event), why)));
        shared.unclear().ifPresent(event -> unclear.add(uid));
        Map<IcsDateTime, Event> overrides = new LinkedHashMap<>();
        for (Event event : shared.moved()) {
            attempt(uid, event, () -> overrides.put(original(event), event));
        }
        boolean several = shared.whole().size() > 1;
        for (Event whole : shared.whole()) {
            attempt(uid, whole, () -> occurrences(uid, whole, overrides, several));
        }
        overrides.forEach((original, event) ->
                attempt(uid, event, () -> occurrence(uid, event, "/" + DAY.format(local(original)), start(event))));
    }

    private IcsDateTime original(Event event) {
        ContentLine line = java.util.Objects.requireNonNull(event.first("RECURRENCE-ID"));
        if (!line.parameter("RANGE").isEmpty()) {
            throw UnsupportedEventException.problem("RECURRENCE-ID", "range");
        }
        return IcsDateTime.of(line, zones);
    }

    /** Those of the rule; each that an override names is the override's, which is then done with. */
    private void occurrences(String uid, Event master, Map<IcsDateTime, Event> overrides, boolean several) {
        IcsDateTime start = start(master);
        if (!Recurrence.repeats(master) && (several || overrides.isEmpty())) {
            occurrence(uid, master, several ? "/" + MINUTE.format(local(start)) : "", start);
            return;
        }
        LocalDate end = context.lastDay().isBefore(context.horizon()) ? context.lastDay() : context.horizon();
        LocalDate first = local(start).toLocalDate();
        if (first.isAfter(end)) {
            throw UnsupportedEventException.ignored(
                    first.isAfter(context.lastDay()) ? "outside" : "later", READ.format(first));
        }
        var found = new Recurrence(master, start, zones, LocalDateTime.of(end, LocalTime.MAX)).all();
        if (found.cut()) {
            left.add(new Left(
                    master.line(),
                    subject(master),
                    UnsupportedEventException.ignored("cut", Recurrence.MAX_OCCURRENCES)));
        }
        found.beyond()
                .ifPresent(next -> left.add(new Left(
                        master.line(),
                        subject(master),
                        UnsupportedEventException.ignored("beyond", READ.format(end), READ.format(next)))));
        Map<LocalDate, Long> perDay = found.starts().stream()
                .collect(Collectors.groupingBy(one -> local(one).toLocalDate(), Collectors.counting()));
        for (IcsDateTime one : found.starts()) {
            boolean alone = !several && perDay.getOrDefault(local(one).toLocalDate(), 0L) == 1;
            String suffix = "/" + (alone ? DAY : MINUTE).format(local(one));
            Event override = taken(overrides, one);
            if (override == null) {
                attempt(uid, master, () -> occurrence(uid, master, suffix, one));
            } else {
                attempt(uid, override, () -> occurrence(uid, override, suffix, start(override)));
            }
        }
    }

    private static @Nullable Event taken(Map<IcsDateTime, Event> overrides, IcsDateTime occurrence) {
        for (IcsDateTime original : overrides.keySet()) {
            boolean same = original.dateOnly()
                    ? original.local().toLocalDate().equals(occurrence.local().toLocalDate())
                    : original.instant().equals(occurrence.instant());
            if (same) {
                return overrides.remove(original);
            }
        }
        return null;
    }

    private void occurrence(String uid, Event event, String suffix, IcsDateTime start) {
        String id = made.externalId(uid) + suffix;
        present.add(id);
        present.add(id + EventSessionMapper.AFTERNOON);
        Instant from = start.instant();
        LocalDate day = from.atZone(context.halfDays().zone()).toLocalDate();
        if (day.isBefore(context.firstDay()) || day.isAfter(context.lastDay())) {
            throw UnsupportedEventException.ignored("outside", READ.format(day));
        }
        if (day.isAfter(context.horizon())) {
            throw UnsupportedEventException.ignored("later", READ.format(day));
        }
        if (sessions.size() >= MAX_SESSIONS) {
            throw Refusal.invalid("refusal.calendar.sessions", MAX_SESSIONS);
        }
        if (start.skipped()) {
            throw UnsupportedEventException.problem("DTSTART", "skippedHour", READ_MINUTE.format(start.local()));
        }
        List<Announced> some = made.of(event, uid, id, from, from.plus(length(event)), cancelled(event));
        if (some.size() == 1) {
            present.remove(id + EventSessionMapper.AFTERNOON);
        }
        sessions.addAll(some);
    }

    private boolean cancelled(Event event) {
        if (calendar.cancelled()
                || event.text("STATUS").toUpperCase(Locale.ROOT).equals("CANCELLED")) {
            return true;
        }
        String words = CancelledTitle.words(event).orElse("");
        if (words.isEmpty()) {
            return false;
        }
        return switch (context.doubts().cancelledTitles()) {
            case ASK -> throw UnsupportedEventException.problem("SUMMARY", "cancelledTitle", words);
            case CANCEL -> true;
            case PLAN -> false;
        };
    }

    private IcsDateTime start(Event event) {
        ContentLine line = event.first("DTSTART");
        if (line == null) {
            throw UnsupportedEventException.problem("DTSTART", "start");
        }
        IcsDateTime start = IcsDateTime.of(line, zones);
        if (start.dateOnly()) {
            throw UnsupportedEventException.ignored("wholeDay");
        }
        return start;
    }

    private Duration length(Event event) {
        ContentLine end = event.first("DTEND");
        if (end != null) {
            IcsDateTime over = IcsDateTime.of(end, zones);
            if (over.skipped()) {
                throw UnsupportedEventException.problem("DTEND", "skippedHour", READ_MINUTE.format(over.local()));
            }
            return Duration.between(start(event).instant(), over.instant());
        }
        ContentLine duration = event.first("DURATION");
        if (duration == null) {
            throw UnsupportedEventException.problem("DTEND", "end");
        }
        return IcsDateTime.duration(duration);
    }

    private LocalDateTime local(IcsDateTime moment) {
        return moment.dateOnly()
                ? moment.local()
                : LocalDateTime.ofInstant(moment.instant(), context.halfDays().zone());
    }

    private void attempt(String uid, Event event, Runnable reading) {
        try {
            reading.run();
        } catch (UnsupportedEventException why) {
            // The same question about each day of a series is one question.
            if (asked.add(event.line() + why.key() + why.arguments())) {
                left.add(new Left(event.line(), subject(event), why));
            }
            if (!why.ignored()) {
                unclear.add(uid);
            }
        }
    }

    private static String subject(Event event) {
        String title = event.text("SUMMARY");
        return title.isEmpty() ? "–" : title.substring(0, Math.min(200, title.length()));
    }
}
