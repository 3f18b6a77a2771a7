package fr.educentre.assidu.sources.xapi;

import fr.educentre.assidu.access.SystemOnly;
import fr.educentre.assidu.evidence.Deliveries;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.evidence.Statements;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.SentJson;
import fr.educentre.assidu.shell.Wording;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Receives statements: stores the bytes first, then records the whole batch or nothing of it. */
@Service
@SystemOnly
public class StatementIntake {

    private final Deliveries deliveries;
    private final Evidences evidences;
    private final Statements statements;
    private final StatementEvidenceFactory traces;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final JsonMapper json = SentJson.mapper()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    StatementIntake(
            Deliveries deliveries,
            Evidences evidences,
            Statements statements,
            StatementEvidenceFactory traces,
            TransactionOperations transactions,
            Clock clock) {
        this.deliveries = deliveries;
        this.evidences = evidences;
        this.statements = statements;
        this.traces = traces;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @return the statements' identifiers, in their order
     * @throws Refusal MALFORMED with the path of what is wrong, CONFLICT when another statement has the identifier
     */
    public List<String> post(byte[] body, String client, Map<String, String> headers) {
        return keep(body, client, headers, parsed -> parsed instanceof List<?> list ? list : List.of(parsed), "$");
    }

    /** @throws Refusal as {@link #post}, and MALFORMED when the statement has another identifier */
    public void put(String id, byte[] body, String client, Map<String, String> headers) {
        keep(body, client, headers, parsed -> List.of(named(parsed, id.toLowerCase(Locale.ROOT))), "$");
    }

    private static Map<String, Object> named(Object parsed, String id) {
        StatementSchema.OBJECT.check(parsed, "$");
        var statement = new java.util.LinkedHashMap<String, Object>();
        ((Map<?, ?>) parsed).forEach((name, value) -> statement.put(String.valueOf(name), value));
        if (statement.containsKey("id") && !(statement.get("id") instanceof String text && text.equalsIgnoreCase(id))) {
            throw new InvalidStatement("$.id", "format", id);
        }
        statement.put("id", id);
        return statement;
    }

    private List<String> keep(
            byte[] body,
            String client,
            Map<String, String> headers,
            java.util.function.Function<Object, List<?>> batch,
            String path) {
        UUID delivery = deliveries.receive(
                new Deliveries.Received("xapi", client, null, headers.get("content-type"), headers, null, body));
        try {
            return transactions.execute(status -> {
                Object parsed = parse(body);
                List<Statement> given = read(batch.apply(parsed), parsed instanceof List, client, path);
                store(given, delivery);
                deliveries.processed(delivery);
                return given.stream().map(Statement::id).toList();
            });
        } catch (Refusal refusal) {
            deliveries.failed(delivery, Wording.of(refusal));
            throw refusal;
        }
    }

    private Object parse(byte[] body) {
        try {
            Object parsed = json.readValue(body, Object.class);
            if (parsed == null) {
                throw new InvalidStatement("$", "null");
            }
            return parsed;
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw Refusal.malformed(
                    "refusal.xapi.json", at == null ? 0 : at.getLineNr(), at == null ? 0 : at.getColumnNr());
        }
    }

    private List<Statement> read(List<?> batch, boolean listed, String client, String path) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Statement> read = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int n = 0; n < batch.size(); n++) {
            String at = listed ? path + "[" + n + "]" : path;
            StatementSchema.STATEMENT.check(batch.get(n), at);
            Statement statement = Statement.received((Map<?, ?>) batch.get(n), now, client);
            if (!ids.add(statement.id())) {
                throw new InvalidStatement(at + ".id", "twice");
            }
            read.add(statement);
        }
        return read;
    }

    private void store(List<Statement> given, UUID delivery) {
        var known = statements.claim(given.stream().map(Statement::id).toList());
        List<Statement> fresh = new ArrayList<>();
        for (Statement statement : given) {
            var kept = known.get(statement.id());
            if (kept == null) {
                fresh.add(statement);
            } else if (!statement.sameAs(kept.statement())) {
                throw new Refusal(Refusal.Kind.CONFLICT, "refusal.xapi.conflict", statement.id());
            }
        }
        List<NewTrace> found = traces.of(fresh, delivery);
        if (!found.isEmpty()) {
            evidences.record(found);
        }
        statements.voided(fresh.stream()
                .filter(Statement::voids)
                .flatMap(statement -> java.util.stream.Stream.ofNullable(statement.about()))
                .toList());
    }
}
