package fr.educentre.assidu.sources.simulator;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An instance of a Zoom meeting as it went.
 *
 * @param uuid of the instance
 */
public record FakeZoomMeeting(
        String number, String uuid, String topic, Instant startedAt, Instant endedAt, List<Stay> stays) {

    public FakeZoomMeeting {
        stays = List.copyOf(stays);
    }

    /**
     * One connection.
     *
     * @param room the breakout room it was in, null for the meeting itself
     * @param waiting not let in: tells nothing of presence
     */
    public record Stay(
            String userId,
            String name,
            @Nullable String email,
            @Nullable String registrantId,
            @Nullable String customerKey,
            @Nullable String room,
            boolean waiting,
            Instant from,
            Instant to) {

        public static Stay of(String userId, String name, @Nullable String email, Instant from, Instant to) {
            return new Stay(userId, name, email, null, null, null, false, from, to);
        }

        public Stay registeredAs(String id) {
            return new Stay(userId, name, email, id, customerKey, room, waiting, from, to);
        }

        public Stay withKey(String key) {
            return new Stay(userId, name, email, registrantId, key, room, waiting, from, to);
        }

        public Stay inRoom(String uuid) {
            return new Stay(userId, name, email, registrantId, customerKey, uuid, waiting, from, to);
        }

        public Stay inWaitingRoom() {
            return new Stay(userId, name, email, registrantId, customerKey, room, true, from, to);
        }
    }
}
