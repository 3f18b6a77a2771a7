package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.access.SystemOnly;
import fr.educentre.assidu.attendance.AbsenceCases;
import fr.educentre.assidu.attendance.AbsenceCases.AbsenceCase;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Steps of {@code processes/justification.bpmn}. Each looks at the absence again: it may have moved since the last. */
@Component("absenceRequest")
@Transactional
@SystemOnly
public class JustificationRequestSteps {

    private static final String REMINDED_FOR = "remindedFor";
    private static final String REMINDER_FOR = "reminderFor";
    private static final String REMINDER_AT = "reminderAt";
    private static final Wording NO_DOCUMENT = Wording.of("justification.note.noDocument");

    private final AbsenceCases cases;
    private final Sessions sessions;
    private final ExistingJustificationMatcher covering;
    private final JustificationRequestMessages messages;
    private final AbsenceNotices notices;
    private final AbsenceProcessKeys keys;
    private final Deadlines deadlines;
    private final Clock clock;

    JustificationRequestSteps(
            AbsenceCases cases,
            Sessions sessions,
            ExistingJustificationMatcher covering,
            JustificationRequestMessages messages,
            AbsenceNotices notices,
            AbsenceProcessKeys keys,
            Deadlines deadlines,
            Clock clock) {
        this.cases = cases;
        this.sessions = sessions;
        this.covering = covering;
        this.messages = messages;
        this.notices = notices;
        this.keys = keys;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    public void attach(DelegateExecution execution) {
        covering.apply(learner(execution), halfDay(execution));
    }

    public void tellLearner(DelegateExecution execution) {
        attach(execution);
        List<AbsenceCase> waiting = waiting(execution);
        if (!waiting.isEmpty()) {
            messages.askLearner(notices.with(learner(execution), waiting));
        }
    }

    public void tellEmployer(DelegateExecution execution) {
        List<AbsenceCase> absences = cases.ofHalfDay(learner(execution), halfDay(execution));
        if (!absences.isEmpty()) {
            messages.tellEmployer(notices.with(learner(execution), absences));
        }
    }

    public void tellGuardians(DelegateExecution execution) {
        List<AbsenceCase> absences = cases.ofHalfDay(learner(execution), halfDay(execution));
        if (!absences.isEmpty()) {
            boolean call = messages.tellGuardians(notices.with(learner(execution), absences));
            execution.setVariable("callGuardian", String.valueOf(call));
        }
    }

    /**
     * Where the absence stands, and what to wait for. When to remind is reckoned once a deadline: an absence that moves
     * just when its reminder is due, or that moves again and again, must not put it off.
     */
    public void look(DelegateExecution execution) {
        attach(execution);
        List<AbsenceCase> absences = cases.ofHalfDay(learner(execution), halfDay(execution));
        List<AbsenceCase> waiting = waiting(absences);
        if (waiting.isEmpty()) {
            // About to end: an absence that becomes known meanwhile is seen here, or finds no process and starts its
            // own.
            keys.hold(AbsenceProcessKeys.request(learner(execution), halfDay(execution)));
            absences = cases.ofHalfDay(learner(execution), halfDay(execution));
            waiting = waiting(absences);
        }
        if (waiting.isEmpty()) {
            boolean reviewed = absences.stream().anyMatch(one -> one.state() == JustificationState.UNDER_REVIEW);
            execution.setVariable("situation", reviewed ? "UNDER_REVIEW" : "OVER");
            return;
        }
        Instant now = clock.instant();
        Instant deadline = deadline(waiting);
        execution.setVariable("deadline", deadline.toString());
        if (deadline.toString().equals(execution.getVariable(REMINDED_FOR)) || !deadline.isAfter(now)) {
            execution.setVariable("situation", "WAITING");
        } else {
            if (!deadline.toString().equals(execution.getVariable(REMINDER_FOR))) {
                Instant reminder = deadlines.reminder(
                        now, deadline, sessions.get(waiting.getFirst().missed().sessionId()));
                execution.setVariable(
                        REMINDER_AT,
                        JustificationRequestStarter.seconds(reminder).toString());
                execution.setVariable(REMINDER_FOR, deadline.toString());
            }
            execution.setVariable("situation", "TO_REMIND");
        }
    }

    public void remind(DelegateExecution execution) {
        List<AbsenceCase> waiting = waiting(execution);
        if (!waiting.isEmpty()) {
            Instant deadline = deadline(waiting);
            if (deadline.isAfter(clock.instant())) {
                messages.remind(learner(execution), deadline);
            }
            execution.setVariable(REMINDED_FOR, deadline.toString());
        }
    }

    /** The deadline passed: what is still to justify is unjustified; what is under review stays under review. */
    public void expire(DelegateExecution execution) {
        Instant now = clock.instant();
        List<UUID> late = waiting(execution).stream()
                .filter(absence -> !absence.deadline().isAfter(now))
                .map(AbsenceCase::id)
                .toList();
        if (!late.isEmpty()) {
            cases.unjustified(late, NO_DOCUMENT, "Assidu");
        }
    }

    /** Facts changed: what has not left yet never leaves; what else it told of that day is told without it. */
    public void withdraw(DelegateExecution execution) {
        UUID learnerId = learner(execution);
        String halfDay = halfDay(execution);
        if (messages.stop(learnerId, halfDay) == 0) {
            return;
        }
        List<AbsenceCase> others = waiting(cases.ofLearner(learnerId)).stream()
                .filter(one -> !one.missed().halfDay().equals(halfDay)
                        && day(one.missed().halfDay()).equals(day(halfDay)))
                .toList();
        if (!others.isEmpty()) {
            var told = notices.with(learnerId, others);
            messages.askLearner(told);
            messages.tellEmployer(told);
            messages.tellGuardians(told);
        }
    }

    /** Of {@code 2026-11-05/AM}. */
    private static String day(String halfDay) {
        return halfDay.substring(0, halfDay.indexOf('/'));
    }

    static boolean waits(AbsenceCase absence) {
        return absence.state() == JustificationState.TO_JUSTIFY;
    }

    private List<AbsenceCase> waiting(DelegateExecution execution) {
        return waiting(cases.ofHalfDay(learner(execution), halfDay(execution)));
    }

    private static List<AbsenceCase> waiting(List<AbsenceCase> absences) {
        return absences.stream().filter(JustificationRequestSteps::waits).toList();
    }

    static Instant deadline(List<AbsenceCase> absences) {
        return absences.stream()
                .map(AbsenceCase::deadline)
                .map(JustificationRequestSteps::wholeSecondAfter)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The engine's timers count whole seconds; an absence never expires before its deadline. */
    private static Instant wholeSecondAfter(Instant instant) {
        return instant.getNano() == 0
                ? instant
                : JustificationRequestStarter.seconds(instant).plusSeconds(1);
    }

    private static UUID learner(DelegateExecution execution) {
        return UUID.fromString(String.valueOf(execution.getVariable("learnerId")));
    }

    private static String halfDay(DelegateExecution execution) {
        return String.valueOf(execution.getVariable("halfDay"));
    }

    /** What a learner missed, sessions in their order, at least one. @param halfDay of the first of them */
    record Missed(UUID learnerId, String halfDay, List<SessionInfo> sessions, int minutes, Instant deadline) {

        SessionInfo first() {
            return sessions.getFirst();
        }

        SessionInfo last() {
            return sessions.getLast();
        }
    }
}
