package fr.educentre.assidu.imports.calendars;

import fr.educentre.assidu.training.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session is at most a half-day. A longer event becomes a morning and an afternoon around the lunch break, if whoever
 * imports said when that is; nobody's lunch is guessed.
 */
record HalfDaySplitter(
        ZoneId zone,
        @Nullable LocalTime lunchFrom,
        @Nullable LocalTime lunchTo) {

    private static final Duration LONGEST = Duration.ofHours(5);

    List<TimeSlot> of(Instant start, Instant end) {
        ZonedDateTime from = start.atZone(zone);
        ZonedDateTime to = end.atZone(zone);
        if (!end.isAfter(start)) {
            throw UnsupportedEventException.problem("DTEND", "order");
        }
        var whole = new TimeSlot(start, end);
        if (whole.duration().compareTo(LONGEST) <= 0) {
            return List.of(whole);
        }
        if (!from.toLocalDate().equals(to.toLocalDate())) {
            throw UnsupportedEventException.problem("DTEND", "days");
        }
        LocalTime noon = lunchFrom;
        LocalTime back = lunchTo;
        if (noon == null || back == null) {
            throw UnsupportedEventException.problem(
                    "DTEND", "lunch", whole.duration().toMinutes() / 60);
        }
        LocalDate day = from.toLocalDate();
        Instant off = day.atTime(noon).atZone(zone).toInstant();
        Instant on = day.atTime(back).atZone(zone).toInstant();
        if (!off.isAfter(start) || !end.isAfter(on)) {
            throw UnsupportedEventException.problem(
                    "DTEND", "halfDay", whole.duration().toMinutes() / 60);
        }
        var parts = List.of(new TimeSlot(start, off), new TimeSlot(on, end));
        if (parts.stream().anyMatch(part -> part.duration().compareTo(LONGEST) > 0)) {
            throw UnsupportedEventException.problem(
                    "DTEND", "halfDay", whole.duration().toMinutes() / 60);
        }
        return parts;
    }
}
