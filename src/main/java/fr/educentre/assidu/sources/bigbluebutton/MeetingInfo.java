package fr.educentre.assidu.sources.bigbluebutton;

import fr.educentre.assidu.sources.bigbluebutton.PolledParticipantStore.Seen;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code getMeetingInfo} answers.
 *
 * @param endedAt null while it is not over
 * @param people by connection: those there now
 */
record MeetingInfo(
        String occurrence,
        @Nullable Instant createdAt,
        @Nullable Instant endedAt,
        Map<String, Seen> people) {

    private static final int MOST_PEOPLE = 5000;

    static MeetingInfo of(BigBlueButtonXml xml) {
        String occurrence = xml.text("internalMeetingID");
        if (occurrence.isEmpty()) {
            throw new UnreadablePayloadException("noMeeting", "getMeetingInfo");
        }
        Map<String, Seen> people = new LinkedHashMap<>();
        for (BigBlueButtonXml attendee : xml.children("attendees", "attendee")) {
            String userId = attendee.text("userID");
            String name = attendee.text("fullName");
            if (people.size() < MOST_PEOPLE && !(userId.isEmpty() && name.isEmpty())) {
                String connection = PolledParticipantStore.connection(BigBlueButtonParticipant.of(userId, "", name));
                people.putIfAbsent(
                        connection, new Seen(connection, userId, name, "MODERATOR".equals(attendee.text("role"))));
            }
        }
        return new MeetingInfo(
                BigBlueButtonParticipant.shortened(occurrence),
                instant(xml.number("createTime")),
                instant(xml.number("endTime")),
                people);
    }

    private static @Nullable Instant instant(long millis) {
        return millis == 0 ? null : Instant.ofEpochMilli(Math.min(millis, 4_102_444_800_000L));
    }
}
