package fr.educentre.assidu.workflow.internal;

import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** What a job carries: as text where it fits the engine's 4000 characters, as bytes where it does not. */
final class JobPayload {

    private static final int LONGEST_TEXT = 4_000;

    private JobPayload() {}

    static TypedValue typed(String payload) {
        return payload.length() <= LONGEST_TEXT
                ? Variables.stringValue(payload)
                : Variables.byteArrayValue(payload.getBytes(StandardCharsets.UTF_8));
    }

    static String read(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : (String) value;
    }
}
