package fr.educentre.assidu.rules.measures;

import fr.educentre.assidu.rules.LearnerFacts.SessionOutcome;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** A learner's half-day: an absence when all its sessions are; unknown while none of them tells. */
record HalfDay(String key, LocalDate day, List<SessionOutcome> sessions) {

    boolean absent() {
        for (SessionOutcome session : sessions) {
            if (!session.status().equals("ABSENT")) {
                return false;
            }
        }
        return true;
    }

    /** Somebody was there, for a part of it at least. */
    boolean attended() {
        return any(s -> !s.status().equals("ABSENT")
                && !s.status().equals("AWAITING_DATA")
                && !s.status().equals("EXEMPT"));
    }

    boolean any(Predicate<SessionOutcome> asked) {
        for (SessionOutcome session : sessions) {
            if (asked.test(session)) {
                return true;
            }
        }
        return false;
    }

    /** Nothing was handed in, or it was refused. */
    boolean withoutDocument() {
        return absent() && any(s -> "TO_JUSTIFY".equals(s.justification()) || "UNJUSTIFIED".equals(s.justification()));
    }

    List<UUID> ids() {
        return sessions.stream().map(SessionOutcome::sessionId).toList();
    }
}
