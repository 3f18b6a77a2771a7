package fr.educentre.assidu.sources.core;

import java.time.Duration;

/** Why a call to a server of a source gave nothing. */
public sealed interface RemoteFailure {

    /**
     * The server refuses, or nothing could be asked of it: a person has to mend something.
     *
     * @param status of HTTP, 0 where nothing was asked
     * @param code the server's own name of the refusal, empty where it has none
     */
    record Refused(int status, String code, RemoteProblem problem) implements RemoteFailure {}

    /** The server has no such thing, or not yet. @param body its answer, to be stored where that is evidence */
    @SuppressWarnings("ArrayRecordComponent")
    record NotFound(RemoteProblem problem, byte[] body) implements RemoteFailure {
        public NotFound(RemoteProblem problem) {
            this(problem, new byte[0]);
        }
    }

    /** The server asks to come back later (429, 503). @param retryAfter as it says, else a usual wait */
    record Throttled(Duration retryAfter) implements RemoteFailure {}

    /** The server does not answer, answers too much, or breaks down (5xx). */
    record Unreachable(String why) implements RemoteFailure {}

    /** The server answers something else than it documents. @param what cannot be read */
    record Unreadable(String what) implements RemoteFailure {}

    /** Nothing could be asked. */
    static Refused notAsked(RemoteProblem problem) {
        return new Refused(0, "", problem);
    }

    /** The call was refused for its credentials (401). */
    default boolean isUnauthorized() {
        return this instanceof Refused refused && refused.status() == 401;
    }

    /** A later call may succeed without anyone doing anything. */
    default boolean isPassing() {
        return this instanceof Throttled || this instanceof Unreachable || this instanceof Unreadable;
    }

    /** The texts of a source for failures that have nothing to do with what was asked. */
    record Messages(String throttled, String unreachable) {

        public RemoteProblem of(RemoteFailure failure) {
            return switch (failure) {
                case Refused refused -> refused.problem();
                case NotFound notFound -> notFound.problem();
                case Throttled wait ->
                    RemoteProblem.of(throttled, wait.retryAfter().toSeconds());
                case Unreachable away -> RemoteProblem.of(unreachable, away.why());
                case Unreadable unreadable -> RemoteProblem.of(unreachable, unreadable.what());
            };
        }
    }
}
