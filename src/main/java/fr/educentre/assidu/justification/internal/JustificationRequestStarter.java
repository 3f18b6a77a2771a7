package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.attendance.AbsenceCases;
import fr.educentre.assidu.attendance.AbsenceCases.AbsenceKnown;
import fr.educentre.assidu.attendance.AbsenceCases.AbsenceMoved;
import fr.educentre.assidu.attendance.AbsenceCases.AbsenceWithdrawn;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.rules.RuleParameters;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.workflow.ProcessMessages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts the request for a justification when an absence is known, one process a learner and half-day, and tells it what
 * changes; in the transaction of the fact, so that neither stands without the other.
 */
@Component
class JustificationRequestStarter {

    /** While files of the past are still being dropped, nobody is told: then it is one message. */
    private static final Duration FILES_OF_THE_PAST = Duration.ofMinutes(30);

    private final RuntimeService processes;
    private final ProcessMessages messages;
    private final AbsenceCases cases;
    private final Sessions sessions;
    private final AbsenceProcessKeys keys;
    private final ObsoleteReviews moot;
    private final RuleParameters parameters;
    private final Clock clock;

    JustificationRequestStarter(
            RuntimeService processes,
            ProcessMessages messages,
            AbsenceCases cases,
            Sessions sessions,
            AbsenceProcessKeys keys,
            ObsoleteReviews moot,
            RuleParameters parameters,
            Clock clock) {
        this.processes = processes;
        this.messages = messages;
        this.cases = cases;
        this.sessions = sessions;
        this.keys = keys;
        this.moot = moot;
        this.parameters = parameters;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    void on(AbsenceKnown absence) {
        startOrTell(absence.learnerId(), absence.halfDay(), absence.sessionId());
    }

    /** A case decided long ago that waits again has no process any more: it gets a new one. */
    @EventListener
    @Transactional
    void on(AbsenceMoved absence) {
        cases.find(absence.caseId()).ifPresent(moved -> {
            if (absence.state() == JustificationState.TO_JUSTIFY) {
                startOrTell(
                        moved.learnerId(),
                        moved.missed().halfDay(),
                        moved.missed().sessionId());
            } else {
                tell(
                        AbsenceProcessKeys.request(
                                moved.learnerId(), moved.missed().halfDay()),
                        AbsenceProcessKeys.MOVED);
            }
        });
    }

    @EventListener
    @Transactional
    void on(AbsenceWithdrawn absence) {
        boolean others = cases.ofHalfDay(absence.learnerId(), absence.halfDay()).stream()
                .anyMatch(other -> !other.id().equals(absence.caseId()));
        tell(
                AbsenceProcessKeys.request(absence.learnerId(), absence.halfDay()),
                others ? AbsenceProcessKeys.MOVED : AbsenceProcessKeys.WITHDRAWN);
        moot.after(absence);
    }

    private void startOrTell(UUID learnerId, String halfDay, UUID sessionId) {
        String key = AbsenceProcessKeys.request(learnerId, halfDay);
        keys.hold(key);
        if (runs(key)) {
            tell(key, AbsenceProcessKeys.MOVED);
            return;
        }
        SessionInfo session = sessions.get(sessionId);
        Instant now = clock.instant();
        Instant notBefore = AbsenceNotices.past(session, now, parameters.timeToJustify())
                ? now.plus(FILES_OF_THE_PAST)
                : session.startsAt().plus(parameters.askedAfter());
        processes.startProcessInstanceByKey(
                AbsenceProcessKeys.REQUEST_PROCESS,
                key,
                Map.of(
                        "learnerId",
                        learnerId.toString(),
                        "halfDay",
                        halfDay,
                        "notBefore",
                        seconds(notBefore.isAfter(now) ? notBefore : now).toString(),
                        "callGuardian",
                        "false",
                        "referentGroups",
                        "role:REFERENT"));
    }

    /** Whether a justification is being asked for that half-day. */
    boolean runs(UUID learnerId, String halfDay) {
        return runs(AbsenceProcessKeys.request(learnerId, halfDay));
    }

    private boolean runs(String key) {
        return processes
                        .createProcessInstanceQuery()
                        .processDefinitionKey(AbsenceProcessKeys.REQUEST_PROCESS)
                        .processInstanceBusinessKey(key)
                        .count()
                > 0;
    }

    private void tell(String key, String message) {
        messages.tell(message, key);
    }

    static Instant seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }
}
