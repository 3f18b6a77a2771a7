package fr.educentre.assidu.sources.core;

import fr.educentre.assidu.evidence.Deliveries;
import fr.educentre.assidu.evidence.Deliveries.Flow;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Unmatched;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.sources.core.SourceConnections.Connection;
import fr.educentre.assidu.sources.core.SourceConnections.Health;
import fr.educentre.assidu.sources.core.SourceSetup.Field;
import fr.educentre.assidu.sources.core.SourceStateStore.SourceState;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How each connection is doing: what it lacks, what it received, how its last attempts went. */
@Component
class ConnectionOverview {

    private static final Duration DAY = Duration.ofDays(1);

    private final StoredSourceSettings settings;
    private final Deliveries deliveries;
    private final SourceStateStore states;
    private final Unmatched unmatched;
    private final Texts texts;
    private final Clock clock;

    ConnectionOverview(
            StoredSourceSettings settings,
            Deliveries deliveries,
            SourceStateStore states,
            Unmatched unmatched,
            Texts texts,
            Clock clock) {
        this.settings = settings;
        this.deliveries = deliveries;
        this.states = states;
        this.unmatched = unmatched;
        this.texts = texts;
        this.clock = clock;
    }

    List<Connection> of(List<SourceSetup> setups) {
        Map<String, Flow> flows = deliveries.flow(clock.instant().minus(DAY));
        Map<String, SourceState> known = states.all();
        Map<EvidenceSource, Long> open = unmatched.bySource();
        return setups.stream()
                .map(setup -> connection(
                        setup,
                        flows.getOrDefault(setup.connector(), new Flow(0, 0, 0, null, null, null)),
                        known.getOrDefault(setup.connector(), new SourceState(null, null, null, null)),
                        open.getOrDefault(source(setup.connector()), 0L)))
                .toList();
    }

    private Connection connection(SourceSetup setup, Flow flow, SourceState state, long open) {
        String name = setup.connector();
        List<String> missing = setup.fields().stream()
                .filter(Field::required)
                .map(Field::name)
                .filter(field -> settings.find(name, field).isEmpty())
                .toList();
        return new Connection(
                new Connection.Described(
                        name, texts.get("connectors." + name + ".name"), texts.get("connectors." + name + ".purpose")),
                health(missing, flow, state),
                missing,
                new Connection.Attempts(
                        state.lastSuccessAt(),
                        state.lastFailureAt(),
                        state.lastProblem(),
                        state.test() == null ? null : state.test().at(),
                        state.test() == null ? null : state.test().outcome()),
                new Connection.Traffic(
                        flow.received(),
                        flow.waiting(),
                        flow.failed(),
                        flow.lag() == null ? null : flow.lag().toSeconds(),
                        open));
    }

    static Health health(List<String> missing, Flow flow, SourceState state) {
        if (!missing.isEmpty()) {
            return Health.TO_SET_UP;
        }
        boolean lastFailed = state.lastFailureAt() != null
                && (state.lastSuccessAt() == null || state.lastFailureAt().isAfter(state.lastSuccessAt()));
        if (lastFailed || flow.failed() > 0) {
            return Health.FAILING;
        }
        if (state.test() == null) {
            return Health.TO_TEST;
        }
        return switch (state.test().outcome()) {
            case OK -> Health.READY;
            case MISSING -> Health.TO_SET_UP;
            case FAILED -> Health.FAILING;
        };
    }

    private static EvidenceSource source(String connector) {
        for (EvidenceSource source : EvidenceSource.values()) {
            if (source.name().equals(connector.toUpperCase(Locale.ROOT))) {
                return source;
            }
        }
        return EvidenceSource.SIGNATURE;
    }
}
