package fr.educentre.assidu.connectors.edusign;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What came of a call to Edusign. */
sealed interface EdusignAnswer {

    /** @param raw the whole answer as received */
    @SuppressWarnings("ArrayRecordComponent")
    record Got(JsonNode result, byte[] raw) implements EdusignAnswer {}

    record Wait(Duration time) implements EdusignAnswer {}

    /** Worth trying again later. @param why of the log */
    record Down(String why) implements EdusignAnswer {}

    /** Not worth trying again until a person mends it. @param key of the text that says what to do */
    record Denied(String key, List<Object> arguments) implements EdusignAnswer {
        static Denied of(String key, Object... arguments) {
            return new Denied("connectors.edusign.problem." + key, List.of(arguments));
        }
    }
}
