package fr.educentre.assidu.connectors.teams;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One item of a change notification. */
sealed interface Notice {

    Origin origin();

    /** @param call identifier of the call, null where it is not told */
    record Origin(
            String subscriptionId,
            MeetingRef meeting,
            @Nullable String call) {}

    /** Who came in and who left. */
    record Roster(Origin origin, Instant at, List<Participant> joined, List<Participant> left) implements Notice {}

    record Started(Origin origin) implements Notice {}

    record Ended(Origin origin, Instant at) implements Notice {}

    /** A webinar's report is ready. @param path in Graph of what holds it */
    record ReportReady(Origin origin, String path) implements Notice {}

    /** About the subscription itself: reauthorizationRequired, subscriptionRemoved, missed. */
    record Lifecycle(Origin origin, String event) implements Notice {}

    /** @param problem end of the text's key */
    record Unreadable(Origin origin, String problem) implements Notice {}

    /** @param connection one stay of one device, as far as it is told */
    record Participant(String connection, TeamsPerson person) {}
}
