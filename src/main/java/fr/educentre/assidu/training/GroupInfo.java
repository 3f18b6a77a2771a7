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
        UUID programmeId,
        String programmeTitle,
        UUID siteId,
        String siteName,
        ZoneId zone,
        @Nullable ContactInfo referent,
        LocalDate startsOn,
        LocalDate endsOn,
        int learners) {}
