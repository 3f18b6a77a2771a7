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
     */
    public record Stay(
            String userId,
            String name,
            @Nullable String email,
            @Nullable String registrantId,
            @Nullable String customerKey,
            Place place,
            Instant from,
            Instant to) {

        /**
         * Where in the meeting.
         *
         * @param room the breakout room it was in, null for the meeting itself
         * @param waiting not let in: tells nothing of presence
         */
        public record Place(@Nullable String room, boolean waiting) {}

        public static Stay of(String userId, String name, @Nullable String email, Instant from, Instant to) {
            return new Stay(userId, name, email, null, null, new Stay.Place(null, false), from, to);
        }

        public Stay registeredAs(String id) {
            return new Stay(userId, name, email, id, customerKey, place, from, to);
        }

        public Stay withKey(String key) {
            return new Stay(userId, name, email, registrantId, key, place, from, to);
        }

        public Stay inRoom(String uuid) {
            return new Stay(
                    userId, name, email, registrantId, customerKey, new Stay.Place(uuid, place.waiting()), from, to);
        }

        public Stay inWaitingRoom() {
            return new Stay(
                    userId, name, email, registrantId, customerKey, new Stay.Place(place.room(), true), from, to);
        }
    }
}
