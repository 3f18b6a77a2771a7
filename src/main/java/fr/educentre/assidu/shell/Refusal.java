package fr.educentre.assidu.shell;

import java.util.List;

/**
 * A request that is not carried out, for a reason the person can act on. Nothing has changed. The message is a key of
 * the text bundles, so that screens and calls say it in the reader's language.
 */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why, in the terms of HTTP. */
    public enum Kind {
        MALFORMED(400),
        ROLE(403),
        NOT_FOUND(404),
        NOT_YOURS(403),
        CONFLICT(409),
        TOO_LARGE(413),
        UNSUPPORTED(415),
        INVALID(422),
        BUSY(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String key;
    private final transient List<Object> arguments;

    public Refusal(Kind kind, String key, Object... arguments) {
        super(kind + " " + key, null, false, false);
        this.kind = kind;
        this.key = key;
        this.arguments = List.of(arguments);
    }

    public static Refusal notFound(String what) {
        return new Refusal(Kind.NOT_FOUND, "refusal.notFound." + what);
    }

    public static Refusal notYours() {
        return new Refusal(Kind.NOT_YOURS, "refusal.notYours");
    }

    public static Refusal role() {
        return new Refusal(Kind.ROLE, "refusal.role");
    }

    public static Refusal invalid(String key, Object... arguments) {
        return new Refusal(Kind.INVALID, key, arguments);
    }

    public static Refusal malformed(String key, Object... arguments) {
        return new Refusal(Kind.MALFORMED, key, arguments);
    }

    public Kind kind() {
        return kind;
    }

    public String key() {
        return key;
    }

    public List<Object> arguments() {
        return arguments == null ? List.of() : arguments;
    }
}
