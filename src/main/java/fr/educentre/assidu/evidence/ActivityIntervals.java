package fr.educentre.assidu.evidence;

import fr.educentre.assidu.training.TimeSlot;
import java.time.Duration;
import java.time.ZoneId;
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

    /** How long before a slot something that plays in it may have been started, and how long after it stopped. */
    public static final Duration LONGEST_PLAYED = Duration.ofHours(6);

    private ActivityIntervals() {}

    /**
     * Stretches of connection of one learner: disjoint, in order, whatever the order and the repeats of the traces.
     *
     * @param traces of kind ACTIVITY; others are left out
     * @param idleCap the most that counts after an activity that nothing follows
     */
    public static List<TimeSlot> of(Collection<Trace> traces, Duration idleCap) {
        return MediaSessionIntervals.intervals(traces, new IdleGaps(idleCap, null));
    }

    /** The same by days of a zone: a night between two activities counts for nothing, what was played over midnight for all. */
    public static List<TimeSlot> byDays(Collection<Trace> traces, Duration idleCap, ZoneId zone) {
        return MediaSessionIntervals.intervals(traces, new IdleGaps(idleCap, zone));
    }

    /**
     * What matters to a slot: activity up to the idle cap around it, and the whole of what was played, begun before it or
     * stopped after it as it may be.
     */
    public static List<TimeSlot> around(TimeSlot slot, Collection<Trace> traces, Duration idleCap) {
        var near = new TimeSlot(slot.from().minus(idleCap), slot.to().plus(idleCap));
        return of(
                traces.stream()
                        .filter(trace -> near.contains(trace.time().occurredAt()) || MediaSessionIntervals.media(trace))
                        .toList(),
                idleCap);
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
