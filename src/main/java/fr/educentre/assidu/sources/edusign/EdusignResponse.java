package fr.educentre.assidu.sources.edusign;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What came of a call to Edusign. */
sealed interface EdusignResponse {

    /** @param raw the whole answer as received */
    @SuppressWarnings("ArrayRecordComponent")
    record Got(JsonNode result, byte[] raw) implements EdusignResponse {}

    record Wait(Duration time) implements EdusignResponse {}

    /** Worth trying again later. @param why of the log */
    record Down(String why) implements EdusignResponse {}

    /** Not worth trying again until a person mends it. @param key of the text that says what to do */
    record Denied(String key, List<Object> arguments) implements EdusignResponse {
        static Denied of(String key, Object... arguments) {
            return new Denied("connectors.edusign.problem." + key, List.of(arguments));
        }
    }
}
