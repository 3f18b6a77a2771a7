package fr.educentre.assidu.shell;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Figures of tables as gauges. Each is counted by one statement, at most twice a minute on each node, however often and by
 * however many it is read; while it cannot be counted it says nothing rather than something old.
 */
@Component
public class TableGauges {

    static final Duration COUNTED_EVERY = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(TableGauges.class);

    private final MeterRegistry meters;
    private final Clock clock;

    TableGauges(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    /** What a gauge is called: its name with dots, what it is, and the tag that tells its figures apart. */
    public record Named(String name, String description, String tag) {}

    /**
     * @param known values of the tag that are shown from the beginning; others are once they are met
     * @param count the figures by value of the tag, those left out being 0
     */
    public void register(Named gauge, Collection<String> known, Supplier<Map<String, ? extends Number>> count) {
        var figures = new Figures(gauge, count);
        known.forEach(figures::show);
    }

    private final class Figures {

        private final Named gauge;
        private final Supplier<Map<String, ? extends Number>> count;
        private final Set<String> shown = ConcurrentHashMap.newKeySet();
        private @Nullable Map<String, ? extends Number> last;
        private @Nullable Instant countedAt;

        Figures(Named gauge, Supplier<Map<String, ? extends Number>> count) {
            this.gauge = gauge;
            this.count = count;
        }

        void show(String value) {
            if (shown.add(value)) {
                Gauge.builder(gauge.name(), this, figures -> figures.of(value))
                        .description(gauge.description())
                        .tag(gauge.tag(), value)
                        .strongReference(true)
                        .register(meters);
            }
        }

        private double of(String value) {
            Map<String, ? extends Number> now = now();
            if (now == null) {
                return Double.NaN;
            }
            Number figure = now.get(value);
            return figure == null ? 0 : figure.doubleValue();
        }

        private synchronized @Nullable Map<String, ? extends Number> now() {
            Instant now = clock.instant();
            Instant at = countedAt;
            if (at == null || now.isBefore(at) || !now.isBefore(at.plus(COUNTED_EVERY))) {
                countedAt = now;
                last = counted();
            }
            return last;
        }

        private @Nullable Map<String, ? extends Number> counted() {
            try {
                Map<String, ? extends Number> found = count.get();
                found.keySet().forEach(this::show);
                return found;
            } catch (RuntimeException e) {
                LOG.warn("{} could not be counted", gauge.name(), e);
                return null;
            }
        }
    }
}
