package fr.educentre.assidu.evidence;

import fr.educentre.assidu.training.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What counts between an activity and the next one.
 *
 * @param cap the most that counts
 * @param nights the zone by whose days a night counts for nothing; null where nights are of no consequence
 */
record IdleGaps(Duration cap, @Nullable ZoneId nights) {

    List<TimeSlot> between(Collection<Instant> instants) {
        var ordered = instants.stream().distinct().sorted().toList();
        var stretches = new ArrayList<TimeSlot>();
        for (int i = 1; i < ordered.size(); i++) {
            Instant from = ordered.get(i - 1);
            Instant next = ordered.get(i);
            Instant capped = from.plus(cap);
            Instant to = next.isBefore(capped) ? next : capped;
            if (to.isAfter(from) && !night(from, next)) {
                stretches.add(new TimeSlot(from, to));
            }
        }
        return ActivityIntervals.union(stretches);
    }

    private boolean night(Instant from, Instant next) {
        return nights != null
                && Duration.between(from, next).compareTo(cap) > 0
                && !from.atZone(nights).toLocalDate().equals(next.atZone(nights).toLocalDate());
    }
}
