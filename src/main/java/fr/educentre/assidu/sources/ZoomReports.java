package fr.educentre.assidu.sources;

import java.util.UUID;

/** Zoom's own report of a session's participants, when a person asks for it. */
public interface ZoomReports {

    /** Whether the session has a Zoom meeting and Zoom may be asked. */
    boolean offered(UUID sessionId);

    /**
     * Asks now. What it tells is understood within seconds, as any delivery is.
     *
     * @throws fr.educentre.assidu.shell.Refusal INVALID when the session has no Zoom meeting; CONFLICT, with what is
     *     missing, when Zoom gives none
     */
    Fetched fetchNow(UUID sessionId);

    /** @param meetings instances whose report was read; @param rows connections they tell of */
    record Fetched(int meetings, int rows) {}
}
