package fr.educentre.assidu.sources.simulator;

import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Who came when, to the minute: of eight learners one is late, one leaves early, one is cut off, one never comes. */
public record ClassScript(SessionInfo session, List<Part> parts) {

    private static final Duration AFTER = Duration.ofMinutes(2);

    /** One learner's. @param stays connections, which overlap where there are two devices */
    public record Part(LearnerInfo learner, List<TimeSlot> stays) {

        public Part {
            stays = List.copyOf(stays);
        }

        /** Without overlaps. */
        List<TimeSlot> merged() {
            List<TimeSlot> merged = new ArrayList<>();
            for (TimeSlot stay :
                    stays.stream().sorted(Comparator.comparing(TimeSlot::from)).toList()) {
                if (!merged.isEmpty() && !stay.from().isAfter(merged.getLast().to())) {
                    TimeSlot last = merged.removeLast();
                    merged.add(new TimeSlot(last.from(), last.to().isAfter(stay.to()) ? last.to() : stay.to()));
                } else {
                    merged.add(stay);
                }
            }
            return merged;
        }
    }

    public static ClassScript of(SessionInfo session, List<LearnerInfo> learners) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < learners.size(); i++) {
            parts.add(new Part(learners.get(i), stays(i % 8, session.startsAt(), session.endsAt())));
        }
        return new ClassScript(session, List.copyOf(parts));
    }

    private static List<TimeSlot> stays(int place, Instant start, Instant end) {
        Instant middle = start.plus(
                Duration.ofMinutes(Duration.between(start, end).dividedBy(2).toMinutes()));
        return switch (place) {
            case 0 -> List.of(stay(start, -4, end, 1));
            case 1 -> List.of(stay(start, 12, end, 0));
            case 2 -> List.of(stay(start, -1, end, -17));
            case 3 -> List.of(stay(start, 0, middle, -8), stay(middle, 3, end, 0));
            case 4 -> List.of();
            case 5 -> List.of(stay(start, -2, middle, 10), stay(middle, -5, end, 0));
            case 6 -> List.of(stay(start, 1, end, 1));
            default -> List.of(stay(start, 0, start, 14));
        };
    }

    private static TimeSlot stay(Instant from, int minutesFrom, Instant to, int minutesTo) {
        return new TimeSlot(from.plus(Duration.ofMinutes(minutesFrom)), to.plus(Duration.ofMinutes(minutesTo)));
    }

    Instant begins() {
        return session.startsAt().minus(Duration.ofMinutes(5));
    }

    Instant ends() {
        return session.endsAt().plus(AFTER);
    }

    /** Minutes of the slot, less its breaks, that the learner was there for. */
    public int minutes(Part part) {
        int minutes = 0;
        for (Instant minute = session.startsAt(); minute.isBefore(session.endsAt()); minute = minute.plusSeconds(60)) {
            if (within(minute, part.stays()) && !within(minute, session.breaks())) {
                minutes++;
            }
        }
        return minutes;
    }

    private static boolean within(Instant minute, List<TimeSlot> stretches) {
        return stretches.stream().anyMatch(one -> !minute.isBefore(one.from()) && minute.isBefore(one.to()));
    }
}
