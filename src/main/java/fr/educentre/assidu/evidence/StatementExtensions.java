package fr.educentre.assidu.evidence;

import java.util.Map;

/** What an xAPI statement says beyond the standard's own fields, by the address of each extension. */
final class StatementExtensions {

    private StatementExtensions() {}

    static Map<?, ?> ofContext(Trace statement) {
        return of(statement, "context");
    }

    static Map<?, ?> ofResult(Trace statement) {
        return of(statement, "result");
    }

    private static Map<?, ?> of(Trace statement, String part) {
        return statement.payload().get(part) instanceof Map<?, ?> whole
                        && whole.get("extensions") instanceof Map<?, ?> extensions
                ? extensions
                : Map.of();
    }
}
