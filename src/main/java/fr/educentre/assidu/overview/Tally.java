package fr.educentre.assidu.overview;

import fr.educentre.assidu.overview.Figures.Absences;
import fr.educentre.assidu.overview.Figures.Evaluations;
import fr.educentre.assidu.progress.Progress.LearnerProgress;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sums behind the figures; those of a group are the sums of its learners'. */
record Tally(
        int modules,
        int completedModules,
        int connectionMinutes,
        int observed,
        int taught,
        int unknown,
        int credited,
        int agreed,
        Evaluations evaluations,
        Absences absences,
        @Nullable OffsetDateTime lastActivityAt) {

    /** From what weighs least to what weighs most. */
    private static final List<String> STATES = List.of("JUSTIFIED", "UNDER_REVIEW", "TO_JUSTIFY", "UNJUSTIFIED");

    static final Tally NOTHING =
            new Tally(0, 0, 0, 0, 0, 0, 0, 0, new Evaluations(0, 0, 0), new Absences(0, 0, 0, 0), null);

    static Tally of(
            Collection<Outcome> outcomes,
            @Nullable LearnerProgress progress,
            int activityMinutes,
            int agreedMinutes,
            ZoneId zone) {
        return new Tally(
                progress == null ? 0 : progress.modules(),
                progress == null ? 0 : progress.completedModules(),
                progress == null ? 0 : progress.connectionMinutes(),
                outcomes.stream()
                        .filter(Outcome::counts)
                        .mapToInt(Outcome::observedMinutes)
                        .sum(),
                outcomes.stream()
                        .filter(one -> one.counts() && !one.catchUp())
                        .mapToInt(Outcome::taughtMinutes)
                        .sum(),
                outcomes.stream()
                        .filter(one -> one.ended() && !one.closed() && one.awaited())
                        .mapToInt(Outcome::taughtMinutes)
                        .sum(),
                outcomes.stream().mapToInt(Outcome::creditedMinutes).sum() + activityMinutes,
                agreedMinutes,
                progress == null
                        ? new Evaluations(0, 0, 0)
                        : new Evaluations(
                                progress.evaluationsNotTaken(),
                                progress.evaluationsTaken(),
                                progress.evaluationsPassed()),
                absences(outcomes),
                progress == null || progress.lastActivityAt() == null
                        ? null
                        : progress.lastActivityAt().atZone(zone).toOffsetDateTime());
    }

    /** A half-day is one of absence when all its sessions are; its state is the worst of theirs. */
    static Absences absences(Collection<Outcome> outcomes) {
        int[] found = new int[STATES.size()];
        outcomes.stream().collect(Collectors.groupingBy(Outcome::halfDay)).values().stream()
                .filter(halfDay -> halfDay.stream().allMatch(Outcome::absent))
                .forEach(halfDay ->
                        found[halfDay.stream().mapToInt(Tally::weight).max().orElseThrow()]++);
        return new Absences(found[0], found[3], found[2], found[1]);
    }

    private static int weight(Outcome one) {
        int weight = one.justification() == null ? -1 : STATES.indexOf(one.justification());
        return weight < 0 ? STATES.indexOf("TO_JUSTIFY") : weight;
    }

    Tally plus(Tally other) {
        return new Tally(
                modules + other.modules,
                completedModules + other.completedModules,
                connectionMinutes + other.connectionMinutes,
                observed + other.observed,
                taught + other.taught,
                unknown + other.unknown,
                credited + other.credited,
                agreed + other.agreed,
                evaluations.plus(other.evaluations),
                absences.plus(other.absences),
                latest(lastActivityAt, other.lastActivityAt));
    }

    private static @Nullable OffsetDateTime latest(@Nullable OffsetDateTime one, @Nullable OffsetDateTime other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }

    Figures figures() {
        return new Figures(
                Figures.rate(completedModules, modules),
                modules,
                completedModules,
                connectionMinutes,
                Figures.rate(Math.min(observed, taught), taught),
                observed,
                taught,
                unknown,
                Figures.rate(credited, agreed),
                credited,
                agreed,
                evaluations,
                absences,
                lastActivityAt);
    }
}
