package fr.educentre.assidu.sources.teams;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One item of a change notification. */
sealed interface ChangeNotification {

    Origin origin();

    /** @param call identifier of the call, null where the notification has none */
    record Origin(
            String subscriptionId,
            MeetingReference meeting,
            @Nullable String call) {}

    /** Who came in and who left. */
    record Roster(Origin origin, Instant at, List<Participant> joined, List<Participant> left)
            implements ChangeNotification {}

    record Started(Origin origin) implements ChangeNotification {}

    record Ended(Origin origin, Instant at) implements ChangeNotification {}

    /** A webinar's report is ready. @param path in Graph of what holds it */
    record ReportReady(Origin origin, String path) implements ChangeNotification {}

    /** About the subscription itself: reauthorizationRequired, subscriptionRemoved, missed. */
    record Lifecycle(Origin origin, String event) implements ChangeNotification {}

    /** @param problem end of the text's key */
    record Unreadable(Origin origin, String problem) implements ChangeNotification {}

    /** @param connection of one device, where the notification names it */
    record Participant(String connection, TeamsParticipant person) {}
}
