package fr.educentre.assidu.sources.core;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.access.ActorJournal;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.sources.core.SourceSetup.Check;
import fr.educentre.assidu.sources.core.SourceSetup.Field;
import fr.educentre.assidu.sources.core.SourceSetup.Outcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The connections to the sources: their health, what they need to know, and whether they work. */
@Service
public class SourceConnections {

    private static final int LONGEST_VALUE = 4000;

    private final List<SourceSetup> setups;
    private final StoredSourceSettings settings;
    private final ConnectionOverview overview;
    private final SourceStateStore states;
    private final ActorJournal journal;
    private final CurrentActor actor;
    private final Texts texts;

    SourceConnections(
            List<SourceSetup> setups,
            StoredSourceSettings settings,
            ConnectionOverview overview,
            SourceStateStore states,
            ActorJournal journal,
            CurrentActor actor,
            Texts texts) {
        this.setups = setups.stream()
                .sorted(Comparator.comparingInt(SourceSetup::order))
                .toList();
        this.settings = settings;
        this.overview = overview;
        this.states = states;
        this.journal = journal;
        this.actor = actor;
        this.texts = texts;
    }

    /** How a connection is doing, worst last. */
    public enum Health {
        /** Its test passed with the settings that it has, and nothing failed since. */
        READY,
        /** All that it needs is set; whether it works, nobody has tried. */
        TO_TEST,
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

        /** When it last succeeded and failed, and what its last test found; none since its settings changed. */
        public record Attempts(
                @Nullable Instant lastSuccessAt,
                @Nullable Instant lastFailureAt,
                @Nullable String lastProblem,
                @Nullable Instant lastTestAt,
                @Nullable Outcome lastTest) {}

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
        return overview.of(setups);
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
        states.untested(connector);
        journal.record(JournalRecord.of("connector.set", "connector", connector)
                .after(Map.of("fields", List.copyOf(new TreeSet<>(values.keySet())))));
    }

    /** Tries it step by step; what the worst step found is kept. */
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
    public List<Check> test(String connector) {
        List<Check> checks = setup(connector).test();
        states.tested(
                connector,
                checks.stream()
                        .map(Check::outcome)
                        .max(Comparator.naturalOrder())
                        .orElse(Outcome.OK));
        return checks;
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
}
