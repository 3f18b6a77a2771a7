package fr.educentre.assidu.training;

import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session (séance), at most a half-day.
 *
 * @param trainer the actual trainer when replaced, else the planned one
 */
public record SessionInfo(
        UUID id,
        String externalId,
        String title,
        Course course,
        Person trainer,
        Schedule schedule,
        Place place,
        Progress progress) {

    private static final Duration COMING_IN = Duration.ofMinutes(30);

    /** Who follows it, and the part of the programme that it teaches. */
    public record Course(
            UUID groupId,
            String groupName,
            @Nullable UUID moduleId,
            @Nullable String moduleTitle,
            GroupInfo.@Nullable Period groupPeriod) {

        /** Of a group whose days are not told. */
        public Course(UUID groupId, String groupName, @Nullable UUID moduleId, @Nullable String moduleTitle) {
            this(groupId, groupName, moduleId, moduleTitle, null);
        }
    }

    /**
     * When it is held.
     *
     * @param plannedOn local date first planned; a move never changes it
     * @param breaks within the slot, in order
     * @param taughtMinutes slot less breaks
     */
    public record Schedule(
            LocalDate plannedOn, Instant startsAt, Instant endsAt, List<TimeSlot> breaks, int taughtMinutes) {}

    /** Where it is held: in a room, in a virtual class. */
    public record Place(
            UUID siteId,
            String siteName,
            ZoneId zone,
            Modality modality,
            @Nullable String room,
            @Nullable Meeting meeting) {}

    /**
     * How far it is.
     *
     * @param state as of the moment it was read
     * @param dataCompleteAt when its sources became complete
     */
    public record Progress(SessionState state, @Nullable Instant dataCompleteAt) {}

    public UUID groupId() {
        return course.groupId();
    }

    public String groupName() {
        return course.groupName();
    }

    public @Nullable UUID moduleId() {
        return course.moduleId();
    }

    public @Nullable String moduleTitle() {
        return course.moduleTitle();
    }

    public LocalDate plannedOn() {
        return schedule.plannedOn();
    }

    public Instant startsAt() {
        return schedule.startsAt();
    }

    public Instant endsAt() {
        return schedule.endsAt();
    }

    /** Half an hour before the slot, when people come in, a class begins: before, nobody was there or missing. */
    public boolean begunAt(Instant now) {
        return !now.isBefore(startsAt().minus(COMING_IN));
    }

    public List<TimeSlot> breaks() {
        return schedule.breaks();
    }

    public int taughtMinutes() {
        return schedule.taughtMinutes();
    }

    public UUID siteId() {
        return place.siteId();
    }

    public String siteName() {
        return place.siteName();
    }

    public ZoneId zone() {
        return place.zone();
    }

    public Modality modality() {
        return place.modality();
    }

    public @Nullable String room() {
        return place.room();
    }

    public @Nullable Meeting meeting() {
        return place.meeting();
    }

    public SessionState state() {
        return progress.state();
    }

    public @Nullable Instant dataCompleteAt() {
        return progress.dataCompleteAt();
    }

    /** The virtual class by which deliveries find the session. */
    public record Meeting(
            MeetingProvider provider, String id, @Nullable String url) {}

    /** Someone, by key and name. */
    public record Person(UUID id, String name) {}

    public TimeSlot slot() {
        return new TimeSlot(schedule.startsAt(), schedule.endsAt());
    }

    /** Its day where it is held. */
    public LocalDate localDay() {
        return schedule.startsAt().atZone(place.zone()).toLocalDate();
    }

    /** Where it is held on a day that is none of its group's: that is seldom meant. */
    public Optional<Wording> outsideItsGroup() {
        GroupInfo.Period period = course.groupPeriod();
        LocalDate day = localDay();
        return period == null || !(day.isBefore(period.startsOn()) || day.isAfter(period.endsOn()))
                ? Optional.empty()
                : Optional.of(Wording.of(
                        "training.session.outsideGroup",
                        ReaderFormats.numericDate(period.startsOn()),
                        ReaderFormats.numericDate(period.endsOn())));
    }

    /** The half-day it belongs to: local date and AM (start before 13:00) or PM, e.g. {@code 2026-11-23/AM}. */
    public String halfDay() {
        var local = schedule.startsAt().atZone(place.zone());
        return local.toLocalDate() + (local.getHour() < 13 ? "/AM" : "/PM");
    }
}
