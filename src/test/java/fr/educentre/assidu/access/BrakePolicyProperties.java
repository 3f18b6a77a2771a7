package fr.educentre.assidu.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BrakePolicyProperties {

    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
    private static final BrakePolicy POLICY = new BrakePolicy(5, Duration.ofMinutes(15));

    @Example
    void the_first_failures_cost_nothing_and_the_next_ones_twice_as_much_each_time() {
        assertThat(POLICY.waitAfter(4)).isZero();
        assertThat(POLICY.waitAfter(5)).isEqualTo(Duration.ofSeconds(1));
        assertThat(POLICY.waitAfter(8)).isEqualTo(Duration.ofSeconds(8));
    }

    @Property
    void a_wait_never_shortens_with_failures_and_is_never_longer_than_the_most(
            @ForAll @IntRange(max = 2_000) int failures) {
        assertThat(POLICY.waitAfter(failures + 1)).isGreaterThanOrEqualTo(POLICY.waitAfter(failures));
        assertThat(POLICY.waitAfter(failures)).isLessThanOrEqualTo(Duration.ofMinutes(15));
    }

    @Property
    void whatever_the_clock_does_nobody_waits_longer_than_the_wait(
            @ForAll @IntRange(max = 2_000) int failures, @ForAll @IntRange(min = -100_000, max = 100_000) int seconds) {
        assertThat(POLICY.left(failures, NOW.plusSeconds(seconds), NOW))
                .isLessThanOrEqualTo(POLICY.waitAfter(failures));
    }
}
