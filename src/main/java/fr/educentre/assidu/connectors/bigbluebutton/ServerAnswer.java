package fr.educentre.assidu.connectors.bigbluebutton;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of a call to BigBlueButton. */
sealed interface ServerAnswer {

    @SuppressWarnings("ArrayRecordComponent")
    record Success(Xml xml, byte[] bytes) implements ServerAnswer {}

    /** @param key {@code checksumError}, {@code notFound}, ...: what to decide on; the message changes with versions */
    @SuppressWarnings("ArrayRecordComponent")
    record Failed(String key, String message, byte[] bytes) implements ServerAnswer {

        boolean noSuchMeeting() {
            return key.equals("notFound") || key.equals("invalidMeetingIdentifier");
        }
    }

    /** @param comeBack when the server says when */
    record Away(String why, @Nullable Duration comeBack) implements ServerAnswer {}
}
