package fr.educentre.assidu.sources.bigbluebutton;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event of a web hook.
 *
 * @param id {@code user-joined}, ...
 * @param at by the clock of the server's web hooks
 */
record WebhookEvent(String id, Meeting meeting, User user, Instant at) {

    /**
     * Where it happened.
     *
     * @param occurrence internal id of the meeting
     * @param id external id of the meeting
     * @param parent internal id of the meeting that a breakout room belongs to
     */
    record Meeting(String occurrence, String id, @Nullable String parent) {}

    /** To whom. */
    record User(
            String internalId, String externalId, @Nullable String name, boolean moderator) {}
}
