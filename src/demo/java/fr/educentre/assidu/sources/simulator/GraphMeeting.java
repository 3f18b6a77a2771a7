package fr.educentre.assidu.sources.simulator;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A meeting the simulated Graph knows. @param threadId by which sessions may know it */
public record GraphMeeting(String id, String organizer, String threadId, String joinUrl, List<Held> reports) {

    /** One run of the meeting, with its report. */
    public record Held(String id, Instant from, Instant to, List<Attendee> attendees) {}

    /** @param entraId null for a guest and for a telephone, as their address is */
    public record Attendee(
            @Nullable String entraId,
            @Nullable String email,
            @Nullable String name,
            String role,
            List<Stay> stays) {}

    /** Null where Teams knows no time. */
    public record Stay(@Nullable Instant from, @Nullable Instant to) {}

    /** With the identifiers and the join link that Teams would make of these. */
    public static GraphMeeting of(String name, String organizer, List<Held> reports) {
        String thread = "19:meeting_" + name + "@thread.v2";
        String id = java.util.Base64.getEncoder()
                .encodeToString(("1*" + organizer + "*0**" + thread).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        String url = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_" + name
                + "%40thread.v2/0?context=%7b%22Tid%22%3a%22" + FakeGraphServer.TENANT + "%22%2c%22Oid%22%3a%22"
                + organizer
                + "%22%7d";
        return new GraphMeeting(id, organizer, thread, url, reports);
    }

    public GraphMeeting with(List<Held> others) {
        return new GraphMeeting(id, organizer, threadId, joinUrl, others);
    }
}
