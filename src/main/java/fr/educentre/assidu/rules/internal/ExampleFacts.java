package fr.educentre.assidu.rules.internal;

import fr.educentre.assidu.rules.LearnerFacts;
import fr.educentre.assidu.rules.LearnerFacts.SessionOutcome;
import fr.educentre.assidu.rules.RuleExample;
import fr.educentre.assidu.rules.RuleExample.Seance;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The facts of a made-up learner, as those of a real one would be gathered. */
final class ExampleFacts {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final UUID NOBODY = new UUID(0, 1);
    private static final int MINUTES = 210;
    private static final int AGREED = 6_000;

    private ExampleFacts() {}

    static LearnerFacts of(RuleExample example) {
        LocalDate today = example.day();
        var who = example.learner();
        List<SessionOutcome> sessions = sessions(example, today);
        return new LearnerFacts(
                NOBODY,
                example.name(),
                null,
                who.group(),
                ZONE,
                today,
                who.funder() == null ? Set.of() : Set.of(who.funder().toUpperCase(Locale.ROOT)),
                who.apprentice(),
                who.minor(),
                who.relaunchRunning(),
                who.underReview() || sessions.stream().anyMatch(s -> "UNDER_REVIEW".equals(s.justification())),
                AGREED,
                sessions.stream().mapToInt(SessionOutcome::observedMinutes).sum(),
                sessions,
                noon(today, who.lastActivity(), -1),
                noon(today, who.nextDue(), 1),
                today.minusMonths(3));
    }

    private static @Nullable Instant noon(LocalDate today, @Nullable Integer days, int direction) {
        return days == null
                ? null
                : today.plusDays((long) direction * days)
                        .atTime(12, 0)
                        .atZone(ZONE)
                        .toInstant();
    }

    private static List<SessionOutcome> sessions(RuleExample example, LocalDate today) {
        var outcomes = new ArrayList<SessionOutcome>();
        for (Seance seance : example.sessions()) {
            outcomes.add(outcome(seance, today, outcomes.size() + 1));
        }
        outcomes.sort(Comparator.comparing(SessionOutcome::startsAt).thenComparing(SessionOutcome::sessionId));
        return List.copyOf(outcomes);
    }

    private static SessionOutcome outcome(Seance seance, LocalDate today, int number) {
        LocalDate day = today.minusDays(seance.daysAgo());
        int lost = switch (seance.status()) {
            case "ABSENT", "EXEMPT" -> MINUTES;
            case "PRESENT" -> 0;
            default -> Math.clamp(seance.minutesLost(), 0, MINUTES);
        };
        return new SessionOutcome(
                new UUID(0, number),
                example(number),
                null,
                seance.modality() == null ? "IN_PERSON" : seance.modality(),
                day.atTime(LocalTime.of(seance.afternoon() ? 14 : 9, 0))
                        .atZone(ZONE)
                        .toInstant(),
                day,
                day + (seance.afternoon() ? "/PM" : "/AM"),
                seance.status(),
                seance.justification(),
                MINUTES,
                MINUTES - lost,
                seance.status().equals("LATE") ? lost : 0,
                seance.status().equals("LEFT_EARLY") ? lost : 0,
                !seance.status().equals("EXEMPT"));
    }

    private static String example(int number) {
        return "Séance " + number;
    }
}
