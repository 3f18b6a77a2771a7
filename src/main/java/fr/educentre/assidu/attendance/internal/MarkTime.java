package fr.educentre.assidu.attendance.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When a mark was made.
 *
 * @param device null where it was made on a screen that had its connection
 */
record MarkTime(Instant at, @Nullable Device device) {

    /**
     * What the device said of it.
     *
     * @param markedAt by the device's clock, as sentAt
     */
    record Device(UUID key, Instant markedAt, Instant sentAt, Instant receivedAt) {

        Map<String, Object> payload() {
            return Map.of(
                    "key",
                    key.toString(),
                    "markedAt",
                    text(markedAt),
                    "sentAt",
                    text(sentAt),
                    "receivedAt",
                    text(receivedAt));
        }

        private static String text(Instant at) {
            return at.truncatedTo(ChronoUnit.MILLIS).toString();
        }
    }

    static MarkTime now(Instant at) {
        return new MarkTime(at, null);
    }
}
