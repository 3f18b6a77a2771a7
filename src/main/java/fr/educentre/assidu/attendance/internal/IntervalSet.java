package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.training.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Stretches of time that neither overlap nor touch, in order. Seconds are kept until {@link #minutes()}, which rounds the
 * whole down to full minutes once: ten stretches of 30 seconds are 5 minutes, and nothing is ever rounded up.
 */
record IntervalSet(List<TimeSlot> slots) {

    static final IntervalSet NONE = new IntervalSet(List.of());

    IntervalSet {
        slots = List.copyOf(slots);
    }

    static IntervalSet of(Collection<TimeSlot> any) {
        List<TimeSlot> sorted =
                any.stream().sorted(Comparator.comparing(TimeSlot::from)).toList();
        List<TimeSlot> merged = new ArrayList<>();
        for (TimeSlot next : sorted) {
            TimeSlot last = merged.isEmpty() ? null : merged.getLast();
            if (last == null || next.from().isAfter(last.to())) {
                merged.add(next);
            } else if (next.to().isAfter(last.to())) {
                merged.set(merged.size() - 1, new TimeSlot(last.from(), next.to()));
            }
        }
        return new IntervalSet(merged);
    }

    IntervalSet within(TimeSlot bounds) {
        List<TimeSlot> clipped = new ArrayList<>();
        for (TimeSlot slot : slots) {
            if (slot.overlaps(bounds)) {
                clipped.add(new TimeSlot(later(slot.from(), bounds.from()), earlier(slot.to(), bounds.to())));
            }
        }
        return new IntervalSet(clipped);
    }

    IntervalSet without(Collection<TimeSlot> holes) {
        List<TimeSlot> left = slots;
        for (TimeSlot hole : holes) {
            List<TimeSlot> next = new ArrayList<>();
            for (TimeSlot slot : left) {
                if (!slot.overlaps(hole)) {
                    next.add(slot);
                    continue;
                }
                if (slot.from().isBefore(hole.from())) {
                    next.add(new TimeSlot(slot.from(), hole.from()));
                }
                if (hole.to().isBefore(slot.to())) {
                    next.add(new TimeSlot(hole.to(), slot.to()));
                }
            }
            left = next;
        }
        return new IntervalSet(left);
    }

    IntervalSet and(IntervalSet other) {
        List<TimeSlot> all = new ArrayList<>(slots);
        all.addAll(other.slots);
        return of(all);
    }

    Duration duration() {
        return slots.stream().map(TimeSlot::duration).reduce(Duration.ZERO, Duration::plus);
    }

    /** Full minutes of the whole. */
    int minutes() {
        return (int) duration().toMinutes();
    }

    boolean isEmpty() {
        return slots.isEmpty();
    }

    Optional<Instant> start() {
        return slots.isEmpty() ? Optional.empty() : Optional.of(slots.getFirst().from());
    }

    Optional<Instant> end() {
        return slots.isEmpty() ? Optional.empty() : Optional.of(slots.getLast().to());
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
