package fr.educentre.assidu.rules.internal;

import fr.educentre.assidu.rules.LearnerFacts.SessionOutcome;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A learner's half-day: an absence when all its sessions are; unknown while none of them tells. */
record HalfDay(String key, LocalDate day, List<SessionOutcome> sessions) {

    boolean absent() {
        return sessions.stream().allMatch(s -> s.status().equals("ABSENT"));
    }

    /** Somebody was there, for a part of it at least. */
    boolean attended() {
        return sessions.stream()
                .anyMatch(s -> !s.status().equals("ABSENT")
                        && !s.status().equals("AWAITING_DATA")
                        && !s.status().equals("EXEMPT"));
    }

    /** The deadline to justify has passed for a part of it at least. */
    boolean unjustified() {
        return absent() && justificationIs("UNJUSTIFIED");
    }

    boolean withoutDocument() {
        return absent() && (justificationIs("TO_JUSTIFY") || justificationIs("UNJUSTIFIED"));
    }

    private boolean justificationIs(String state) {
        return sessions.stream().anyMatch(s -> state.equals(s.justification()));
    }

    List<UUID> ids() {
        return sessions.stream().map(SessionOutcome::sessionId).toList();
    }
}
