package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Reach;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Understood;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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
        hours(file, slot).ifPresent(hours -> {
            throw Refusal.invalid(
                    "refusal.evidenceFile.otherZone",
                    both(file, slot, zone, hours).toArray());
        });
    }

    /** What is said where the zone that a person stated leaves it hours off all the same; it is taken at their word. */
    static Optional<Wording> remark(Understood file, TimeSlot slot, ZoneId stated) {
        return hours(file, slot).map(hours -> {
            List<Object> values = new ArrayList<>(List.of(stated.getId().replace('_', ' ')));
            values.addAll(both(file, slot, stated, hours));
            return new Wording.Said("connectors.file.statedZone", values);
        });
    }

    private static List<Object> both(Understood file, TimeSlot slot, ZoneId zone, long hours) {
        Reach reach = Objects.requireNonNull(file.reach());
        return List.of(
                time(reach.from(), zone),
                time(reach.to(), zone),
                time(slot.from(), zone),
                time(slot.to(), zone),
                Math.abs(hours));
    }

    /** How many it is off; empty where it is not. */
    private static Optional<Long> hours(Understood file, TimeSlot slot) {
        Reach reach = file.reach();
        // The dashboard of BigBlueButton tells instants, and a sheet the session's own times.
        if (reach == null || file.sheet() || file.source() == EvidenceSource.BIGBLUEBUTTON) {
            return Optional.empty();
        }
        long hours = Math.round(Duration.between(slot.from(), reach.from()).toSeconds() / 3600.0);
        boolean off = hours != 0
                && Math.abs(hours) <= FURTHEST_HOURS
                && about(slot.from(), reach.from(), hours)
                && about(slot.to(), reach.to(), hours);
        return off ? Optional.of(hours) : Optional.empty();
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
