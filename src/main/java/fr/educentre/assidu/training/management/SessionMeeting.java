package fr.educentre.assidu.training.management;

import fr.educentre.assidu.shell.WrittenText;
import fr.educentre.assidu.training.MeetingProvider;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The virtual class by which connections find their session. */
@Embeddable
public record SessionMeeting(
        @NotNull @Enumerated(EnumType.STRING) @Column(name = "meeting_provider")
        MeetingProvider provider,

        @NotBlank @Size(max = 200) @Column(name = "meeting_id")
        String id,

        @Size(max = 1000)
        @Pattern(regexp = "https?://.+", message = "check.meeting.url")
        @Column(name = "meeting_url")
        @Nullable
        String url) {

    public SessionMeeting {
        id = WrittenText.line(id);
        url = url == null || url.isBlank() ? null : url.strip();
    }

    /** Nothing is said of it. */
    @SuppressWarnings("NullAway") // as read, before its constraints are looked at
    boolean empty() {
        return provider == null && id.isEmpty() && url == null;
    }
}
