package fr.educentre.assidu.signing.internal;

import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.signing.SignedStatement.Times;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Whether a moment is one for signing, and what to do where it is not. */
@Component
class SigningMoments {

    private final SigningWindow window;
    private final SigningPeriods periods;

    SigningMoments(SigningWindow window, SigningPeriods periods) {
        this.window = window;
        this.periods = periods;
    }

    /** @throws Refusal CONFLICT */
    void requireOpenable(SessionInfo session, Instant now) {
        requireHeld(session);
        requireNotClosed(session);
        requireWithin(session, now);
    }

    /**
     * A signature made without a connection is judged by when it was made, not by when it came.
     *
     * @throws Refusal CONFLICT
     */
    void requireLearners(SessionInfo session, Times times) {
        requireHeld(session);
        if (!times.offline()) {
            requireNotClosed(session);
        }
        requireWithin(session, times.signedAt());
        if (!periods.openAt(session.id(), times.signedAt())) {
            throw conflict("refusal.signing.notOpen");
        }
    }

    /** @throws Refusal CONFLICT */
    void requireTrainers(SessionInfo session, Times times) {
        requireHeld(session);
        Instant from = window.trainerFrom(session);
        if (times.signedAt().isBefore(from)) {
            throw conflict("refusal.signing.trainerEarly", ReaderFormats.time(from, session.zone()));
        }
    }

    private void requireWithin(SessionInfo session, Instant moment) {
        Instant opens = window.opens(session);
        if (moment.isBefore(opens)) {
            throw conflict(
                    "refusal.signing.early",
                    ReaderFormats.numericDate(opens.atZone(session.zone()).toLocalDate()),
                    ReaderFormats.time(opens, session.zone()));
        }
        if (!moment.isBefore(window.closes(session))) {
            throw conflict("refusal.signing.late");
        }
    }

    private static void requireHeld(SessionInfo session) {
        if (session.state() == SessionState.CANCELLED || session.state() == SessionState.POSTPONED) {
            throw conflict("refusal.session.notHeld");
        }
    }

    private static void requireNotClosed(SessionInfo session) {
        if (session.state() == SessionState.CLOSED) {
            throw conflict("refusal.signing.sessionClosed");
        }
    }

    private static Refusal conflict(String key, Object... arguments) {
        return new Refusal(Refusal.Kind.CONFLICT, key, arguments);
    }
}
