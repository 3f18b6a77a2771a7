package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.attendance.AbsenceCases;
import fr.educentre.assidu.attendance.AbsenceCases.AbsenceCase;
import fr.educentre.assidu.justification.internal.JustificationRequestSteps.Missed;
import fr.educentre.assidu.rules.RuleParameters;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What one message tells: a whole day's absence is one message, and so is everything that became known long after, from files
 * of the past.
 */
@Component
class AbsenceNotices {

    private final AbsenceCases cases;
    private final Sessions sessions;
    private final RuleParameters parameters;

    AbsenceNotices(AbsenceCases cases, Sessions sessions, RuleParameters parameters) {
        this.cases = cases;
        this.sessions = sessions;
        this.parameters = parameters;
    }

    /** @param past they became known only after the time in which they were to be justified */
    record Notice(Missed missed, boolean past) {}

    /**
     * With those of the learner's other absences that wait as well.
     *
     * @param own of one half-day, at least one
     */
    Notice with(UUID learnerId, List<AbsenceCase> own) {
        List<UUID> ids = own.stream().map(AbsenceCase::id).toList();
        List<AbsenceCase> others = cases.ofLearner(learnerId).stream()
                .filter(one -> !ids.contains(one.id()))
                .filter(JustificationRequestSteps::waits)
                .toList();
        List<AbsenceCase> all = new ArrayList<>(own);
        all.addAll(others);
        Map<UUID, SessionInfo> slots =
                sessions.byIds(all.stream().map(one -> one.missed().sessionId()).toList());
        Duration toJustify = parameters.timeToJustify();
        boolean past = own.stream().allMatch(one -> past(slot(slots, one), one.knownAt(), toJustify));
        List<AbsenceCase> told = all.stream()
                .filter(one -> ids.contains(one.id())
                        || (past
                                ? past(slot(slots, one), one.knownAt(), toJustify)
                                : slot(slots, one)
                                        .localDay()
                                        .equals(slot(slots, own.getFirst()).localDay())))
                .toList();
        return new Notice(missed(learnerId, told, slots), past);
    }

    static boolean past(SessionInfo session, Instant knownAt, Duration toJustify) {
        return session.endsAt().plus(toJustify).isBefore(knownAt);
    }

    private static Missed missed(UUID learnerId, List<AbsenceCase> told, Map<UUID, SessionInfo> slots) {
        List<SessionInfo> missed = told.stream()
                .map(one -> slot(slots, one))
                .distinct()
                .sorted(Comparator.comparing(SessionInfo::startsAt))
                .toList();
        int minutes =
                told.stream().mapToInt(one -> one.missed().missingMinutes()).sum();
        return new Missed(
                learnerId, missed.getFirst().halfDay(), missed, minutes, JustificationRequestSteps.deadline(told));
    }

    private static SessionInfo slot(Map<UUID, SessionInfo> slots, AbsenceCase one) {
        return java.util.Objects.requireNonNull(slots.get(one.missed().sessionId()));
    }
}
