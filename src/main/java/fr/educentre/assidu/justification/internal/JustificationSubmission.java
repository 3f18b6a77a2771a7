package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.attendance.AbsenceCases;
import fr.educentre.assidu.attendance.AbsenceCases.AbsenceCase;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.justification.Justifications.Submission;
import fr.educentre.assidu.rules.JustificationRules;
import fr.educentre.assidu.rules.JustificationTerms;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files what a learner brings, moves the absences it is about under review and has it examined. */
@Component
class JustificationSubmission {

    private static final Duration LONGEST_PERIOD = Duration.ofDays(366);
    private static final int LONGEST_COMMENT = 2000;
    private static final int MOST_SESSIONS = 100;

    private final JustificationRepository justifications;
    private final ReasonCatalogue reasons;
    private final DocumentVault vault;
    private final AbsenceCases cases;
    private final Sessions sessions;
    private final AbsenceProcessKeys keys;
    private final JustificationReview review;
    private final JustificationRules rules;
    private final Journal journal;
    private final Clock clock;

    JustificationSubmission(
            JustificationRepository justifications,
            ReasonCatalogue reasons,
            DocumentVault vault,
            AbsenceCases cases,
            Sessions sessions,
            AbsenceProcessKeys keys,
            JustificationReview review,
            JustificationRules rules,
            Journal journal,
            Clock clock) {
        this.justifications = justifications;
        this.reasons = reasons;
        this.vault = vault;
        this.cases = cases;
        this.sessions = sessions;
        this.keys = keys;
        this.review = review;
        this.rules = rules;
        this.journal = journal;
        this.clock = clock;
    }

    /** @param late staff may still justify what became unjustified at the deadline; a learner may not */
    @Transactional
    Justification file(Submission submission, boolean late, @Nullable UUID account) {
        keys.hold("justify:" + submission.learnerId());
        JustificationTerms terms = rules.inForce();
        AbsenceReason reason = reasons.get(submission.reason().code()).under(terms);
        DetectedFile file = file(submission, reason);
        List<SessionInfo> covered;
        List<AbsenceCase> moved;
        if (submission.absence().sessionIds().isEmpty()) {
            Period period = period(submission);
            covered = sessionsOf(submission.learnerId(), period);
            moved = casesOf(submission.learnerId(), period, late);
        } else {
            covered = sessionsOf(submission.absence().sessionIds());
            moved = casesOf(submission.learnerId(), submission.absence().sessionIds(), late);
        }
        Instant now = clock.instant();
        boolean medical = reason.medical() || submission.document().medical();
        var justification = new Justification(submission.learnerId(), reason.code(), medical, comment(submission), now)
                .by(submission.submittedBy(), account)
                .under(terms.version())
                .over(
                        submission.absence().sessionIds().isEmpty()
                                ? submission.absence().from()
                                : null,
                        submission.absence().sessionIds().isEmpty()
                                ? submission.absence().to()
                                : null);
        justification.cover(moved.stream().map(one -> one.missed().sessionId()).toList());
        Justification saved = justifications.saveAndFlush(justification);
        if (file != null) {
            vault.keep(saved.id(), file, medical, now);
        }
        cases.underReview(moved.stream().map(AbsenceCase::id).toList(), saved.id(), submission.submittedBy());
        review.start(saved, covered, file != null, terms);
        journal.record(JournalRecord.of(
                        "justification.submitted", "justification", saved.id().toString())
                .by(submission.submittedBy())
                .learner(submission.learnerId())
                .after(Map.of("sessions", moved.size(), "document", file != null, "medical", medical)));
        return saved;
    }

    private static @Nullable DetectedFile file(Submission submission, AbsenceReason reason) {
        byte[] bytes = submission.document().bytes();
        if (bytes == null) {
            if (reason.documentRequired()) {
                throw Refusal.invalid("refusal.justification.documentRequired");
            }
            return null;
        }
        return DetectedFile.of(submission.document().fileName(), bytes);
    }

    private static @Nullable String comment(Submission submission) {
        String comment = submission.reason().comment();
        if (comment == null || comment.isBlank()) {
            return null;
        }
        if (comment.length() > LONGEST_COMMENT) {
            throw Refusal.invalid("refusal.justification.commentTooLong", LONGEST_COMMENT);
        }
        return comment.strip();
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
