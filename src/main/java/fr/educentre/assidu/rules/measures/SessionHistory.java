package fr.educentre.assidu.rules.measures;

import fr.educentre.assidu.rules.LearnerFacts;
import fr.educentre.assidu.rules.LearnerFacts.SessionOutcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of a learner up to today, in time order, those left out that an accommodation excuses from. What is counted
 * over a sliding window forms a chain in which no gap is longer than the window; its episode is the chain's first day,
 * which stays while the window slides.
 */
final class SessionHistory {

    private static final Comparator<SessionOutcome> IN_TIME =
            Comparator.comparing(SessionOutcome::startsAt).thenComparing(SessionOutcome::sessionId);

    private final LocalDate today;
    private final NextEvaluationCalculator clock;
    private final List<SessionOutcome> sessions;
    private @Nullable List<HalfDay> halfDays;

    SessionHistory(LearnerFacts facts, Set<java.time.DayOfWeek> excused, NextEvaluationCalculator clock) {
        this.today = facts.today();
        this.clock = clock;
        var kept = new ArrayList<SessionOutcome>(facts.sessions().size());
        boolean sorted = true;
        SessionOutcome previous = null;
        for (SessionOutcome session : facts.sessions()) {
            if (session.day().isAfter(today)) {
                clock.changesOn(session.day());
            } else if (excused.isEmpty() || !excused.contains(session.day().getDayOfWeek())) {
                sorted = sorted && (previous == null || IN_TIME.compare(previous, session) <= 0);
                kept.add(session);
                previous = session;
            }
        }
        if (!sorted) {
            kept.sort(IN_TIME);
        }
        this.sessions = kept;
    }

    /** Days from, to; both included. */
    record Window(LocalDate from, LocalDate to, int days) {

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** Today included. */
    Window last(int days) {
        return new Window(today.minusDays(days - 1L), today, days);
    }

    Window between(LocalDate from, LocalDate to) {
        clock.changesOn(from);
        return new Window(from, to, 0);
    }

    Window everything() {
        return new Window(LocalDate.MIN, today, 0);
    }

    List<SessionOutcome> sessions() {
        return sessions;
    }

    List<HalfDay> halfDays() {
        if (halfDays == null) {
            halfDays = grouped();
        }
        return halfDays;
    }

    /** Sessions of a half-day follow each other, since they are in time order and a half-day is of one day. */
    private List<HalfDay> grouped() {
        var found = new ArrayList<HalfDay>();
        int from = 0;
        for (int i = 1; i <= sessions.size(); i++) {
            if (i == sessions.size()
                    || !sessions.get(i).halfDay().equals(sessions.get(from).halfDay())) {
                var first = sessions.get(from);
                found.add(new HalfDay(first.halfDay(), first.day(), sessions.subList(from, i)));
                from = i;
            }
        }
        return found;
    }

    Measure halfDays(Window window, Predicate<SessionOutcome> which) {
        var counted = new ArrayList<HalfDay>();
        var chain = new Chain(window);
        for (HalfDay halfDay : halfDays()) {
            if (halfDay.absent() && halfDay.any(which)) {
                chain.add(halfDay.day());
                if (window.holds(halfDay.day())) {
                    counted.add(halfDay);
                }
            }
        }
        leaves(window, counted.isEmpty() ? null : counted.getFirst().day());
        return measured(counted, chain.start());
    }

    static Measure measured(List<HalfDay> halfDays, String episode) {
        return Measure.of(
                halfDays.size(),
                episode,
                () -> halfDays.stream().flatMap(h -> h.ids().stream()).toList(),
                () -> halfDays.stream().map(h -> Occasion.halfDay(h.key())).toList());
    }

    /** @param per what one of the unit is, 60 for hours of minutes */
    Measure counted(Window window, Predicate<SessionOutcome> which, ToIntFunction<SessionOutcome> amount, double per) {
        var counted = new ArrayList<SessionOutcome>();
        var chain = new Chain(window);
        long sum = 0;
        for (SessionOutcome session : sessions) {
            if (which.test(session)) {
                chain.add(session.day());
                if (window.holds(session.day())) {
                    counted.add(session);
                    sum += amount.applyAsInt(session);
                }
            }
        }
        leaves(window, counted.isEmpty() ? null : counted.getFirst().day());
        return Measure.of(
                sum / per,
                chain.start(),
                () -> ids(counted),
                () -> counted.stream().map(s -> Occasion.on(s.day())).toList());
    }

    static List<UUID> ids(List<SessionOutcome> sessions) {
        return sessions.stream().map(SessionOutcome::sessionId).toList();
    }

    /** Percentage of the taught minutes of the sessions that count; unknown without any. */
    Measure share(Window window, Predicate<SessionOutcome> of, ToIntFunction<SessionOutcome> minutes, String episode) {
        long taught = 0;
        long part = 0;
        LocalDate first = null;
        for (SessionOutcome session : sessions) {
            if (session.closed() && window.holds(session.day()) && of.test(session)) {
                first = first == null ? session.day() : first;
                taught += session.taughtMinutes();
                part += minutes.applyAsInt(session);
            }
        }
        leaves(window, first);
        if (taught == 0) {
            return Measure.unknown();
        }
        return Measure.of(
                100.0 * part / taught,
                episode,
                () -> ids(sessions.stream()
                        .filter(s -> s.closed() && window.holds(s.day()) && of.test(s))
                        .filter(s -> s.observedMinutes() < s.taughtMinutes())
                        .toList()),
                List::of);
    }

    /** The first of what a sliding window holds leaves it on that day. */
    private void leaves(Window window, @Nullable LocalDate first) {
        if (window.days() > 0 && first != null) {
            clock.changesOn(first.plusDays(window.days()));
        }
    }

    /** The last run of days with no gap longer than the window. */
    private static final class Chain {

        private final Window window;
        private @Nullable LocalDate start;
        private @Nullable LocalDate previous;

        Chain(Window window) {
            this.window = window;
        }

        void add(LocalDate day) {
            boolean goesOn = previous != null && day.isBefore(previous.plusDays(window.days()));
            if (start == null || !goesOn) {
                start = day;
            }
            previous = day;
        }

        String start() {
            if (window.days() == 0) {
                return window.from().equals(LocalDate.MIN) ? "" : window.from().toString();
            }
            return start == null ? "" : start.toString();
        }
    }
}
