package fr.educentre.assidu.sources.bigbluebutton;

import java.util.List;

/** What BigBlueButton sent is not what it documents; the text says what to do. */
class UnreadablePayloadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> arguments;

    /** @param key end of the text's key */
    UnreadablePayloadException(String key, Object... arguments) {
        super(key, null, false, false);
        this.key = "connectors.bigbluebutton.problem." + key;
        this.arguments = List.of(arguments);
    }

    String key() {
        return key;
    }

    Object[] arguments() {
        return arguments == null ? new Object[0] : arguments.toArray();
    }
}
