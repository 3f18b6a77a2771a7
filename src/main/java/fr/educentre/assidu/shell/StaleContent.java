package fr.educentre.assidu.shell;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was to be changed had been changed by somebody else since it was read. Nothing has changed. */
public final class StaleContent extends Refusal {

    private static final long serialVersionUID = 1L;

    private final @Nullable Instant at;

    /** By whom and when is told by the journal. */
    public StaleContent(String by, Instant at) {
        super(Kind.CONFLICT, "refusal.stale", by);
        this.at = at;
    }

    /** By somebody who left no entry in the journal, an import say. */
    public StaleContent() {
        super(Kind.CONFLICT, "refusal.stale.unknown");
        this.at = null;
    }

    public @Nullable Instant at() {
        return at;
    }
}
