package fr.educentre.assidu.overview;

import fr.educentre.assidu.overview.AttendanceFigures.Absences;
import fr.educentre.assidu.overview.AttendanceFigures.Evaluations;
import fr.educentre.assidu.progress.Progress.LearnerProgress;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sums behind the figures; those of a group are the sums of its learners'. */
record AttendanceTally(
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

    static final AttendanceTally NOTHING =
            new AttendanceTally(0, 0, 0, 0, 0, 0, 0, 0, new Evaluations(0, 0, 0), new Absences(0, 0, 0, 0), null);

    static AttendanceTally of(
            Collection<AttendanceOutcome> outcomes,
            @Nullable LearnerProgress progress,
            int activityMinutes,
            int agreedMinutes,
            ZoneId zone) {
        return new AttendanceTally(
                progress == null ? 0 : progress.modules(),
                progress == null ? 0 : progress.completedModules(),
                progress == null ? 0 : progress.connectionMinutes(),
                outcomes.stream()
                        .filter(AttendanceOutcome::counts)
                        .mapToInt(AttendanceOutcome::observedMinutes)
                        .sum(),
                outcomes.stream()
                        .filter(one -> one.counts() && !one.catchUp())
                        .mapToInt(AttendanceOutcome::taughtMinutes)
                        .sum(),
                outcomes.stream()
                        .filter(one -> one.ended() && !one.closed() && one.awaited())
                        .mapToInt(AttendanceOutcome::taughtMinutes)
                        .sum(),
                outcomes.stream().mapToInt(AttendanceOutcome::creditedMinutes).sum() + activityMinutes,
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
    static Absences absences(Collection<AttendanceOutcome> outcomes) {
        int[] found = new int[STATES.size()];
        outcomes.stream().collect(Collectors.groupingBy(AttendanceOutcome::halfDay)).values().stream()
                .filter(halfDay -> halfDay.stream().allMatch(AttendanceOutcome::absent))
                .forEach(halfDay -> found[
                        halfDay.stream().mapToInt(AttendanceTally::weight).max().orElseThrow()]++);
        return new Absences(found[0], found[3], found[2], found[1]);
    }

    private static int weight(AttendanceOutcome one) {
        int weight = one.justification() == null ? -1 : STATES.indexOf(one.justification());
        return weight < 0 ? STATES.indexOf("TO_JUSTIFY") : weight;
    }

    AttendanceTally plus(AttendanceTally other) {
        return new AttendanceTally(
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

    AttendanceFigures figures() {
        return new AttendanceFigures(
                AttendanceFigures.rate(completedModules, modules),
                modules,
                completedModules,
                connectionMinutes,
                AttendanceFigures.rate(Math.min(observed, taught), taught),
                observed,
                taught,
                unknown,
                AttendanceFigures.rate(credited, agreed),
                credited,
                agreed,
                evaluations,
                absences,
                lastActivityAt);
    }
}
