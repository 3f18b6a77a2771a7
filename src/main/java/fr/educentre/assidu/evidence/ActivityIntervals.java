package fr.educentre.assidu.evidence;

import fr.educentre.assidu.training.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * From activity on the platform to the stretches during which someone was connected: the time between one activity and
 * the next counts, up to the idle cap; the last activity counts for nothing. A course player (cmi5) or a video tells
 * its own time, which is taken instead.
 */
public final class ActivityIntervals {

    public static final Duration DEFAULT_IDLE_CAP = Duration.ofMinutes(15);

    private ActivityIntervals() {}

    /**
     * Stretches of connection of one learner: disjoint, in order, whatever the order and the repeats of the traces.
     *
     * @param traces of kind ACTIVITY; others are left out
     * @param idleCap the most that counts after an activity that nothing follows
     */
    public static List<TimeSlot> of(Collection<Trace> traces, Duration idleCap) {
        return MediaSessionIntervals.intervals(traces, idleCap);
    }

    /** The same from bare instants. */
    public static List<TimeSlot> between(Collection<Instant> instants, Duration idleCap) {
        var ordered = instants.stream().distinct().sorted().toList();
        var stretches = new ArrayList<TimeSlot>();
        for (int i = 1; i < ordered.size(); i++) {
            Instant from = ordered.get(i - 1);
            Instant capped = from.plus(idleCap);
            Instant next = ordered.get(i);
            Instant to = next.isBefore(capped) ? next : capped;
            if (to.isAfter(from)) {
                stretches.add(new TimeSlot(from, to));
            }
        }
        return union(stretches);
    }

    /** Merges what overlaps or touches. */
    public static List<TimeSlot> union(Collection<TimeSlot> slots) {
        var merged = new ArrayList<TimeSlot>();
        for (TimeSlot slot :
                slots.stream().sorted(Comparator.comparing(TimeSlot::from)).toList()) {
            if (!merged.isEmpty() && !slot.from().isAfter(merged.getLast().to())) {
                TimeSlot last = merged.removeLast();
                merged.add(last.to().isBefore(slot.to()) ? new TimeSlot(last.from(), slot.to()) : last);
            } else {
                merged.add(slot);
            }
        }
        return List.copyOf(merged);
    }

    /** What falls within a stretch. */
    public static List<TimeSlot> within(Collection<TimeSlot> slots, TimeSlot stretch) {
        return slots.stream()
                .filter(stretch::overlaps)
                .map(slot -> new TimeSlot(
                        slot.from().isBefore(stretch.from()) ? stretch.from() : slot.from(),
                        slot.to().isAfter(stretch.to()) ? stretch.to() : slot.to()))
                .toList();
    }
}
