package fr.educentre.assidu.rules.measures;

import fr.educentre.assidu.rules.LearnerFacts;
import fr.educentre.assidu.rules.LearnerFacts.SessionOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who a learner is and how they stand at this moment: the part of the measures that counts no window. */
public abstract sealed class LearnerSituation permits LearnerMeasures {

    private final LearnerFacts facts;
    private final int order;
    private final NextEvaluationCalculator clock;
    private final Accommodations accommodations;
    private final SessionHistory history;
    private final DistanceMeasures distance;
    private final Map<Asked, Measure> remembered = new HashMap<>();

    LearnerSituation(LearnerFacts facts, int order) {
        this.facts = facts;
        this.order = order;
        this.clock = new NextEvaluationCalculator(facts.today());
        this.accommodations = Accommodations.of(facts.course().accommodations());
        this.history = new SessionHistory(facts, accommodations.excused(), clock);
        this.distance = new DistanceMeasures(facts, clock);
        clock.changesOn(facts.course().changesOn());
    }

    private record Asked(String what, String filter, String value, int days) {}

    private interface Moment {
        @Nullable
        Instant of(SessionOutcome session);
    }

    public LearnerFacts facts() {
        return facts;
    }

    public int order() {
        return order;
    }

    public NextEvaluationCalculator clock() {
        return clock;
    }

    Accommodations accommodations() {
        return accommodations;
    }

    SessionHistory history() {
        return history;
    }

    DistanceMeasures distance() {
        return distance;
    }

    public Measure fundedBy(String funder) {
        return Measure.fact(facts.funders().contains(funder));
    }

    public Measure inGroup(String code) {
        return Measure.fact(code.equalsIgnoreCase(facts.groupCode()));
    }

    public Measure inProgramme(String code) {
        return Measure.fact(code.equalsIgnoreCase(facts.course().programme()));
    }

    public Measure atSite(String code) {
        return Measure.fact(code.equalsIgnoreCase(facts.course().site()));
    }

    public Measure apprentice() {
        return Measure.fact(facts.apprentice());
    }

    public Measure minor() {
        return Measure.fact(facts.minor());
    }

    public Measure distanceLearner() {
        return once("distance", "", "", 0, () -> distance.distance(history.sessions()));
    }

    public Measure accommodated() {
        return Measure.fact(accommodations.any());
    }

    public Measure relaunchRunning() {
        return Measure.fact(facts.relaunchRunning());
    }

    public Measure justificationUnderReview() {
        return Measure.fact(facts.justificationUnderReview());
    }

    /** @param where {@code COMPANY}, {@code INTERRUPTED}, or {@code ANY} of these or with a document under review */
    public Measure outsideTraining(String where) {
        String outside = facts.course().outside();
        return Measure.fact(
                where.equals("ANY")
                        ? "COMPANY".equals(outside) || "INTERRUPTED".equals(outside) || facts.justificationUnderReview()
                        : where.equals(outside));
    }

    /** Today lies between these days, both included. */
    public Measure during(String from, String to) {
        LocalDate first = LocalDate.parse(from);
        LocalDate last = LocalDate.parse(to);
        clock.changesOn(first);
        clock.changesOn(last.plusDays(1));
        return Measure.fact(!facts.today().isBefore(first) && !facts.today().isAfter(last));
    }

    /** Minutes since the start of the session in progress where the learner is marked absent. */
    public Measure minutesMarkedAbsent() {
        return once(
                "markedAbsent",
                "",
                "",
                0,
                () -> since(
                        session -> {
                            Instant end = session.details().endsAt();
                            return session.status().equals("ABSENT")
                                    && !session.startsAt().isAfter(facts.now())
                                    && end != null
                                    && end.isAfter(facts.now());
                        },
                        SessionOutcome::startsAt,
                        Duration.ofMinutes(1)));
    }

    /** Minutes since the end of the first session whose sheet somebody has not signed. */
    public Measure minutesUnsigned(String by) {
        return once(
                "unsigned",
                "",
                by,
                0,
                () -> since(
                        session -> {
                            Instant end = session.details().endsAt();
                            return end != null
                                    && !end.isAfter(facts.now())
                                    && session.details().unsignedBy().contains(by);
                        },
                        session -> session.details().endsAt(),
                        Duration.ofMinutes(1)));
    }

    /** Days since the first justification that waits for a decision. */
    public Measure daysUndecided() {
        return once(
                "undecided",
                "",
                "",
                0,
                () -> since(
                        session -> "UNDER_REVIEW".equals(session.justification())
                                && session.details().underReviewSince() != null,
                        session -> session.details().underReviewSince(),
                        Duration.ofDays(1)));
    }

    /** Whole steps since the earliest moment of these sessions. */
    private Measure since(Predicate<SessionOutcome> which, Moment moment, Duration step) {
        List<SessionOutcome> found = history.sessions().stream().filter(which).toList();
        Instant from = null;
        for (SessionOutcome session : found) {
            Instant at = moment.of(session);
            from = at != null && (from == null || at.isBefore(from)) ? at : from;
        }
        if (from == null) {
            return Measure.unknown();
        }
        long steps = Math.max(0, Duration.between(from, facts.now()).dividedBy(step));
        return Measure.of(
                        steps,
                        from.toString(),
                        () -> SessionHistory.ids(found),
                        () -> found.stream().map(s -> Occasion.on(s.day())).toList())
                .rising(new Measure.Rising(from, step, clock::changesAt));
    }

    final Measure once(String what, String filter, String value, int days, Supplier<Measure> measure) {
        var key = new Asked(what, filter, value, days);
        var known = remembered.get(key);
        if (known == null) {
            known = measure.get();
            remembered.put(key, known);
        }
        return known;
    }
}
