package fr.educentre.assidu.training;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time, start included, end excluded; the end is after the start. */
public record TimeSlot(Instant from, Instant to) {

    public TimeSlot {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("A slot ends after it starts: " + from + " - " + to);
        }
    }

    public Duration duration() {
        return Duration.between(from, to);
    }

    public boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    public boolean overlaps(TimeSlot other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }
}
