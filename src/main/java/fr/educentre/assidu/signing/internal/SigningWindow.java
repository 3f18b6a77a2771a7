package fr.educentre.assidu.signing.internal;

import fr.educentre.assidu.training.SessionInfo;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** When a half-day may be signed: from shortly before the slot to the end of its day where it is held, unless set otherwise. */
@Component
class SigningWindow {

    private static final Duration BEFORE_THE_END = Duration.ofMinutes(15);

    private final Duration before;
    private final @Nullable Duration after;

    SigningWindow(
            @Value("${assidu.signing.before:15m}") Duration before,
            @Value("${assidu.signing.after:#{null}}") @Nullable Duration after) {
        this.before = before;
        this.after = after;
    }

    Instant opens(SessionInfo session) {
        return session.startsAt().minus(before);
    }

    /** The first moment at which it is too late. */
    Instant closes(SessionInfo session) {
        if (after != null) {
            return session.endsAt().plus(after);
        }
        // A slot that ends at midnight is of the day before.
        LocalDate last = session.endsAt().minusNanos(1).atZone(session.zone()).toLocalDate();
        return last.plusDays(1).atStartOfDay(session.zone()).toInstant();
    }

    /** From when the trainer signs. */
    Instant trainerFrom(SessionInfo session) {
        return session.endsAt().minus(BEFORE_THE_END);
    }
}
