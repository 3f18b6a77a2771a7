package fr.educentre.assidu.rules.internal;

import fr.educentre.assidu.rules.LearnerFacts;
import fr.educentre.assidu.rules.LearnerFacts.SessionOutcome;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * The figures of one learner, each computed when first asked for and remembered, so that many rules share the work. Windows
 * are in days, today included.
 *
 * <p>Episodes: what is counted over a sliding window forms a chain in which no gap is longer than the window; the episode
 * is the chain's first day, which stays while the window slides. A run has its first half-day, inactivity its last
 * activity, a rate the enrolment it is about.
 */
public final class LearnerMeasures {

    private final LearnerFacts facts;
    private final List<SessionOutcome> sessions;
    private final List<HalfDay> halfDays;
    private final Map<String, Measure> remembered = new HashMap<>();

    LearnerMeasures(LearnerFacts facts) {
        this.facts = facts;
        this.sessions = facts.sessions().stream()
                .filter(s -> !s.day().isAfter(facts.today()))
                .sorted(Comparator.comparing(SessionOutcome::startsAt).thenComparing(SessionOutcome::sessionId))
                .toList();
        var byKey = new LinkedHashMap<String, List<SessionOutcome>>();
        sessions.forEach(s ->
                byKey.computeIfAbsent(s.halfDay(), key -> new ArrayList<>()).add(s));
        this.halfDays = byKey.entrySet().stream()
                .map(e -> new HalfDay(e.getKey(), e.getValue().getFirst().day(), List.copyOf(e.getValue())))
                .toList();
    }

    LearnerFacts facts() {
        return facts;
    }

    public Measure unjustifiedHalfDays(int days) {
        return once("unjustifiedHalfDays" + days, () -> halfDays(days, HalfDay::unjustified));
    }

    public Measure absentHalfDays(int days) {
        return once("absentHalfDays" + days, () -> halfDays(days, HalfDay::absent));
    }

    public Measure missedSessions(String modality, int days) {
        return once(
                "missedSessions" + modality + days,
                () -> counted(
                        days, s -> s.status().equals("ABSENT") && s.modality().equals(modality), s -> 1));
    }

    public Measure lateArrivals(int days) {
        return once("lateArrivals" + days, () -> counted(days, s -> s.status().equals("LATE"), s -> 1));
    }

    public Measure lateOrEarly(int days) {
        return once(
                "lateOrEarly" + days,
                () -> counted(days, s -> s.status().equals("LATE") || s.status().equals("LEFT_EARLY"), s -> 1));
    }

    public Measure lostMinutes(int days) {
        return once(
                "lostMinutes" + days,
                () -> counted(
                        days,
                        s -> (s.status().equals("LATE") || s.status().equals("LEFT_EARLY"))
                                && s.lateMinutes() + s.earlyMinutes() > 0,
                        s -> s.lateMinutes() + s.earlyMinutes()));
    }

    /** Half-days not known yet and those let off neither count nor end the run. */
    public Measure consecutiveAbsentHalfDays() {
        return once("consecutive", () -> {
            var run = new ArrayList<HalfDay>();
            for (HalfDay halfDay : halfDays.reversed()) {
                if (halfDay.attended()) {
                    break;
                }
                if (halfDay.absent()) {
                    run.addFirst(halfDay);
                }
            }
            return measured(run, run.isEmpty() ? "" : run.getFirst().key());
        });
    }

    /** Percentage: observed minutes of the sessions that count / their taught minutes. */
    public Measure attendanceRate() {
        return once("attendanceRate", () -> share(s -> true, SessionOutcome::observedMinutes));
    }

    /** Percentage of the taught minutes to date missed by absences. */
    public Measure absentShare() {
        return once("absentShare", () -> share(s -> s.status().equals("ABSENT"), SessionOutcome::taughtMinutes));
    }

    public Measure unjustifiedShare() {
        return once(
                "unjustifiedShare",
                () -> share(
                        s -> s.status().equals("ABSENT") && "UNJUSTIFIED".equals(s.justification()),
                        SessionOutcome::taughtMinutes));
    }

    /** Days without activity, known only when something is due within that many days. */
    public Measure inactiveDaysWithDueWithin(int days) {
        return once("inactive" + days, () -> {
            var due = facts.nextDueAt();
            if (due == null
                    || due.atZone(facts.zone())
                            .toLocalDate()
                            .isAfter(facts.today().plusDays(days))) {
                return Measure.unknown();
            }
            var last = facts.lastActivityAt();
            LocalDate since = last == null
                    ? facts.enrolledOn()
                    : last.atZone(facts.zone()).toLocalDate();
            return since == null
                    ? Measure.unknown()
                    : Measure.of(Math.max(0, ChronoUnit.DAYS.between(since, facts.today())), since.toString());
        });
    }

    /** Working days since the oldest absence that waits for a document. */
    public Measure workingDaysWithoutDocument() {
        return once("withoutDocument", () -> {
            var waiting = halfDays.stream().filter(HalfDay::withoutDocument).toList();
            if (waiting.isEmpty()) {
                return Measure.unknown();
            }
            var measure = measured(waiting, waiting.getFirst().key());
            int days = workingDays(waiting.getFirst().day(), facts.today());
            return new Measure(true, days, measure.episode(), measure.sessions(), measure.occasions());
        });
    }

    public Measure fundedBy(String funder) {
        return Measure.fact(facts.funders().contains(funder));
    }

    public Measure inGroup(String code) {
        return Measure.fact(code.equalsIgnoreCase(facts.groupCode()));
    }

    public Measure apprentice() {
        return Measure.fact(facts.apprentice());
    }

    public Measure minor() {
        return Measure.fact(facts.minor());
    }

    public Measure relaunchRunning() {
        return Measure.fact(facts.relaunchRunning());
    }

    public Measure justificationUnderReview() {
        return Measure.fact(facts.justificationUnderReview());
    }

    private Measure once(String key, Supplier<Measure> measure) {
        var known = remembered.get(key);
        if (known == null) {
            known = measure.get();
            remembered.put(key, known);
        }
        return known;
    }

    private boolean within(LocalDate day, int days) {
        return day.isAfter(facts.today().minusDays(days));
    }

    private Measure halfDays(int days, Predicate<HalfDay> counts) {
        var counted = halfDays.stream().filter(counts).toList();
        String episode = chainStart(counted.stream().map(HalfDay::day).toList(), days);
        return measured(counted.stream().filter(h -> within(h.day(), days)).toList(), episode);
    }

    private static Measure measured(List<HalfDay> halfDays, String episode) {
        return new Measure(
                true,
                halfDays.size(),
                episode,
                halfDays.stream().flatMap(h -> h.ids().stream()).toList(),
                halfDays.stream().map(h -> French.halfDay(h.key())).toList());
    }

    private Measure counted(int days, Predicate<SessionOutcome> counts, ToIntFunction<SessionOutcome> amount) {
        var all = sessions.stream().filter(counts).toList();
        var counted = all.stream().filter(s -> within(s.day(), days)).toList();
        return new Measure(
                true,
                counted.stream().mapToInt(amount).sum(),
                chainStart(all.stream().map(SessionOutcome::day).toList(), days),
                counted.stream().map(SessionOutcome::sessionId).toList(),
                counted.stream().map(s -> French.day(s.day())).toList());
    }

    /** First day of the last chain; days in time order. */
    private static String chainStart(List<LocalDate> days, int window) {
        LocalDate start = null;
        LocalDate previous = null;
        for (LocalDate day : days) {
            if (start == null || previous == null || !day.isBefore(previous.plusDays(window))) {
                start = day;
            }
            previous = day;
        }
        return start == null ? "" : start.toString();
    }

    private Measure share(Predicate<SessionOutcome> counts, ToIntFunction<SessionOutcome> minutes) {
        var closed = sessions.stream().filter(SessionOutcome::closed).toList();
        int taught = closed.stream().mapToInt(SessionOutcome::taughtMinutes).sum();
        if (taught == 0) {
            return Measure.unknown();
        }
        int part = closed.stream().filter(counts).mapToInt(minutes).sum();
        var missed = closed.stream()
                .filter(s -> s.observedMinutes() < s.taughtMinutes())
                .map(SessionOutcome::sessionId)
                .toList();
        return new Measure(true, 100.0 * part / taught, "" + facts.enrolledOn(), missed, List.of());
    }

    private static int workingDays(LocalDate after, LocalDate until) {
        int days = 0;
        for (LocalDate day = after.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                days++;
            }
        }
        return days;
    }
}
