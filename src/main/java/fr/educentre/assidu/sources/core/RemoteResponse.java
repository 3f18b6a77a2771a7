package fr.educentre.assidu.sources.core;

import java.time.Duration;

/** What came of a call to a source's server. */
public sealed interface RemoteResponse {

    /** Answered with success (2xx). */
    @SuppressWarnings("ArrayRecordComponent")
    record Ok(int status, byte[] body) implements RemoteResponse {}

    /** Asks to come back later (429, 503). @param retryAfter as the server says, else a usual wait */
    record Busy(Duration retryAfter) implements RemoteResponse {}

    /** Answered with a refusal (other 3xx, 4xx). @param body its first 2,000 characters */
    record Refused(int status, String body) implements RemoteResponse {}

    /** Did not answer, answered too much, or broke down (5xx). @param why for the log and the connectors screen */
    record Unreachable(String why) implements RemoteResponse {}
}
