package fr.educentre.assidu.shell;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** When the time is that a clock on the wall shows: twice a year the clock says more, or less, than one moment. */
public sealed interface LocalMoment {

    /** Once, as nearly always. */
    record At(Instant instant) implements LocalMoment {}

    /** Never: the clock skips it in spring. */
    record Skipped() implements LocalMoment {}

    /** In summer time, then an hour later again in winter time. */
    record Twice(Instant first, Instant second) implements LocalMoment {

        /** By which who wrote it is asked which one; the offsets of the first and of the second are its last arguments. */
        public static final String ASKED = "check.moment.twice";
    }

    static LocalMoment of(LocalDateTime shown, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(shown);
        return switch (offsets.size()) {
            case 0 -> new Skipped();
            case 1 -> new At(shown.toInstant(offsets.getFirst()));
            default -> new Twice(shown.toInstant(offsets.getFirst()), shown.toInstant(offsets.getLast()));
        };
    }
}
