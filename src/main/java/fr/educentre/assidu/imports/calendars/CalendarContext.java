package fr.educentre.assidu.imports.calendars;

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
 * @param firstDay of the group; what begins before it is left out
 * @param lastDay of the group
 * @param horizon nothing later is planned yet, however long an event repeats
 */
record CalendarContext(
        String groupCode,
        UUID siteId,
        @Nullable UUID trainer,
        Map<String, UUID> trainers,
        HalfDaySplitter halfDays,
        LocalDate firstDay,
        LocalDate lastDay,
        LocalDate horizon) {}
