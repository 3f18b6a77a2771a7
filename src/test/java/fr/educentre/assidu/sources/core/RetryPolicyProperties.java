package fr.educentre.assidu.sources.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RetryPolicyProperties {

    private static final RemoteFailure AWAY = new RemoteFailure.Unreachable("x");
    private static final RemoteProblem PROBLEM = RemoteProblem.of("k");

    @Property(tries = 200)
    void a_server_that_does_not_answer_is_asked_as_often_as_there_are_delays(
            @ForAll @IntRange(min = 1, max = 3600) int first,
            @ForAll @IntRange(min = 1, max = 4) int factor,
            @ForAll @IntRange(max = 10) int times) {
        RetryPolicy policy = RetryPolicy.growing(Duration.ofSeconds(first), factor, times);
        List<Duration> delays = new ArrayList<>();
        int failures = 0;
        Optional<RetryPolicy.Retry> retry = policy.next(AWAY, failures);
        while (retry.isPresent()) {
            delays.add(retry.get().delay());
            assertThat(retry.get().failures()).isEqualTo(++failures);
            retry = policy.next(AWAY, failures);
        }
        assertThat(delays).hasSize(times);
        for (int n = 1; n < times; n++) {
            assertThat(delays.get(n)).isEqualTo(delays.get(n - 1).multipliedBy(factor));
        }
    }

    @Property(tries = 200)
    void a_wait_that_the_server_asks_for_is_kept_and_does_not_count(
            @ForAll @IntRange(max = 100_000) int seconds, @ForAll @IntRange(max = 50) int failures) {
        var throttled = new RemoteFailure.Throttled(Duration.ofSeconds(seconds));
        RetryPolicy policy = RetryPolicy.every(Duration.ofMinutes(2), 3).withMargin(Duration.ofSeconds(1));
        assertThat(policy.next(throttled, failures))
                .contains(new RetryPolicy.Retry(Duration.ofSeconds(seconds + 1), failures));
        assertThat(RetryPolicy.whenAsked().next(throttled, failures))
                .contains(new RetryPolicy.Retry(Duration.ofSeconds(seconds), failures));
    }

    @Property(tries = 200)
    void a_spread_only_adds_and_no_more_than_it_says(@ForAll @IntRange(max = 7) int failures) {
        Duration delay = RetryPolicy.growing(Duration.ofMinutes(1), 2, 8)
                .spreadOver(Duration.ofSeconds(2))
                .next(AWAY, failures)
                .orElseThrow()
                .delay();
        Duration exact = Duration.ofMinutes(1L << failures);
        assertThat(delay).isBetween(exact, exact.plusSeconds(2));
    }

    @Example
    void what_is_refused_is_not_asked_again_unless_a_caller_says_so() {
        RetryPolicy policy = RetryPolicy.after(Duration.ofMinutes(1));
        assertThat(policy.next(new RemoteFailure.Refused(403, "", PROBLEM), 0)).isEmpty();
        assertThat(policy.next(new RemoteFailure.NotFound(PROBLEM), 0)).isEmpty();
        assertThat(policy.next(new RemoteFailure.Unreadable("JSON"), 0)).isPresent();
        assertThat(policy.afterFailure(0)).contains(new RetryPolicy.Retry(Duration.ofMinutes(1), 1));
        assertThat(RetryPolicy.whenAsked().next(AWAY, 0)).isEmpty();
    }
}
