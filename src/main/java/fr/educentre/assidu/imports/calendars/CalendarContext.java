package fr.educentre.assidu.imports.calendars;

import fr.educentre.assidu.imports.Calendars.Doubts;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a calendar is read for.
 *
 * @param groupCode stands in the sessions' external identifiers: one event may be in the calendars of two groups
 * @param trainer where no address of an event is a trainer's
 * @param trainers by address, in lower case
 * @param doubts what is done with events that a person would ask about
 */
record CalendarContext(
        String groupCode,
        UUID siteId,
        @Nullable UUID trainer,
        Map<String, UUID> trainers,
        HalfDaySplitter halfDays,
        Period period,
        Doubts doubts) {

    /**
     * The days that are planned.
     *
     * @param firstDay of the group; what begins before it is left out
     * @param lastDay of the group
     * @param horizon nothing later is planned yet, however long an event repeats
     */
    record Period(LocalDate firstDay, LocalDate lastDay, LocalDate horizon) {}

    LocalDate firstDay() {
        return period.firstDay();
    }

    LocalDate lastDay() {
        return period.lastDay();
    }

    LocalDate horizon() {
        return period.horizon();
    }
}
