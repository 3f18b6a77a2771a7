package fr.educentre.assidu.sources;

import java.util.UUID;

/** Zoom's own report of a session's participants, when a person asks for it. */
public interface ZoomReports {

    /** Whether the session has a Zoom meeting and Zoom may be asked. */
    boolean offered(UUID sessionId);

    /**
     * Fetches it now; it is processed within seconds, as any delivery.
     *
     * @throws fr.educentre.assidu.shell.Refusal INVALID when the session has no Zoom meeting; CONFLICT, with what is
     *     missing, when Zoom gives none
     */
    Fetched fetchNow(UUID sessionId);

    /** @param meetings instances whose report was read; @param rows connections that they list */
    record Fetched(int meetings, int rows) {}
}
