package fr.educentre.assidu.training.management;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Moments as people of a site write them. */
final class SiteTime {

    private SiteTime() {}

    /** Empty for what is no moment: no date, an hour that the clocks skip. The hour that comes twice is the first one. */
    static Optional<Instant> read(String written, ZoneId zone) {
        try {
            if (written.length() > 16 && written.matches(".*([Zz]|[+-]\\d\\d:?\\d\\d)")) {
                return Optional.of(OffsetDateTime.parse(written).toInstant());
            }
            LocalDateTime local = LocalDateTime.parse(written);
            return zone.getRules().getValidOffsets(local).isEmpty()
                    ? Optional.empty()
                    : Optional.of(local.atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static String write(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toOffsetDateTime().toString();
    }
}
