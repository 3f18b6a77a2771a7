package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.attendance.AbsenceCases;
import fr.educentre.assidu.attendance.AbsenceCases.AbsenceCase;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.justification.Justifications.Submission;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which sessions and absences a submission is about: those it names, or all of its period, as far as they may still be justified. */
@Component
class JustifiedAbsences {

    private static final Duration LONGEST_PERIOD = Duration.ofDays(366);
    private static final int MOST_SESSIONS = 100;

    private final AbsenceCases cases;
    private final Sessions sessions;
    private final JustificationRepository justifications;
    private final AbsenceProcessKeys keys;
    private final Clock clock;

    JustifiedAbsences(
            AbsenceCases cases,
            Sessions sessions,
            JustificationRepository justifications,
            AbsenceProcessKeys keys,
            Clock clock) {
        this.cases = cases;
        this.sessions = sessions;
        this.justifications = justifications;
        this.keys = keys;
        this.clock = clock;
    }

    /** @param sessions it covers; @param cases of absence that it moves under review */
    record Covered(List<SessionInfo> sessions, List<AbsenceCase> cases) {}

    /** One submission of a learner at a time, until the transaction ends. */
    void hold(UUID learnerId) {
        keys.hold("justify:" + learnerId);
    }

    /** @param late what became unjustified at the deadline may still be justified */
    Covered of(Submission submission, boolean late) {
        List<UUID> named = submission.absence().sessionIds();
        if (named.isEmpty()) {
            Period period = period(submission);
            return new Covered(
                    sessionsOf(submission.learnerId(), period), casesOf(submission.learnerId(), period, late));
        }
        return new Covered(sessionsOf(named), casesOf(submission.learnerId(), named, late));
    }

    void underReview(List<AbsenceCase> moved, UUID justificationId, String by) {
        cases.underReview(moved.stream().map(AbsenceCase::id).toList(), justificationId, by);
    }

    private List<AbsenceCase> casesOf(UUID learnerId, List<UUID> sessionIds, boolean late) {
        if (sessionIds.size() > MOST_SESSIONS) {
            throw Refusal.invalid("refusal.justification.tooManySessions", MOST_SESSIONS);
        }
        List<AbsenceCase> found = cases.ofSessions(learnerId, Set.copyOf(sessionIds));
        if (found.size() < Set.copyOf(sessionIds).size()) {
            throw Refusal.invalid("refusal.justification.notAbsent");
        }
        for (AbsenceCase absence : found) {
            refuseUnlessOpen(absence, late);
        }
        return found;
    }

    private void refuseUnlessOpen(AbsenceCase absence, boolean late) {
        switch (absence.state()) {
            case UNDER_REVIEW -> throw new Refusal(Refusal.Kind.CONFLICT, "refusal.justification.alreadyUnderReview");
            case JUSTIFIED -> throw new Refusal(Refusal.Kind.CONFLICT, "refusal.justification.alreadyJustified");
            case TO_JUSTIFY, UNJUSTIFIED -> {
                if (!late && deadlinePassed(absence)) {
                    throw Refusal.invalid("refusal.justification.deadlinePassed");
                }
            }
        }
    }

    private boolean deadlinePassed(AbsenceCase absence) {
        return absence.state() == JustificationState.UNJUSTIFIED
                || !absence.deadline().isAfter(clock.instant());
    }

    private List<AbsenceCase> casesOf(UUID learnerId, Period period, boolean late) {
        boolean twice =
                justifications
                        .findByLearnerIdAndStateInOrderByCreatedAtDesc(learnerId, List.of(ReviewState.SUBMITTED))
                        .stream()
                        .anyMatch(earlier -> earlier.overlaps(period.from(), period.to()));
        if (twice) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.justification.alreadyUnderReview");
        }
        List<AbsenceCase> all = cases.ofLearner(learnerId);
        Map<UUID, SessionInfo> slots =
                sessions.byIds(all.stream().map(one -> one.missed().sessionId()).toList());
        List<AbsenceCase> within = new ArrayList<>();
        boolean underReview = false;
        boolean tooLate = false;
        for (AbsenceCase absence : all) {
            SessionInfo session = slots.get(absence.missed().sessionId());
            if (session == null || !period.holds(session.startsAt())) {
                continue;
            }
            switch (absence.state()) {
                case UNDER_REVIEW -> underReview = true;
                case JUSTIFIED -> {}
                case TO_JUSTIFY, UNJUSTIFIED -> {
                    if (late || !deadlinePassed(absence)) {
                        within.add(absence);
                    } else {
                        tooLate = true;
                    }
                }
            }
        }
        if (within.isEmpty() && underReview) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.justification.alreadyUnderReview");
        }
        if (within.isEmpty() && tooLate) {
            throw Refusal.invalid("refusal.justification.deadlinePassed");
        }
        return within;
    }

    private List<SessionInfo> sessionsOf(List<UUID> ids) {
        return sessions.byIds(ids).values().stream()
                .sorted(Comparator.comparing(SessionInfo::startsAt))
                .toList();
    }

    /** Sessions where the learner is expected: an absence may be announced before it is known. */
    private List<SessionInfo> sessionsOf(UUID learnerId, Period period) {
        List<SessionInfo> expected = sessions.search(
                        new Sessions.Query(null, null, learnerId, period.from(), period.to(), Set.of()),
                        0,
                        MOST_SESSIONS)
                .items();
        if (expected.isEmpty()) {
            throw Refusal.invalid("refusal.justification.nothingInPeriod");
        }
        return expected;
    }

    private static Period period(Submission submission) {
        Instant from = Optional.ofNullable(submission.absence().from())
                .orElseThrow(() -> Refusal.invalid("refusal.justification.sessionsOrPeriod"));
        Instant to = Optional.ofNullable(submission.absence().to())
                .orElseThrow(() -> Refusal.invalid("refusal.justification.sessionsOrPeriod"));
        if (!to.isAfter(from) || Duration.between(from, to).compareTo(LONGEST_PERIOD) > 0) {
            throw Refusal.invalid("refusal.justification.period");
        }
        return new Period(from, to);
    }

    private record Period(Instant from, Instant to) {
        boolean holds(Instant instant) {
            return !instant.isBefore(from) && instant.isBefore(to);
        }
    }
}
