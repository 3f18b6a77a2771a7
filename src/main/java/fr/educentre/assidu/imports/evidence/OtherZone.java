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

/** Whether a report tells of the same stretch of time a whole number of half-hours off: it may have been written in another zone. */
final class OtherZone {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final Duration ABOUT = Duration.ofMinutes(15);
    /** Of the few zones a half-hour off: otherwise a class of another hour would be one of them. */
    private static final Duration NEARLY = Duration.ofMinutes(10);

    private static final long FURTHEST_HOURS = 14;

    /** Half an hour is a class that began late and went on as long: no two zones that write to each other are so near. */
    private static final long FEWEST_HALVES = 2;

    private OtherZone() {}

    /**
     * @param zone the times were read in, which nobody stated
     * @throws Refusal INVALID when a person is to say in which zone the file was written
     */
    static void require(Understood file, TimeSlot slot, ZoneId zone) {
        halves(file, slot).ifPresent(halves -> {
            throw Refusal.invalid(
                    "refusal.evidenceFile.otherZone",
                    both(file, slot, zone, halves).toArray());
        });
    }

    /** What is said where the zone that a person stated leaves it hours off all the same; it is taken at their word. */
    static Optional<Wording> remark(Understood file, TimeSlot slot, ZoneId stated) {
        return halves(file, slot).map(halves -> {
            List<Object> values = new ArrayList<>(List.of(stated.getId().replace('_', ' ')));
            values.addAll(both(file, slot, stated, halves));
            return new Wording.Said("connectors.file.statedZone", values);
        });
    }

    private static List<Object> both(Understood file, TimeSlot slot, ZoneId zone, long halves) {
        Reach reach = Objects.requireNonNull(file.reach());
        return List.of(
                time(reach.from(), zone),
                time(reach.to(), zone),
                time(slot.from(), zone),
                time(slot.to(), zone),
                halves % 2 == 0 ? (Object) (Math.abs(halves) / 2) : (Object) (Math.abs(halves) / 2.0));
    }

    /** How many half-hours it is off, as India is from Europe; empty where it is not. */
    private static Optional<Long> halves(Understood file, TimeSlot slot) {
        Reach reach = file.reach();
        // The dashboard of BigBlueButton tells instants, and a sheet the session's own times.
        if (reach == null || file.sheet() || file.source() == EvidenceSource.BIGBLUEBUTTON) {
            return Optional.empty();
        }
        long halves = Math.round(Duration.between(slot.from(), reach.from()).toSeconds() / 1800.0);
        boolean off = Math.abs(halves) >= FEWEST_HALVES
                && Math.abs(halves) <= 2 * FURTHEST_HOURS
                && about(slot.from(), reach.from(), halves)
                && about(slot.to(), reach.to(), halves);
        return off ? Optional.of(halves) : Optional.empty();
    }

    private static boolean about(Instant planned, Instant told, long halves) {
        return Duration.between(planned.plus(Duration.ofMinutes(30 * halves)), told)
                        .abs()
                        .compareTo(halves % 2 == 0 ? ABOUT : NEARLY)
                <= 0;
    }

    private static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }
}
