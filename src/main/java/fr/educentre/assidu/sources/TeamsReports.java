package fr.educentre.assidu.sources;

import java.util.UUID;

/** Teams' own attendance reports of a session, when a person asks for them. */
public interface TeamsReports {

    /** Whether the session has a Teams meeting and Teams may be asked. */
    boolean offered(UUID sessionId);

    /**
     * Fetches them now; they are processed within seconds, as any delivery.
     *
     * @throws fr.educentre.assidu.shell.Refusal INVALID when the session has no Teams meeting; CONFLICT, with what is
     *     missing, when Teams gives none
     */
    Fetched fetchNow(UUID sessionId);

    /** @param reports that overlap the session; @param fresh those that were not known as they are */
    record Fetched(int reports, int fresh) {}
}
