package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.attendance.AbsenceCases.AbsenceCase;
import fr.educentre.assidu.attendance.AbsenceCases.AbsenceKnown;
import fr.educentre.assidu.attendance.AbsenceCases.AbsenceWithdrawn;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.attendance.Verdict;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.rules.RuleParameters;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.WorkingCalendars;
import fr.educentre.assidu.training.WorkingDays;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Absence cases follow the verdicts: one opens when an absence or a partial presence is known, and is withdrawn when it is
 * no longer. A verdict says ABSENT or PARTIAL only once that is final, so its status alone tells.
 */
@Component
class AbsenceCaseUpdater {

    private static final String SYSTEM = "Assidu";

    private final AbsenceCaseStore cases;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final RuleParameters parameters;
    private final WorkingCalendars calendars;

    AbsenceCaseUpdater(
            AbsenceCaseStore cases,
            Journal journal,
            ApplicationEventPublisher events,
            RuleParameters parameters,
            WorkingCalendars calendars) {
        this.cases = cases;
        this.journal = journal;
        this.events = events;
        this.parameters = parameters;
        this.calendars = calendars;
    }

    /** @param tell whether other modules are told */
    void follow(List<AttendanceDecision.Change> changes, Function<SessionInfo, Instant> at, boolean tell) {
        List<AttendanceDecision.Change> concerned = concerned(changes);
        if (concerned.isEmpty()) {
            return;
        }
        Moves moves = moves(concerned, at);
        Instant now = at.apply(concerned.getFirst().session());
        cases.add(moves.opened());
        for (Map.Entry<Instant, List<UUID>> known : byInstant(moves.opened()).entrySet()) {
            cases.tell(known.getValue(), JustificationState.TO_JUSTIFY.name(), SYSTEM, null, known.getKey());
        }
        List<UUID> gone = moves.withdrawn().stream().map(AbsenceCase::id).toList();
        cases.withdraw(gone, now);
        cases.tell(gone, AbsenceCaseStore.WITHDRAWN, SYSTEM, null, now);
        cases.measure(moves.measured(), now);
        journal("absence.known", moves.opened());
        journal("absence.withdrawn", moves.withdrawn());
        if (tell) {
            moves.opened()
                    .forEach(one -> events.publishEvent(new AbsenceKnown(
                            one.id(),
                            one.missed().sessionId(),
                            one.learnerId(),
                            one.missed().halfDay())));
            moves.withdrawn()
                    .forEach(one -> events.publishEvent(new AbsenceWithdrawn(
                            one.id(),
                            one.missed().sessionId(),
                            one.learnerId(),
                            one.missed().halfDay())));
        }
    }

    /** The cases that these changes would open; nothing is written. */
    List<AbsenceCase> opening(List<AttendanceDecision.Change> changes, Function<SessionInfo, Instant> at) {
        List<AttendanceDecision.Change> concerned = concerned(changes);
        return concerned.isEmpty() ? List.of() : moves(concerned, at).opened();
    }

    /** @param measured by case, the minutes that are missing now */
    private record Moves(List<AbsenceCase> opened, List<AbsenceCase> withdrawn, Map<UUID, Integer> measured) {}

    private static List<AttendanceDecision.Change> concerned(List<AttendanceDecision.Change> changes) {
        return changes.stream()
                .filter(change -> missing(change.before()) > 0 || missing(change.after()) > 0)
                .toList();
    }

    private Moves moves(List<AttendanceDecision.Change> concerned, Function<SessionInfo, Instant> at) {
        Map<String, AbsenceCase> open = new HashMap<>();
        for (AbsenceCase one : cases.ofSessions(
                concerned.stream().map(c -> c.session().id()).distinct().toList())) {
            open.put(VerdictStore.key(one.missed().sessionId(), one.learnerId()), one);
        }
        Duration toJustify = parameters.timeToJustify();
        Map<UUID, WorkingDays> days = calendars.of(
                concerned.stream().map(c -> c.session().siteId()).distinct().toList());
        List<AbsenceCase> opened = new ArrayList<>();
        List<AbsenceCase> withdrawn = new ArrayList<>();
        Map<UUID, Integer> measured = new LinkedHashMap<>();
        for (AttendanceDecision.Change change : concerned) {
            AbsenceCase one = open.get(VerdictStore.key(change.session().id(), change.learnerId()));
            int missing = missing(change.after());
            if (one == null && missing > 0) {
                opened.add(newCase(
                        change,
                        missing,
                        at.apply(change.session()),
                        from -> Objects.requireNonNull(days.get(change.session().siteId()))
                                .endOfWorkingDay(from.plus(toJustify))));
            } else if (one != null && missing == 0) {
                withdrawn.add(one);
            } else if (one != null && missing != one.missed().missingMinutes()) {
                measured.put(one.id(), missing);
            }
        }
        return new Moves(opened, withdrawn, measured);
    }

    /** @param deadline by the moment from which time runs: the end of the working day on which the delay ends */
    private static AbsenceCase newCase(
            AttendanceDecision.Change change, int missing, Instant knownAt, UnaryOperator<Instant> deadline) {
        SessionInfo session = change.session();
        Instant from = knownAt.isAfter(session.endsAt()) ? knownAt : session.endsAt();
        return new AbsenceCase(
                TimeOrderedId.next(),
                change.learnerId(),
                new AbsenceCase.Missed(session.id(), session.halfDay(), missing),
                JustificationState.TO_JUSTIFY,
                deadline.apply(from),
                new AbsenceCase.Justification(null, null),
                knownAt);
    }

    /** Minutes to justify: those missing from an absence or a partial presence, none from a presence. */
    private static int missing(@Nullable Verdict verdict) {
        if (verdict == null) {
            return 0;
        }
        return switch (verdict.status()) {
            // The minutes of a connection too short to count do not shorten an absence.
            case ABSENT -> verdict.minutes().taught();
            case PARTIAL -> verdict.minutes().taught() - verdict.minutes().observed();
            default -> 0;
        };
    }

    private static Map<Instant, List<UUID>> byInstant(List<AbsenceCase> opened) {
        Map<Instant, List<UUID>> found = new LinkedHashMap<>();
        opened.forEach(one ->
                found.computeIfAbsent(one.knownAt(), at -> new ArrayList<>()).add(one.id()));
        return found;
    }

    private void journal(String action, List<AbsenceCase> changed) {
        Map<UUID, List<String>> bySession = new LinkedHashMap<>();
        changed.forEach(one -> bySession
                .computeIfAbsent(one.missed().sessionId(), id -> new ArrayList<>())
                .add(one.learnerId().toString()));
        bySession.forEach((session, learners) -> journal.record(JournalRecord.of(action, "session", session.toString())
                .by(SYSTEM)
                .learner(learners.size() == 1 ? UUID.fromString(learners.getFirst()) : null)
                .after(Map.of("learners", learners))));
    }
}
