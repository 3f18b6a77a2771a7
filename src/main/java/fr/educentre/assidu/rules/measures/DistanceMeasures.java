package fr.educentre.assidu.rules.measures;

import fr.educentre.assidu.rules.LearnerFacts;
import fr.educentre.assidu.rules.LearnerFacts.ConnectionDay;
import fr.educentre.assidu.rules.LearnerFacts.SessionOutcome;
import fr.educentre.assidu.rules.LearnerFacts.Work;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;

/** Work without a live session: activity, connection time, activities and evaluations by their dates. */
final class DistanceMeasures {

    private static final String ACHIEVED = "ACHIEVED";

    private final LearnerFacts facts;
    private final NextEvaluationCalculator clock;

    DistanceMeasures(LearnerFacts facts, NextEvaluationCalculator clock) {
        this.facts = facts;
        this.clock = clock;
    }

    /** Days without activity, known only when something is due within that many days. */
    Measure inactiveDaysWithDueWithin(int days) {
        Instant due = facts.nextDueAt();
        if (due == null) {
            return Measure.unknown();
        }
        clock.changesTomorrow();
        boolean soon =
                !due.atZone(facts.zone()).toLocalDate().isAfter(facts.today().plusDays(days));
        return soon ? inactiveDays() : Measure.unknown();
    }

    Measure inactiveDays() {
        Instant last = facts.lastActivityAt();
        LocalDate since =
                last == null ? facts.enrolledOn() : last.atZone(facts.zone()).toLocalDate();
        if (since == null) {
            return Measure.unknown();
        }
        clock.changesTomorrow();
        return Measure.of(Math.max(0, ChronoUnit.DAYS.between(since, facts.today())), since.toString());
    }

    /** Percentage of the estimated time of the work due to date. */
    Measure connectionShare() {
        long expected = 0;
        for (Work work : facts.course().work()) {
            if (due(work)) {
                expected += work.estimatedMinutes();
            }
        }
        return expected == 0
                ? Measure.unknown()
                : Measure.of(100.0 * connected(LocalDate.MIN) / expected, "" + facts.enrolledOn());
    }

    Measure connectionMinutes(int days) {
        LocalDate from = facts.today().minusDays(days - 1L);
        LocalDate enrolled = facts.enrolledOn();
        if (enrolled == null || enrolled.isAfter(from)) {
            clock.changesOn(enrolled == null ? null : enrolled.plusDays(days - 1L));
            return Measure.unknown();
        }
        clock.changesTomorrow();
        return Measure.of(connected(from), "" + enrolled);
    }

    private long connected(LocalDate from) {
        long minutes = 0;
        for (ConnectionDay day : facts.course().connections()) {
            if (!day.day().isBefore(from) && !day.day().isAfter(facts.today())) {
                minutes += day.minutes();
            }
        }
        return minutes;
    }

    /** Due on a day before today: its date is its last day. */
    private boolean due(Work work) {
        LocalDate on = work.dueOn();
        if (on == null) {
            return false;
        }
        clock.changesOn(on.plusDays(1));
        return on.isBefore(facts.today());
    }

    Measure lateActivities() {
        return late(work -> !work.evaluation() && !work.state().equals(ACHIEVED));
    }

    Measure evaluationsNotTaken() {
        return late(work -> work.evaluation() && work.state().equals("OPEN"));
    }

    private Measure late(Predicate<Work> which) {
        List<Work> late =
                facts.course().work().stream().filter(this::due).filter(which).toList();
        return Measure.of(late.size(), first(late), List::of, () -> titles(late));
    }

    Measure evaluationsFailed() {
        List<Work> failed = facts.course().work().stream()
                .filter(work -> work.evaluation() && work.state().equals("FAILED"))
                .toList();
        return Measure.of(failed.size(), first(failed), List::of, () -> titles(failed));
    }

    /** From the day after that date on: whether something asked for in the module is not achieved. */
    Measure moduleOpenAfter(String module, LocalDate date) {
        List<Work> open = facts.course().work().stream()
                .filter(work ->
                        module.equalsIgnoreCase(work.module()) && !work.state().equals(ACHIEVED))
                .toList();
        clock.changesOn(date.plusDays(1));
        boolean late = facts.today().isAfter(date) && !open.isEmpty();
        return Measure.of(late ? 1 : 0, date.toString(), List::of, () -> titles(open));
    }

    /** No session in a room, and something to follow from afar. */
    Measure distance(List<SessionOutcome> sessions) {
        boolean room = sessions.stream().anyMatch(session -> session.modality().equals("IN_PERSON"));
        return Measure.fact(
                !room && (!sessions.isEmpty() || !facts.course().work().isEmpty()));
    }

    private static String first(List<Work> work) {
        return work.stream()
                .map(Work::dueOn)
                .flatMap(java.util.stream.Stream::ofNullable)
                .min(LocalDate::compareTo)
                .map(LocalDate::toString)
                .orElse("");
    }

    private static List<Occasion> titles(List<Work> work) {
        return work.stream().map(DistanceMeasures::title).toList();
    }

    private static Occasion title(Work work) {
        return Occasion.titled(work.title(), work.dueOn());
    }
}
