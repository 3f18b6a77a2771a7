package fr.educentre.assidu.sources.core;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.access.ActorJournal;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.evidence.Deliveries;
import fr.educentre.assidu.evidence.Deliveries.Flow;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Unmatched;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.sources.core.SourceSetup.Check;
import fr.educentre.assidu.sources.core.SourceSetup.Field;
import fr.educentre.assidu.sources.core.SourceStateStore.SourceState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The connections to the sources: their health, what they need to know, and whether they work. */
@Service
public class SourceConnections {

    private static final Duration DAY = Duration.ofDays(1);
    private static final int LONGEST_VALUE = 4000;

    private final List<SourceSetup> setups;
    private final StoredSourceSettings settings;
    private final Deliveries deliveries;
    private final SourceStateStore states;
    private final Unmatched unmatched;
    private final ActorJournal journal;
    private final CurrentActor actor;
    private final Texts texts;
    private final Clock clock;

    SourceConnections(
            List<SourceSetup> setups,
            StoredSourceSettings settings,
            Deliveries deliveries,
            SourceStateStore states,
            Unmatched unmatched,
            ActorJournal journal,
            CurrentActor actor,
            Texts texts,
            Clock clock) {
        this.setups = setups.stream()
                .sorted(Comparator.comparingInt(SourceSetup::order))
                .toList();
        this.settings = settings;
        this.deliveries = deliveries;
        this.states = states;
        this.unmatched = unmatched;
        this.journal = journal;
        this.actor = actor;
        this.texts = texts;
        this.clock = clock;
    }

    /** How a connection is doing, worst last. */
    public enum Health {
        READY,
        TO_SET_UP,
        FAILING
    }

    /**
     * @param missing names of the required fields that are not set
     */
    public record Connection(
            @JsonUnwrapped Described described,
            Health health,
            List<String> missing,
            @JsonUnwrapped Attempts attempts,
            @JsonUnwrapped Traffic traffic) {

        /** What it is and serves for. */
        public record Described(String name, String title, String purpose) {}

        /** When it last succeeded and failed. */
        public record Attempts(
                @Nullable Instant lastSuccessAt,
                @Nullable Instant lastFailureAt,
                @Nullable String lastProblem) {}

        /**
         * What came of what it received.
         *
         * @param receivedLastDay deliveries of the last 24 hours
         * @param lagSeconds age of the oldest delivery that waits, null where none does
         * @param unmatched participants that wait for a person to say who they are
         */
        public record Traffic(
                long receivedLastDay,
                long waiting,
                long failed,
                @Nullable Long lagSeconds,
                long unmatched) {}
    }

    /** @param value never that of a secret */
    public record FieldState(
            String name,
            String label,
            @Nullable String help,
            boolean secret,
            boolean required,
            boolean set,
            boolean setHere,
            @Nullable String value) {}

    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
    public List<Connection> all() {
        Map<String, Flow> flows = deliveries.flow(clock.instant().minus(DAY));
        Map<String, SourceState> known = states.all();
        Map<EvidenceSource, Long> open = unmatched.bySource();
        return setups.stream()
                .map(setup -> connection(
                        setup,
                        flows.getOrDefault(setup.connector(), new Flow(0, 0, 0, null, null, null)),
                        known.getOrDefault(setup.connector(), new SourceState(null, null, null)),
                        open.getOrDefault(source(setup.connector()), 0L)))
                .toList();
    }

    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
    public List<FieldState> fields(String connector) {
        SourceSetup setup = setup(connector);
        Set<String> here = settings.setByPerson(connector);
        return setup.fields().stream()
                .map(field -> {
                    String key = "connectors." + connector + ".field." + field.name();
                    var value = settings.find(connector, field.name());
                    return new FieldState(
                            field.name(),
                            setup.label(field, texts),
                            help(key + ".help"),
                            field.secret(),
                            field.required(),
                            value.isPresent(),
                            here.contains(field.name()),
                            field.secret() ? null : value.orElse(null));
                })
                .toList();
    }

    private @Nullable String help(String key) {
        String text = texts.get(key);
        return text.equals(key) ? null : text;
    }

    /**
     * Sets what is given; a blank value gives the property its say back. Journalled by name, never by value.
     *
     * @throws Refusal NOT_FOUND; INVALID for a field the connection does not have, or a value over 4,000 characters
     */
    @Transactional
    @AllowedRoles(Role.ADMIN)
    public void set(String connector, Map<String, String> values) {
        SourceSetup setup = setup(connector);
        values.forEach((name, value) -> {
            if (setup.fields().stream().noneMatch(field -> field.name().equals(name))) {
                throw Refusal.invalid("refusal.connector.field", name);
            }
            if (value.length() > LONGEST_VALUE) {
                throw Refusal.invalid("refusal.connector.tooLong", name, LONGEST_VALUE);
            }
        });
        setup.changing();
        for (Field field : setup.fields()) {
            if (values.containsKey(field.name())) {
                settings.set(connector, field, values.get(field.name()), actor.nameOrSystem());
            }
        }
        journal.record(JournalRecord.of("connector.set", "connector", connector)
                .after(Map.of("fields", List.copyOf(new TreeSet<>(values.keySet())))));
    }

    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
    public List<Check> test(String connector) {
        return setup(connector).test();
    }

    public void require(String connector) {
        setup(connector);
    }

    private SourceSetup setup(String connector) {
        return setups.stream()
                .filter(setup -> setup.connector().equals(connector))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("connector"));
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
                new Connection.Attempts(state.lastSuccessAt(), state.lastFailureAt(), state.lastProblem()),
                new Connection.Traffic(
                        flow.received(),
                        flow.waiting(),
                        flow.failed(),
                        flow.lag() == null ? null : flow.lag().toSeconds(),
                        open));
    }

    private static Health health(List<String> missing, Flow flow, SourceState state) {
        if (!missing.isEmpty()) {
            return Health.TO_SET_UP;
        }
        boolean lastFailed = state.lastFailureAt() != null
                && (state.lastSuccessAt() == null || state.lastFailureAt().isAfter(state.lastSuccessAt()));
        return lastFailed || flow.failed() > 0 ? Health.FAILING : Health.READY;
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
