package fr.educentre.assidu.training.management;

import fr.educentre.assidu.shell.LocalMoment;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Moments as people of a site write them. */
final class SiteTime {

    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2099-12-31T00:00:00Z");

    private SiteTime() {}

    /** Empty for what is no moment: no date, an hour that the clocks skip. The hour that comes twice is the first one. */
    static Optional<Instant> read(String written, ZoneId zone) {
        return parsed(written, zone).filter(SiteTime::isSensible);
    }

    /** Of these decades: another year is a slip of the hand. */
    private static boolean isSensible(Instant moment) {
        return moment.isAfter(FIRST) && moment.isBefore(LAST);
    }

    private static Optional<Instant> parsed(String written, ZoneId zone) {
        try {
            if (written.length() > 16 && written.matches(".*([Zz]|[+-]\\d\\d:?\\d\\d)")) {
                return Optional.of(OffsetDateTime.parse(written).toInstant());
            }
            return switch (LocalMoment.of(LocalDateTime.parse(written), zone)) {
                case LocalMoment.At at -> Optional.of(at.instant());
                case LocalMoment.Twice twice -> Optional.of(twice.first());
                case LocalMoment.Skipped skipped -> Optional.empty();
            };
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static String write(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toOffsetDateTime().toString();
    }
}
