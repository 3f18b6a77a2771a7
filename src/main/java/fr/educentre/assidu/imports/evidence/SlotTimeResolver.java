package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.imports.evidence.ParsedDateTime.DayOrder;
import fr.educentre.assidu.shell.LocalMoment;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times as written in a file, made instants around a session's slot. */
record SlotTimeResolver(TimeSlot slot, ZoneId zone) {

    private static final Duration AROUND = Duration.ofHours(12);

    /** A stretch as written. @param seconds its length as the file tells it, null where it does not */
    record Span(
            @Nullable ParsedDateTime from,
            @Nullable ParsedDateTime to,
            @Nullable Long seconds) {}

    /** A stretch of time. */
    record Interval(Instant from, Instant to) {}

    /** The order that puts most of the file's times in the session's reach, ends after starts. */
    DayOrder order(Collection<Span> spans) {
        long[] dayFirst = fitness(spans, DayOrder.DAY_FIRST);
        long[] monthFirst = fitness(spans, DayOrder.MONTH_FIRST);
        boolean monthFits = monthFirst[0] != dayFirst[0] ? monthFirst[0] > dayFirst[0] : monthFirst[1] > dayFirst[1];
        return monthFits ? DayOrder.MONTH_FIRST : DayOrder.DAY_FIRST;
    }

    private long[] fitness(Collection<Span> spans, DayOrder order) {
        long near = 0;
        long coherent = 0;
        for (Span span : spans) {
            Optional<Instant> from = instant(span.from(), order);
            Optional<Instant> to = instant(span.to(), order);
            boolean ordered = from.isEmpty() || to.isEmpty() || !to.get().isBefore(from.get());
            if (ordered && (from.isPresent() || to.isPresent())) {
                coherent++;
                if (from.or(() -> to).filter(this::near).isPresent()) {
                    near++;
                }
            }
        }
        return new long[] {near, coherent};
    }

    boolean near(Instant at) {
        return !at.isBefore(slot.from().minus(AROUND)) && !at.isAfter(slot.to().plus(AROUND));
    }

    Optional<Instant> instant(@Nullable ParsedDateTime stamp, DayOrder order) {
        return candidates(stamp, order).stream().findFirst();
    }

    /**
     * Where the clock goes back, a written time happens twice: of the possible stretches, the one whose length is nearest
     * to what the file tells; else the one that overlaps the slot most; else the shortest.
     */
    Optional<Interval> interval(Span span, DayOrder order) {
        Interval best = null;
        for (Instant from : candidates(span.from(), order)) {
            for (Instant to : candidates(span.to(), order)) {
                var candidate = new Interval(from, to);
                if (to.isAfter(from) && (best == null || better(candidate, best, span.seconds()))) {
                    best = candidate;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Of a stretch with one end and a length as the file tells it, the part that is sure; empty without these. */
    Optional<Interval> certain(Span span, DayOrder order) {
        Long seconds = span.seconds();
        if (seconds == null || seconds <= 0) {
            return Optional.empty();
        }
        Optional<Instant> from = instant(span.from(), order);
        Optional<Instant> to = instant(span.to(), order);
        return from.map(at -> new Interval(at, at.plusSeconds(seconds)))
                .or(() -> to.map(at -> new Interval(at.minusSeconds(seconds), at)));
    }

    private boolean better(Interval one, Interval other, @Nullable Long seconds) {
        long length = Duration.between(one.from(), one.to()).toSeconds();
        long otherLength = Duration.between(other.from(), other.to()).toSeconds();
        if (seconds != null) {
            return Math.abs(length - seconds) < Math.abs(otherLength - seconds);
        }
        long overlap = overlap(one);
        long otherOverlap = overlap(other);
        return overlap != otherOverlap ? overlap > otherOverlap : length < otherLength;
    }

    private long overlap(Interval stretch) {
        Instant from = stretch.from().isAfter(slot.from()) ? stretch.from() : slot.from();
        Instant to = stretch.to().isBefore(slot.to()) ? stretch.to() : slot.to();
        return Math.max(0, Duration.between(from, to).toSeconds());
    }

    private List<Instant> candidates(@Nullable ParsedDateTime stamp, DayOrder order) {
        if (stamp == null) {
            return List.of();
        }
        Optional<LocalDateTime> local = stamp.at(order, LocalDate.ofInstant(slot.from(), zone));
        if (local.isEmpty()) {
            return List.of();
        }
        LocalDateTime at = local.get();
        if (stamp.offset() != null) {
            return List.of(at.toInstant(stamp.offset()));
        }
        return switch (LocalMoment.of(at, zone)) {
            case LocalMoment.At once -> List.of(once.instant());
            // No clock of that zone showed it: the file is of another zone, or was typed.
            case LocalMoment.Skipped never -> List.of();
            case LocalMoment.Twice twice -> List.of(twice.first(), twice.second());
        };
    }
}
