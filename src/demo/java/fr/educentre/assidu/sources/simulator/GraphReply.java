package fr.educentre.assidu.sources.simulator;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer of the simulated Graph. */
record GraphReply(int status, @Nullable Object body) {

    static GraphReply refused(int status, String code, String message) {
        return new GraphReply(status, Map.of("error", Map.of("code", code, "message", message)));
    }
}
