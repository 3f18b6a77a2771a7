package fr.educentre.assidu.connectors.zoom;

import java.time.Duration;
import java.util.List;

/** What came of asking Zoom. */
sealed interface ZoomAnswer {

    @SuppressWarnings("ArrayRecordComponent")
    record Got(byte[] bytes) implements ZoomAnswer {}

    /** Zoom knows no such thing, or not yet. */
    record Absent() implements ZoomAnswer {}

    record Later(Duration delay) implements ZoomAnswer {}

    /** @param problem end of the key of the text that says what is missing, with the remedy */
    record Denied(String problem, List<Object> arguments) implements ZoomAnswer {

        static Denied because(String problem, Object... arguments) {
            return new Denied(problem, List.of(arguments));
        }

        String key() {
            return "connectors.zoom.problem." + problem;
        }
    }

    /** Does not answer, or breaks down. */
    record Down(String why) implements ZoomAnswer {}
}
