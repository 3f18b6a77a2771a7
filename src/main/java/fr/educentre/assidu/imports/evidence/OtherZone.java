package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Reach;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Understood;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Whether a report tells of the same stretch of time a whole number of hours off: it may have been written in another zone. */
final class OtherZone {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final Duration ABOUT = Duration.ofMinutes(15);
    private static final long FURTHEST_HOURS = 14;

    private OtherZone() {}

    /**
     * @param zone the times were read in, which nobody stated
     * @throws Refusal INVALID when a person is to say in which zone the file was written
     */
    static void require(Understood file, TimeSlot slot, ZoneId zone) {
        Reach reach = file.reach();
        // The dashboard of BigBlueButton tells instants, and a sheet the session's own times.
        if (reach == null || file.sheet() || file.source() == EvidenceSource.BIGBLUEBUTTON) {
            return;
        }
        long hours = Math.round(Duration.between(slot.from(), reach.from()).toSeconds() / 3600.0);
        if (hours != 0
                && Math.abs(hours) <= FURTHEST_HOURS
                && about(slot.from(), reach.from(), hours)
                && about(slot.to(), reach.to(), hours)) {
            throw Refusal.invalid(
                    "refusal.evidenceFile.otherZone",
                    time(reach.from(), zone),
                    time(reach.to(), zone),
                    time(slot.from(), zone),
                    time(slot.to(), zone),
                    Math.abs(hours));
        }
    }

    private static boolean about(Instant planned, Instant told, long hours) {
        return Duration.between(planned.plus(Duration.ofHours(hours)), told)
                        .abs()
                        .compareTo(ABOUT)
                <= 0;
    }

    private static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }
}
