package fr.educentre.assidu.sources.bigbluebutton;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of a call to BigBlueButton. */
sealed interface BigBlueButtonResponse {

    @SuppressWarnings("ArrayRecordComponent")
    record Success(BigBlueButtonXml xml, byte[] bytes) implements BigBlueButtonResponse {}

    /** @param key {@code checksumError}, {@code notFound}, ...: what to decide on; the message changes with versions */
    @SuppressWarnings("ArrayRecordComponent")
    record Failed(String key, String message, byte[] bytes) implements BigBlueButtonResponse {

        boolean noSuchMeeting() {
            return key.equals("notFound") || key.equals("invalidMeetingIdentifier");
        }
    }

    /** @param comeBack when the server says when */
    record Away(String why, @Nullable Duration comeBack) implements BigBlueButtonResponse {}
}
