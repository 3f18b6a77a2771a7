package fr.educentre.assidu.training;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session (séance), at most a half-day.
 *
 * @param plannedOn local date first planned; a move never changes it
 * @param trainer the actual trainer when replaced, else the planned one
 * @param breaks within the slot, in order
 * @param taughtMinutes slot less breaks
 * @param state as of the moment it was read
 * @param dataCompleteAt when its sources became complete
 */
public record SessionInfo(
        UUID id,
        String externalId,
        String title,
        UUID groupId,
        String groupName,
        @Nullable UUID moduleId,
        @Nullable String moduleTitle,
        UUID siteId,
        String siteName,
        ZoneId zone,
        Person trainer,
        LocalDate plannedOn,
        Instant startsAt,
        Instant endsAt,
        List<TimeSlot> breaks,
        int taughtMinutes,
        Modality modality,
        @Nullable String room,
        @Nullable Meeting meeting,
        SessionState state,
        @Nullable Instant dataCompleteAt) {

    /** The virtual class by which deliveries find the session. */
    public record Meeting(
            MeetingProvider provider, String id, @Nullable String url) {}

    /** Someone, by key and name. */
    public record Person(UUID id, String name) {}

    public TimeSlot slot() {
        return new TimeSlot(startsAt, endsAt);
    }

    /** Its day where it is held. */
    public LocalDate localDay() {
        return startsAt.atZone(zone).toLocalDate();
    }

    /** The half-day it belongs to: local date and AM (start before 13:00) or PM, e.g. {@code 2026-11-23/AM}. */
    public String halfDay() {
        var local = startsAt.atZone(zone);
        return local.toLocalDate() + (local.getHour() < 13 ? "/AM" : "/PM");
    }
}
