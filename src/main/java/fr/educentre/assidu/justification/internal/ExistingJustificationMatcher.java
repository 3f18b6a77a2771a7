package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.attendance.AbsenceCases;
import fr.educentre.assidu.attendance.AbsenceCases.AbsenceCase;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Justify once, apply everywhere: an absence known later falls under what was already brought for its session or period. */
@Component
class ExistingJustificationMatcher {

    private final JustificationRepository justifications;
    private final AbsenceCases cases;
    private final Sessions sessions;
    private final ReasonCatalogue reasons;

    ExistingJustificationMatcher(
            JustificationRepository justifications, AbsenceCases cases, Sessions sessions, ReasonCatalogue reasons) {
        this.justifications = justifications;
        this.cases = cases;
        this.sessions = sessions;
        this.reasons = reasons;
    }

    void apply(UUID learnerId, String halfDay) {
        List<AbsenceCase> waiting = cases.ofHalfDay(learnerId, halfDay).stream()
                .filter(absence -> absence.state() == JustificationState.TO_JUSTIFY)
                .toList();
        List<Justification> brought = waiting.isEmpty() ? List.of() : brought(learnerId);
        if (brought.isEmpty()) {
            return;
        }
        Map<UUID, SessionInfo> slots = sessions.byIds(
                waiting.stream().map(one -> one.missed().sessionId()).toList());
        for (AbsenceCase absence : waiting) {
            SessionInfo session = slots.get(absence.missed().sessionId());
            if (session != null) {
                brought.stream()
                        .filter(one -> one.covers(session.id(), session.startsAt()))
                        .findFirst()
                        .ifPresent(one -> attach(absence, one));
            }
        }
    }

    /** Whether an absence from that session falls under what was brought already. */
    boolean covers(UUID learnerId, SessionInfo session) {
        return brought(learnerId).stream().anyMatch(one -> one.covers(session.id(), session.startsAt()));
    }

    private List<Justification> brought(UUID learnerId) {
        return justifications.findByLearnerIdAndStateInOrderByCreatedAtDesc(
                learnerId, List.of(ReviewState.APPROVED, ReviewState.SUBMITTED));
    }

    private void attach(AbsenceCase absence, Justification justification) {
        justification.cover(List.of(absence.missed().sessionId()));
        List<UUID> ids = List.of(absence.id());
        cases.underReview(ids, justification.id(), justification.submittedBy());
        if (justification.state() == ReviewState.APPROVED) {
            cases.justified(
                    ids,
                    justification.id(),
                    justification.reasonCode(),
                    reasons.of(justification).effects(),
                    String.valueOf(justification.decidedBy()));
        }
    }
}
