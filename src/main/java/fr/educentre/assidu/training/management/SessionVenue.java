package fr.educentre.assidu.training.management;

import fr.educentre.assidu.shell.WrittenText;
import fr.educentre.assidu.training.Modality;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Where a session is held: in a room, in a virtual class, on the platform. */
@Embeddable
public record SessionVenue(
        @NotNull @Enumerated(EnumType.STRING) Modality modality,
        @Size(max = 100) @Nullable String room,
        @Valid @Embedded @Nullable SessionMeeting meeting) {

    public SessionVenue {
        String written = WrittenText.line(room);
        room = written.isEmpty() ? null : written;
        // A form leaves its fields empty.
        meeting = meeting == null || meeting.empty() ? null : meeting;
    }
}
