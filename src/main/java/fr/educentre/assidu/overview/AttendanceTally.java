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
        Distance distance,
        Minutes minutes,
        Hours hours,
        Evaluations evaluations,
        Absences absences,
        @Nullable OffsetDateTime lastActivityAt) {

    /** What was done at a distance. */
    record Distance(int modules, int completedModules, int connectionMinutes) {}

    /** What was counted. */
    record Minutes(int observed, int taught, int unknown) {}

    /** What was charged, of what was agreed. */
    record Hours(int credited, int agreed) {}

    /** From what weighs least to what weighs most. */
    private static final List<String> STATES = List.of("JUSTIFIED", "UNDER_REVIEW", "TO_JUSTIFY", "UNJUSTIFIED");

    static final AttendanceTally NOTHING = new AttendanceTally(
            new AttendanceTally.Distance(0, 0, 0),
            new AttendanceTally.Minutes(0, 0, 0),
            new AttendanceTally.Hours(0, 0),
            new Evaluations(0, 0, 0),
            new Absences(0, 0, 0, 0),
            null);

    static AttendanceTally of(
            Collection<AttendanceOutcome> outcomes,
            @Nullable LearnerProgress progress,
            int activityMinutes,
            int agreedMinutes,
            ZoneId zone) {
        return new AttendanceTally(
                new AttendanceTally.Distance(
                        progress == null ? 0 : progress.modules(),
                        progress == null ? 0 : progress.completedModules(),
                        progress == null ? 0 : progress.connectionMinutes()),
                new AttendanceTally.Minutes(
                        outcomes.stream()
                                .filter(AttendanceOutcome::counts)
                                .mapToInt(one -> one.minutes().observed())
                                .sum(),
                        outcomes.stream()
                                .filter(one -> one.counts() && !one.catchUp())
                                .mapToInt(one -> one.minutes().taught())
                                .sum(),
                        outcomes.stream()
                                .filter(one -> one.ended() && !one.closed() && one.awaited())
                                .mapToInt(one -> one.minutes().taught())
                                .sum()),
                new AttendanceTally.Hours(
                        outcomes.stream()
                                        .mapToInt(one -> one.minutes().credited())
                                        .sum()
                                + activityMinutes,
                        agreedMinutes),
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
                new AttendanceTally.Distance(
                        distance.modules() + other.distance.modules(),
                        distance.completedModules() + other.distance.completedModules(),
                        distance.connectionMinutes() + other.distance.connectionMinutes()),
                new AttendanceTally.Minutes(
                        minutes.observed() + other.minutes.observed(),
                        minutes.taught() + other.minutes.taught(),
                        minutes.unknown() + other.minutes.unknown()),
                new AttendanceTally.Hours(
                        hours.credited() + other.hours.credited(), hours.agreed() + other.hours.agreed()),
                evaluations.plus(other.evaluations),
                absences.plus(other.absences),
                latest(lastActivityAt, other.lastActivityAt));
    }

    private static @Nullable OffsetDateTime latest(@Nullable OffsetDateTime one, @Nullable OffsetDateTime other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }

    AttendanceFigures figures() {
        return new AttendanceFigures(
                new AttendanceFigures.ModuleCompletion(
                        AttendanceFigures.rate(distance.completedModules(), distance.modules()),
                        distance.modules(),
                        distance.completedModules(),
                        distance.connectionMinutes()),
                new AttendanceFigures.AttendanceToDate(
                        AttendanceFigures.rate(Math.min(minutes.observed(), minutes.taught()), minutes.taught()),
                        minutes.observed(),
                        minutes.taught(),
                        minutes.unknown()),
                new AttendanceFigures.HoursCompletion(
                        AttendanceFigures.rate(hours.credited(), hours.agreed()), hours.credited(), hours.agreed()),
                evaluations,
                absences,
                lastActivityAt);
    }
}
