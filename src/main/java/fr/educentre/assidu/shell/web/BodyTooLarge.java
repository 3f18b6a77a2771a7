package fr.educentre.assidu.shell.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The body of a request goes on beyond what its address takes. */
final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLarge() {
        super("The body is larger than its address takes");
    }

    static boolean causes(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge) {
                return true;
            }
        }
        return false;
    }
}
