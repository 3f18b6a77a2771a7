package fr.educentre.assidu.training;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A group of learners.
 *
 * @param learners members today
 */
public record GroupInfo(
        UUID id,
        String code,
        String name,
        Programme programme,
        Site site,
        @Nullable ContactInfo referent,
        Period period,
        int learners) {

    /** What its learners follow. */
    public record Programme(UUID id, String title) {}

    /** Where its learners meet. */
    public record Site(UUID id, String name, ZoneId zone) {}

    /** From its first to its last day. */
    public record Period(LocalDate startsOn, LocalDate endsOn) {}
}
