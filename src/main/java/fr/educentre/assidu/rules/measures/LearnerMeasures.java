package fr.educentre.assidu.rules.measures;

import fr.educentre.assidu.rules.LearnerFacts;
import fr.educentre.assidu.rules.LearnerFacts.SessionOutcome;
import fr.educentre.assidu.rules.LearnerFacts.TrainerAbsence;
import fr.educentre.assidu.rules.language.DayFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The figures of one learner that sentences ask for, each computed when first asked for and remembered, so that many rules
 * share the work. Windows are in days, today included; a measure tells the clock's watch when it may change by itself.
 *
 * <p>Episodes: what is counted over a sliding window has its chain's first day, a run its first half-day, inactivity its
 * last activity, a rate the enrolment it is about.
 */
public final class LearnerMeasures extends LearnerSituation {

    private final SessionHistory history;
    private final HoursMeasures hours;

    public LearnerMeasures(LearnerFacts facts, int order) {
        super(facts, order);
        this.history = history();
        this.hours = new HoursMeasures(facts, history, clock());
    }

    /** Half-days of absence over the last days, by justification, reason, modality, module, weekday or site. */
    public Measure halfDays(String filter, String value, int days) {
        return once(
                "halfDays",
                filter,
                value,
                days,
                () -> history.halfDays(
                        history.last(days), SessionCriterion.valueOf(filter).is(value)));
    }

    public Measure halfDaysBetween(String filter, String value, String from, String to) {
        return once(
                "halfDays" + from + to,
                filter,
                value,
                0,
                () -> history.halfDays(
                        history.between(LocalDate.parse(from), LocalDate.parse(to)),
                        SessionCriterion.valueOf(filter).is(value)));
    }

    /** Hours missed over the last days: of absences whole, of partial presences what is missing. */
    public Measure hours(String filter, String value, int days) {
        return once("hours", filter, value, days, () -> missed(history.last(days), filter, value));
    }

    public Measure hoursBetween(String filter, String value, String from, String to) {
        return once(
                "hours" + from + to,
                filter,
                value,
                0,
                () -> missed(history.between(LocalDate.parse(from), LocalDate.parse(to)), filter, value));
    }

    private Measure missed(SessionHistory.Window window, String filter, String value) {
        Predicate<SessionOutcome> which = SessionCriterion.valueOf(filter).is(value);
        return history.counted(
                window, session -> missing(session) > 0 && which.test(session), LearnerMeasures::missing, 60);
    }

    private static int missing(SessionOutcome session) {
        return switch (session.status()) {
            case "ABSENT" -> session.taughtMinutes();
            case "PARTIAL" -> Math.max(0, session.taughtMinutes() - session.observedMinutes());
            default -> 0;
        };
    }

    public Measure missedSessions(String modality, int days) {
        return once(
                "missed",
                "MODALITY",
                modality,
                days,
                () -> history.counted(
                        history.last(days),
                        session -> session.status().equals("ABSENT")
                                && session.modality().equals(modality),
                        session -> 1,
                        1));
    }

    /** Half-days not known yet and those let off neither count nor end the run. */
    public Measure consecutiveAbsentHalfDays() {
        return once("consecutive", "", "", 0, () -> {
            var run = new ArrayList<HalfDay>();
            for (HalfDay halfDay : history.halfDays().reversed()) {
                if (halfDay.attended()) {
                    break;
                }
                if (halfDay.absent()) {
                    run.addFirst(halfDay);
                }
            }
            return SessionHistory.measured(
                    run, run.isEmpty() ? "" : run.getFirst().key());
        });
    }

    public Measure lateArrivals(int days) {
        return once("late", "", "", days, () -> history.counted(history.last(days), this::late, s -> 1, 1));
    }

    public Measure earlyDepartures(int days) {
        return once("early", "", "", days, () -> history.counted(history.last(days), this::early, s -> 1, 1));
    }

    public Measure lateOrEarly(int days) {
        return once(
                "lateOrEarly",
                "",
                "",
                days,
                () -> history.counted(history.last(days), s -> late(s) || early(s), s -> 1, 1));
    }

    public Measure lostMinutes(int days) {
        return once(
                "lost",
                "",
                "",
                days,
                () -> history.counted(
                        history.last(days),
                        s -> (late(s) || early(s)) && s.lateMinutes() + s.earlyMinutes() > 0,
                        s -> s.lateMinutes() + s.earlyMinutes(),
                        1));
    }

    public Measure lateMinutes(int days) {
        return once(
                "lateMinutes",
                "",
                "",
                days,
                () -> history.counted(
                        history.last(days), s -> late(s) && s.lateMinutes() > 0, SessionOutcome::lateMinutes, 1));
    }

    private boolean late(SessionOutcome session) {
        return session.status().equals("LATE") && beyond(session.lateMinutes());
    }

    private boolean early(SessionOutcome session) {
        return session.status().equals("LEFT_EARLY") && beyond(session.earlyMinutes());
    }

    private boolean beyond(int minutes) {
        int tolerated = accommodations().toleratedMinutes();
        return tolerated == 0 || minutes > tolerated;
    }

    /** Percentage: observed minutes of the sessions that count / their taught minutes. */
    public Measure attendanceRate() {
        return once(
                "rate",
                "",
                "",
                0,
                () -> history.share(history.everything(), s -> true, SessionOutcome::observedMinutes, enrolment()));
    }

    public Measure attendanceRateOver(int days) {
        return once(
                "rate",
                "",
                "",
                days,
                () -> history.share(history.last(days), s -> true, SessionOutcome::observedMinutes, enrolment()));
    }

    public Measure attendanceRateIn(String module) {
        return once(
                "rate",
                "MODULE",
                module,
                0,
                () -> history.share(
                        history.everything(),
                        SessionCriterion.MODULE.is(module),
                        SessionOutcome::observedMinutes,
                        enrolment()));
    }

    /** Percentage of the taught minutes to date missed by absences. */
    public Measure absentShare(String filter, String value) {
        return once("absentShare", filter, value, 0, () -> {
            Predicate<SessionOutcome> which = SessionCriterion.valueOf(filter).is(value);
            return history.share(
                    history.everything(),
                    s -> true,
                    s -> s.status().equals("ABSENT") && which.test(s) ? s.taughtMinutes() : 0,
                    enrolment());
        });
    }

    /** Of the module's own taught minutes to date. */
    public Measure absentShareIn(String module) {
        return once(
                "absentShareIn",
                "MODULE",
                module,
                0,
                () -> history.share(
                        history.everything(),
                        SessionCriterion.MODULE.is(module),
                        s -> s.status().equals("ABSENT") ? s.taughtMinutes() : 0,
                        enrolment()));
    }

    private String enrolment() {
        return "" + facts().enrolledOn();
    }

    public Measure hoursCompletion(String funder) {
        return once("completion", "", funder, 0, () -> hours.completion(funder));
    }

    public Measure hoursForecast(String funder) {
        return once("forecast", "", funder, 0, () -> hours.forecast(funder));
    }

    public Measure moduleCompletion(String module) {
        return once("moduleCompletion", "", module, 0, () -> hours.moduleCompletion(module));
    }

    public Measure inactiveDaysWithDueWithin(int days) {
        return once("inactiveDue", "", "", days, () -> distance().inactiveDaysWithDueWithin(days));
    }

    public Measure inactiveDays() {
        return once("inactive", "", "", 0, distance()::inactiveDays);
    }

    public Measure connectionShare() {
        return once("connectionShare", "", "", 0, distance()::connectionShare);
    }

    public Measure connectionMinutes(int days) {
        return once("connection", "", "", days, () -> distance().connectionMinutes(days));
    }

    public Measure lateActivities() {
        return once("lateActivities", "", "", 0, distance()::lateActivities);
    }

    public Measure evaluationsNotTaken() {
        return once("notTaken", "", "", 0, distance()::evaluationsNotTaken);
    }

    public Measure evaluationsFailed() {
        return once("failed", "", "", 0, distance()::evaluationsFailed);
    }

    public Measure moduleOpenAfter(String module, String date) {
        return once("moduleOpen", date, module, 0, () -> distance().moduleOpenAfter(module, LocalDate.parse(date)));
    }

    /** Working days since the oldest absence that waits for a document. */
    public Measure workingDaysWithoutDocument() {
        return once("withoutDocument", "", "", 0, () -> {
            var waiting =
                    history.halfDays().stream().filter(HalfDay::withoutDocument).toList();
            if (waiting.isEmpty()) {
                return Measure.unknown();
            }
            clock().changesTomorrow();
            var first = waiting.getFirst();
            return Measure.of(
                    DayFormat.workingDays(first.day(), facts().today()),
                    first.key(),
                    () -> waiting.stream().flatMap(h -> h.ids().stream()).toList(),
                    () -> waiting.stream().map(h -> Occasion.halfDay(h.key())).toList());
        });
    }

    /** Sessions that a trainer's absence cancelled or moved. */
    public Measure trainerAbsences(int days) {
        return once("trainerAbsences", "", "", days, () -> {
            var window = history.last(days);
            List<TrainerAbsence> found = facts().course().trainerAbsences().stream()
                    .filter(absence -> window.holds(absence.day()))
                    .toList();
            found.forEach(absence -> clock().changesOn(absence.day().plusDays(days)));
            return Measure.of(
                    found.size(),
                    found.isEmpty() ? "" : found.getFirst().day().toString(),
                    () -> found.stream().map(TrainerAbsence::sessionId).toList(),
                    () -> found.stream()
                            .map(absence -> Occasion.on(absence.day()))
                            .toList());
        });
    }
}
