package fr.educentre.assidu.training.management;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.shell.WrittenText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session to be held.
 *
 * @param startsAt with its offset, {@code 2027-03-10T09:00+01:00}, or without one by the time of its site
 */
public record SessionContent(
        @NotBlank @Size(max = 300) String title,
        @Valid @JsonUnwrapped SessionCourse course,
        @NotBlank String startsAt,
        @NotBlank String endsAt,
        @Valid List<SessionPause> breaks,
        @Valid @JsonUnwrapped SessionVenue venue) {

    public SessionContent(
            String title,
            SessionCourse course,
            String startsAt,
            String endsAt,
            @Nullable List<SessionPause> breaks,
            SessionVenue venue) {
        this.title = WrittenText.line(title);
        this.course = course;
        this.startsAt = WrittenText.line(startsAt);
        this.endsAt = WrittenText.line(endsAt);
        this.breaks = List.copyOf(Objects.requireNonNullElse(breaks, List.of()));
        this.venue = venue;
    }

    /** The same in another room. */
    public SessionContent inRoom(@Nullable String room) {
        return new SessionContent(
                title, course, startsAt, endsAt, breaks, new SessionVenue(venue.modality(), room, venue.meeting()));
    }

    /** The same, given by others. */
    public SessionContent by(UUID trainer, List<UUID> coTrainers) {
        return new SessionContent(
                title,
                new SessionCourse(course.groupId(), course.moduleId(), course.siteId(), trainer, coTrainers),
                startsAt,
                endsAt,
                breaks,
                venue);
    }

    SessionContent at(String start, String end, List<SessionPause> pauses) {
        return new SessionContent(title, course, start, end, pauses, venue);
    }
}
