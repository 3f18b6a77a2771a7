package fr.educentre.assidu.sources.bigbluebutton;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event of a web hook.
 *
 * @param id {@code user-joined}, ...
 * @param occurrence internal id of the meeting
 * @param meetingId external id of the meeting
 * @param parent internal id of the meeting that a breakout room belongs to
 * @param at by the clock of the server's web hooks
 */
record WebhookEvent(
        String id,
        String occurrence,
        String meetingId,
        @Nullable String parent,
        String userInternalId,
        String userExternalId,
        @Nullable String userName,
        boolean moderator,
        Instant at) {}
