package fr.educentre.assidu.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However often gauges are read, their table is counted now and then. */
class TableGaugesTests {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-30T08:00:00Z"));
    private final AtomicReference<Map<String, Integer>> table = new AtomicReference<>(Map.of("failed", 3));
    private final AtomicInteger counted = new AtomicInteger();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private boolean away;

    @BeforeEach
    void a_gauge_of_two_states() {
        new TableGauges(meters, clock())
                .register(
                        new TableGauges.Named("assidu.things", "Things", "state"), List.of("queued", "failed"), () -> {
                            counted.incrementAndGet();
                            if (away) {
                                throw new IllegalStateException("away");
                            }
                            return table.get();
                        });
    }

    @Test
    void nothing_is_counted_before_somebody_reads() {
        assertThat(counted).hasValue(0);
        assertThat(meters.find("assidu.things").gauges()).hasSize(2);
    }

    @Test
    void all_figures_of_many_readings_take_one_count() {
        for (int reading = 0; reading < 10; reading++) {
            assertThat(gauge("failed")).isEqualTo(3);
            assertThat(gauge("queued")).isZero();
        }
        assertThat(counted).hasValue(1);
    }

    @Test
    void a_figure_is_counted_anew_half_a_minute_later() {
        assertThat(gauge("failed")).isEqualTo(3);
        table.set(Map.of("failed", 4));
        now.updateAndGet(time -> time.plusSeconds(29));
        assertThat(gauge("failed")).isEqualTo(3);
        now.updateAndGet(time -> time.plusSeconds(1));
        assertThat(gauge("failed")).isEqualTo(4);
        assertThat(counted).hasValue(2);
    }

    @Test
    void what_was_not_known_before_is_shown_once_it_is_met() {
        table.set(Map.of("stopped", 2));
        assertThat(gauge("failed")).isZero();
        assertThat(gauge("stopped")).isEqualTo(2);
    }

    @Test
    void what_cannot_be_counted_says_nothing_and_is_not_tried_at_each_reading() {
        assertThat(gauge("failed")).isEqualTo(3);
        away = true;
        now.updateAndGet(time -> time.plusSeconds(31));
        assertThat(gauge("failed")).isNaN();
        assertThat(gauge("queued")).isNaN();
        assertThat(counted).hasValue(2);
    }

    private double gauge(String state) {
        return meters.get("assidu.things").tag("state", state).gauge().value();
    }

    private Clock clock() {
        InstantSource source = now::get;
        return source.withZone(ZoneOffset.UTC);
    }
}
