package fr.educentre.assidu.sources.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How soon and how often a call that failed is tried again: after each of the delays in turn where the server did not
 * answer, when the server says so where it asked to wait, never where it refuses.
 */
public final class RetryPolicy {

    private final List<Duration> delays;
    private final Duration margin;
    private final Duration spread;

    /** @param failures that count, with the one it follows */
    public record Retry(Duration delay, int failures) {}

    private RetryPolicy(List<Duration> delays, Duration margin, Duration spread) {
        this.delays = List.copyOf(delays);
        this.margin = margin;
        this.spread = spread;
    }

    public static RetryPolicy after(Duration... delays) {
        return new RetryPolicy(List.of(delays), Duration.ZERO, Duration.ZERO);
    }

    public static RetryPolicy every(Duration delay, int times) {
        return growing(delay, 1, times);
    }

    /** Each delay is the one before times the factor. */
    public static RetryPolicy growing(Duration first, int factor, int times) {
        List<Duration> delays = new ArrayList<>();
        Duration delay = first;
        for (int n = 0; n < times; n++) {
            delays.add(delay);
            delay = delay.multipliedBy(factor);
        }
        return new RetryPolicy(delays, Duration.ZERO, Duration.ZERO);
    }

    /** Only what a server asks to come back for is tried again. */
    public static RetryPolicy whenAsked() {
        return after();
    }

    /** Adds that much to the wait that a server asks for. */
    public RetryPolicy withMargin(Duration added) {
        return new RetryPolicy(delays, added, spread);
    }

    /** Adds up to that much at random to each delay: a limit may be that of a whole account. */
    public RetryPolicy spreadOver(Duration longest) {
        return new RetryPolicy(delays, margin, longest);
    }

    /** @param failures that counted before this one; a wait that a server asks for does not count */
    public Optional<Retry> next(RemoteFailure failure, int failures) {
        return switch (failure) {
            case RemoteFailure.Throttled wait ->
                Optional.of(new Retry(spread(wait.retryAfter().plus(margin)), failures));
            case RemoteFailure.Unreachable away -> afterFailure(failures);
            case RemoteFailure.Unreadable unreadable -> afterFailure(failures);
            case RemoteFailure.Refused refused -> Optional.empty();
            case RemoteFailure.NotFound notFound -> Optional.empty();
        };
    }

    /** Whatever failed. @param failures that counted before this one */
    public Optional<Retry> afterFailure(int failures) {
        return failures < delays.size()
                ? Optional.of(new Retry(spread(delays.get(failures)), failures + 1))
                : Optional.empty();
    }

    private Duration spread(Duration delay) {
        return spread.isZero()
                ? delay
                : delay.plusMillis(ThreadLocalRandom.current().nextLong(spread.toMillis()));
    }
}
