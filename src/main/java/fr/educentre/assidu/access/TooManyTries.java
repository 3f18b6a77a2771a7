package fr.educentre.assidu.access;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many failed tries: the next one has to wait, whether it is right or wrong. */
class TooManyTries extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyTries(Duration wait) {
        super("Too many tries");
        this.wait = wait;
    }

    /** Whole seconds, at least one. */
    long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
