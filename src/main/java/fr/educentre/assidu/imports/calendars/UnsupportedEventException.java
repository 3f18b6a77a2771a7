package fr.educentre.assidu.imports.calendars;

import java.util.List;

/** What keeps one event from becoming sessions; the others go on. */
final class UnsupportedEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String property;
    private final String key;
    private final transient List<Object> arguments;
    private final boolean ignored;

    private UnsupportedEventException(boolean ignored, String property, String key, Object... arguments) {
        super(key, null, false, false);
        this.ignored = ignored;
        this.property = property;
        this.key = key;
        this.arguments = List.of(arguments);
    }

    /** To be corrected by someone. */
    static UnsupportedEventException problem(String property, String key, Object... arguments) {
        return new UnsupportedEventException(false, property, "calendars.problem." + key, arguments);
    }

    /** As it should be: no session. */
    static UnsupportedEventException ignored(String key, Object... arguments) {
        return new UnsupportedEventException(true, "", "calendars.ignored." + key, arguments);
    }

    boolean ignored() {
        return ignored;
    }

    String property() {
        return property;
    }

    String key() {
        return key;
    }

    List<Object> arguments() {
        return arguments == null ? List.of() : arguments;
    }
}
