package fr.educentre.assidu.sources.core;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.evidence.Deliveries.Flow;
import fr.educentre.assidu.sources.core.SourceConnections.Health;
import fr.educentre.assidu.sources.core.SourceSetup.Outcome;
import fr.educentre.assidu.sources.core.SourceStateStore.SourceState;
import fr.educentre.assidu.sources.core.SourceStateStore.Tested;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How a connection is said to be doing. */
class ConnectionOverviewTests {

    private static final Instant EARLIER = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-23T09:00:00Z");

    @Test
    void what_lacks_a_field_is_to_be_set_up_even_if_it_fails_too() {
        assertThat(ConnectionOverview.health(List.of("secret"), flow(1), state(null, LATER)))
                .isEqualTo(Health.TO_SET_UP);
    }

    @Test
    void only_what_was_tested_is_ready() {
        assertThat(tested(Outcome.OK)).isEqualTo(Health.READY);
        assertThat(tested(null)).isEqualTo(Health.TO_TEST);
        assertThat(tested(Outcome.MISSING)).isEqualTo(Health.TO_SET_UP);
        assertThat(tested(Outcome.FAILED)).isEqualTo(Health.FAILING);
    }

    private static Health tested(@Nullable Outcome outcome) {
        return ConnectionOverview.health(
                List.of(),
                flow(0),
                new SourceState(LATER, null, null, outcome == null ? null : new Tested(EARLIER, outcome)));
    }

    @Test
    void the_last_attempt_counts() {
        assertThat(health(0, EARLIER, LATER)).isEqualTo(Health.FAILING);
        assertThat(health(0, null, LATER)).isEqualTo(Health.FAILING);
        assertThat(health(0, LATER, EARLIER)).isEqualTo(Health.READY);
    }

    @Test
    void a_delivery_that_failed_makes_it_fail() {
        assertThat(health(1, LATER, null)).isEqualTo(Health.FAILING);
    }

    private static Health health(long failed, @Nullable Instant success, @Nullable Instant failure) {
        return ConnectionOverview.health(List.of(), flow(failed), state(success, failure));
    }

    private static Flow flow(long failed) {
        return new Flow(3, failed, 0, null, null, null);
    }

    private static SourceState state(@Nullable Instant success, @Nullable Instant failure) {
        return new SourceState(success, failure, null, new Tested(EARLIER, Outcome.OK));
    }
}
