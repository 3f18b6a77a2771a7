package fr.educentre.assidu.signing.internal;

import fr.educentre.assidu.signing.SignedStatement.Times;
import fr.educentre.assidu.signing.Signing.DeviceTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The moment of a signature. Of one made without a connection the device knows how long ago it was, and our clock says when that
 * is; of any other, our clock alone.
 */
@Component
class SignatureTimes {

    private final Clock clock;

    SignatureTimes(Clock clock) {
        this.clock = clock;
    }

    Times of(@Nullable DeviceTime device, ZoneId zone) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant signed = device == null || !device.offline() ? now : before(now, device);
        return new Times(
                signed,
                signed.atZone(zone).toOffsetDateTime().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                now,
                device == null ? null : device.at().truncatedTo(ChronoUnit.MILLIS),
                device != null && device.offline());
    }

    /** One of the future was made just now. */
    private static Instant before(Instant now, DeviceTime device) {
        Duration ago = Duration.between(device.at(), device.sentAt() == null ? now : device.sentAt());
        return ago.isNegative() ? now : now.minus(ago).truncatedTo(ChronoUnit.MILLIS);
    }
}
