package fr.educentre.assidu.rules.examples;

import fr.educentre.assidu.rules.RuleExample;
import fr.educentre.assidu.rules.RuleExample.Connection;
import fr.educentre.assidu.rules.RuleExample.Funding;
import fr.educentre.assidu.rules.RuleExample.Module;
import fr.educentre.assidu.rules.RuleExample.Work;
import fr.educentre.assidu.rules.language.BoundSentence;
import fr.educentre.assidu.rules.language.ConditionTree;
import fr.educentre.assidu.rules.language.RuleText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A learner on whom a rule fires, made up from its sentences to begin an example with: those of its scope and of its first
 * alternative of conditions. What is denied is left alone.
 */
public final class ExampleGenerator {

    private static final int AGREED = 6_000;

    /** What makes a measure reach what it is compared with. */
    @FunctionalInterface
    private interface Effect {

        void on(ExampleGenerator one, Asked asked);
    }

    private static final Map<String, Effect> EFFECTS = Map.ofEntries(
            Map.entry("halfDays", (one, asked) -> one.absences(asked, asked.many(), 1, asked.number(2) - 1)),
            Map.entry(
                    "halfDaysBetween",
                    (one, asked) ->
                            one.absences(asked, asked.many(), one.since(asked.day(3)), one.since(asked.day(2)))),
            Map.entry("hours", (one, asked) -> one.absences(asked, hours(asked), 1, asked.number(2) - 1)),
            Map.entry(
                    "hoursBetween",
                    (one, asked) ->
                            one.absences(asked, hours(asked), one.since(asked.day(3)), one.since(asked.day(2)))),
            Map.entry(
                    "missedSessions",
                    (one, asked) ->
                            one.sessions.absences(asked.many(), "MODALITY", asked.text(0), 1, asked.number(1) - 1)),
            Map.entry(
                    "consecutiveAbsentHalfDays",
                    (one, asked) -> one.learner.sessionsWithoutAGap(
                            asked.many(), one.sessions.seance("ABSENT", "UNJUSTIFIED"))),
            Map.entry("minutesMarkedAbsent", (one, asked) -> one.markedAbsent(asked.many())),
            Map.entry(
                    "absentShare",
                    (one, asked) -> one.sessions.missed(asked.threshold(), asked.text(0), asked.text(1), 60)),
            Map.entry(
                    "absentShareIn",
                    (one, asked) -> one.sessions.missed(asked.threshold(), "MODULE", asked.text(0), 60)),
            Map.entry("attendanceRate", (one, asked) -> one.sessions.missed(100 - asked.threshold(), "ALL", "", 60)),
            Map.entry(
                    "attendanceRateIn",
                    (one, asked) -> one.sessions.missed(100 - asked.threshold(), "MODULE", asked.text(0), 60)),
            Map.entry(
                    "attendanceRateOver",
                    (one, asked) -> one.sessions.missed(100 - asked.threshold(), "ALL", "", asked.number(0) - 1)),
            Map.entry("lateArrivals", (one, asked) -> one.losses(asked, "LATE")),
            Map.entry("lateOrEarly", (one, asked) -> one.losses(asked, "LATE")),
            Map.entry("earlyDepartures", (one, asked) -> one.losses(asked, "LEFT_EARLY")),
            Map.entry("lateMinutes", (one, asked) -> one.sessions.minutes(asked.many(), asked.number(0))),
            Map.entry("lostMinutes", (one, asked) -> one.sessions.minutes(asked.many(), asked.number(0))),
            Map.entry("hoursCompletion", (one, asked) -> one.hours(asked.text(0), below(asked.threshold()), 0)),
            Map.entry("hoursForecast", (one, asked) -> one.hours(asked.text(0), 0, below(asked.threshold()))),
            Map.entry("moduleCompletion", (one, asked) -> one.moduleOpen(asked.text(0))),
            Map.entry("inactiveDays", (one, asked) -> one.inactive(asked.many())),
            Map.entry(
                    "inactiveDaysWithDueWithin",
                    (one, asked) -> one.inactiveWithWorkDue(asked.many(), asked.number(0))),
            Map.entry("connectionShare", (one, asked) -> one.connectedFor(asked.threshold())),
            Map.entry("connectionMinutes", (one, asked) -> one.connected(asked.many(), asked.number(0))),
            Map.entry("lateActivities", (one, asked) -> one.works(asked.many(), false, "OPEN")),
            Map.entry("evaluationsNotTaken", (one, asked) -> one.works(asked.many(), true, "OPEN")),
            Map.entry("evaluationsFailed", (one, asked) -> one.works(asked.many(), true, "FAILED")),
            Map.entry(
                    "moduleOpenAfter",
                    (one, asked) -> one.learner.work.add(
                            work(1, asked.text(0), false, "OPEN", -one.learner.daysSince(asked.day(1))))),
            Map.entry(
                    "workingDaysWithoutDocument",
                    (one, asked) -> one.learner.add(one.sessions
                            .seance("ABSENT", "TO_JUSTIFY")
                            .at(one.sessions.workedBack(asked.many()), false))),
            Map.entry("daysUndecided", (one, asked) -> one.sessions.undecided(asked.many())),
            Map.entry(
                    "minutesUnsigned",
                    (one, asked) -> one.sessions.unsigned(asked.text(0), Math.ceilDiv(asked.many(), 60))),
            Map.entry("trainerAbsences", (one, asked) -> one.trainerAbsences(asked.many(), asked.number(0))));

    private final SampleLearnerBuilder learner = new SampleLearnerBuilder();
    private final ExampleSessionGenerator sessions = new ExampleSessionGenerator(learner);

    private ExampleGenerator() {}

    public static RuleExample of(RuleText rule) {
        var likely = new ExampleGenerator();
        var sentences = new ArrayList<Asked>();
        collect(rule.logic().scope(), sentences);
        collect(rule.logic().condition(), sentences);
        sentences.forEach(likely::dated);
        sentences.forEach(likely::situated);
        sentences.forEach(likely::apply);
        return likely.learner.example();
    }

    /** A measure asked for, the arguments it has, and what it is compared with. */
    private record Asked(String measure, List<String> arguments, double threshold) {

        static Asked of(BoundSentence filled) {
            var comparison = filled.comparison();
            String written = comparison.measure();
            int open = written.indexOf('(');
            String inside =
                    written.substring(open + 1, written.lastIndexOf(')')).strip();
            var arguments = inside.isEmpty()
                    ? List.<String>of()
                    : Arrays.stream(inside.split(","))
                            .map(one -> one.strip().replace("\"", ""))
                            .toList();
            String threshold = comparison.threshold();
            return new Asked(
                    written.substring(0, open), arguments, threshold.isEmpty() ? 1 : Double.parseDouble(threshold));
        }

        String text(int argument) {
            return arguments.get(argument);
        }

        int number(int argument) {
            return Integer.parseInt(arguments.get(argument));
        }

        LocalDate day(int argument) {
            return LocalDate.parse(arguments.get(argument));
        }

        int many() {
            return (int) Math.ceil(threshold);
        }
    }

    private static void collect(ConditionTree formula, List<Asked> into) {
        switch (formula) {
            case ConditionTree.Leaf leaf -> into.add(Asked.of(leaf.filled()));
            case ConditionTree.All all -> all.of().forEach(each -> collect(each, into));
            case ConditionTree.Any any -> any.of().stream().limit(1).forEach(each -> collect(each, into));
            case ConditionTree.Not denied -> {}
        }
    }

    /** The day everything else is told from. */
    private void dated(Asked asked) {
        switch (asked.measure()) {
            case "during" -> from(asked.day(0), asked.day(1));
            case "halfDaysBetween", "hoursBetween" -> {
                if (learner.today.isBefore(asked.day(2).plusDays(asked.many()))) {
                    learner.today = asked.day(3);
                }
            }
            case "moduleOpenAfter" -> from(asked.day(1).plusDays(1), LocalDate.MAX);
            default -> {}
        }
    }

    private void from(LocalDate first, LocalDate last) {
        if (learner.today.isBefore(first)) {
            learner.today = first;
        } else if (learner.today.isAfter(last)) {
            learner.today = last;
        }
    }

    private void situated(Asked asked) {
        switch (asked.measure()) {
            case "fundedBy" -> learner.funder = asked.text(0);
            case "inGroup" -> learner.group = asked.text(0);
            case "inProgramme" -> learner.programme = asked.text(0);
            case "atSite" -> learner.site = asked.text(0);
            case "apprentice" -> learner.apprentice = true;
            case "minor" -> learner.minor = true;
            case "distanceLearner" -> {
                learner.modality = "VIDEO";
                learner.add(sessions.seance("PRESENT", null));
            }
            case "accommodated" -> learner.accommodations = "Tiers temps";
            case "relaunchRunning" -> learner.relaunchRunning = true;
            case "justificationUnderReview" -> learner.underReview = true;
            case "outsideTraining" -> learner.outside = asked.text(0).equals("ANY") ? "COMPANY" : asked.text(0);
            default -> {}
        }
    }

    private void apply(Asked asked) {
        EFFECTS.getOrDefault(asked.measure(), (one, none) -> {}).on(this, asked);
    }

    private void absences(Asked asked, int many, int from, int to) {
        sessions.absences(many, asked.text(0), asked.text(1), from, to);
    }

    private static int hours(Asked asked) {
        return ExampleSessionGenerator.sessions(asked.many());
    }

    private void losses(Asked asked, String status) {
        sessions.losses(asked.many(), status, ExampleSessionGenerator.LOST, asked.number(0));
    }

    private void markedAbsent(int minutesAgo) {
        learner.add(sessions.seance("ABSENT", "TO_JUSTIFY").at(0, false));
        learner.at = java.time.LocalTime.of(9, 0).plusMinutes(Math.min(minutesAgo, RuleExample.SESSION_MINUTES - 1L));
    }

    private void moduleOpen(String module) {
        sessions.absences(1, "MODULE", module, 1, 60);
        learner.modules.add(new Module(module, AGREED / 2));
    }

    private void inactiveWithWorkDue(int days, int within) {
        inactive(days);
        learner.nextDue = Math.min(3, within);
    }

    private void connectedFor(double share) {
        learner.work.add(work(1, null, false, "OPEN", -1));
        learner.connections.add(new Connection(1, (int) (60 * share / 200)));
    }

    private void connected(int minutes, int days) {
        learner.connections.add(new Connection(0, minutes / 2));
        learner.enrolled = Math.max(92, days);
    }

    private void trainerAbsences(int many, int days) {
        for (int i = 0; i < many; i++) {
            learner.trainerAbsences.add(Math.min(1 + 7 * i, days - 1));
        }
    }

    private int since(LocalDate day) {
        return learner.daysSince(day);
    }

    private static int below(double threshold) {
        return (int) (AGREED * Math.max(0, threshold - 5) / 100);
    }

    /** @param funder empty for the enrolment as a whole */
    private void hours(String funder, int credited, int remaining) {
        if (funder.isEmpty()) {
            learner.agreedMinutes = AGREED;
            learner.creditedMinutes = credited;
            learner.remainingMinutes = remaining;
        } else {
            learner.fundings.add(new Funding(funder, null, AGREED, credited, remaining));
        }
    }

    private void inactive(int days) {
        learner.lastActivity = days;
    }

    private void works(int many, boolean evaluation, String state) {
        for (int i = 1; i <= many; i++) {
            learner.work.add(work(i, null, evaluation, state, -3));
        }
    }

    private static Work work(int number, @Nullable String module, boolean evaluation, String state, int dueIn) {
        return new Work((evaluation ? "Évaluation " : "Activité ") + number, module, evaluation, 60, dueIn, state);
    }
}
