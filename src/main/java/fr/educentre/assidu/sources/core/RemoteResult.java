package fr.educentre.assidu.sources.core;

import java.util.function.Function;

/** What came of a call to a server of a source. */
public sealed interface RemoteResult<T> {

    /** @param bytes the answer as received */
    @SuppressWarnings("ArrayRecordComponent")
    record Success<T>(T value, byte[] bytes) implements RemoteResult<T> {}

    record Failure<T>(RemoteFailure why) implements RemoteResult<T> {}

    static <T> RemoteResult<T> failure(RemoteFailure why) {
        return new Failure<>(why);
    }

    /** Goes on with the value of a success. */
    default <U> RemoteResult<U> then(Function<? super T, RemoteResult<U>> next) {
        return switch (this) {
            case Success<T> success -> next.apply(success.value());
            case Failure<T> failure -> failure(failure.why());
        };
    }
}
