package fr.educentre.assidu.sources.zoom;

import java.time.Duration;
import java.util.List;

/** What came of asking Zoom. */
sealed interface ZoomResponse {

    @SuppressWarnings("ArrayRecordComponent")
    record Got(byte[] bytes) implements ZoomResponse {}

    /** Zoom knows no such thing, or not yet. */
    record Absent() implements ZoomResponse {}

    record Later(Duration delay) implements ZoomResponse {}

    /** @param problem end of the key of the text that says what is missing, with the remedy */
    record Denied(String problem, List<Object> arguments) implements ZoomResponse {

        static Denied because(String problem, Object... arguments) {
            return new Denied(problem, List.of(arguments));
        }

        String key() {
            return "connectors.zoom.problem." + problem;
        }
    }

    /** Does not answer, or breaks down. */
    record Down(String why) implements ZoomResponse {}
}
