package fr.educentre.assidu.sources.xapi;

import fr.educentre.assidu.evidence.Statements;
import fr.educentre.assidu.shell.Refusal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Gives statements back. */
@Service
public class StatementQueries {

    static final int MOST = 500;
    private static final Set<String> ONE = Set.of("statementId", "voidedStatementId");
    private static final Set<String> BESIDE_ONE = Set.of("attachments", "format");
    private static final Set<String> MANY = Set.of(
            "agent",
            "verb",
            "activity",
            "registration",
            "related_activities",
            "related_agents",
            "since",
            "until",
            "limit",
            "format",
            "attachments",
            "ascending",
            "cursor");

    private final Statements statements;
    private final JsonMapper json = JsonMapper.builder().build();

    StatementQueries(Statements statements) {
        this.statements = statements;
    }

    /**
     * One statement, or {@code {statements, more}}.
     *
     * @param path of the resource, for {@code more}
     * @throws Refusal MALFORMED for a parameter, NOT_FOUND for one statement
     */
    public Map<String, Object> get(String path, Map<String, String> parameters) {
        var named = ONE.stream().filter(parameters::containsKey).toList();
        var allowed = named.isEmpty() ? MANY : BESIDE_ONE;
        for (String name : parameters.keySet()) {
            if (!allowed.contains(name) && !named.contains(name) || named.size() > 1) {
                throw Refusal.malformed("refusal.xapi.parameter.unknown", name);
            }
        }
        offered(parameters, "format", Set.of("exact"));
        for (String name : List.of("attachments", "related_activities", "related_agents")) {
            offered(parameters, name, Set.of("false"));
        }
        return named.isEmpty() ? many(path, parameters) : one(named.getFirst(), parameters);
    }

    private static void offered(Map<String, String> parameters, String name, Set<String> values) {
        String value = parameters.get(name);
        if (value != null && !values.contains(value)) {
            throw Refusal.malformed("refusal.xapi.parameter.value", name, String.join(" | ", values));
        }
    }

    private Map<String, Object> one(String parameter, Map<String, String> parameters) {
        String id = String.valueOf(parameters.get(parameter));
        if (!XapiFormats.isUuid(id)) {
            throw Refusal.malformed("refusal.xapi.parameter.value", parameter, "UUID");
        }
        boolean voided = "voidedStatementId".equals(parameter);
        return statements
                .find(id.toLowerCase(Locale.ROOT))
                .filter(kept -> kept.voided() == voided)
                .map(StatementQueries::shown)
                .orElseThrow(() -> Refusal.notFound("statement"));
    }

    private Map<String, Object> many(String path, Map<String, String> parameters) {
        int limit = limit(parameters.get("limit"));
        var found = statements.search(new Statements.Query(
                new Statements.Query.Filter(
                        agent(parameters.get("agent")),
                        iri(parameters, "verb"),
                        iri(parameters, "activity"),
                        registration(parameters.get("registration")),
                        instant(parameters, "since"),
                        instant(parameters, "until")),
                new Statements.Query.Page(
                        ascending(parameters.get("ascending")), position(parameters.get("cursor")), limit + 1)));
        var page = found.size() > limit ? found.subList(0, limit) : found;
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("statements", page.stream().map(StatementQueries::shown).toList());
        result.put("more", found.size() > limit ? more(path, parameters, page.getLast()) : "");
        return result;
    }

    private static Map<String, Object> shown(Statements.Stored kept) {
        var statement = new LinkedHashMap<>(kept.statement());
        statement.put("stored", kept.recordedAt().toString());
        return statement;
    }

    private static String more(String path, Map<String, String> parameters, Statements.Stored last) {
        var next = new LinkedHashMap<>(parameters);
        next.put("cursor", last.recordedAt() + "_" + last.traceId());
        return next.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", path + "?", ""));
    }

    private static Statements.@Nullable Position position(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        String[] parts = cursor.split("_", 2);
        Instant at = XapiFormats.instant(parts[0]).orElseThrow(() -> invalid("cursor", "more"));
        if (parts.length < 2 || !XapiFormats.isUuid(parts[1])) {
            throw invalid("cursor", "more");
        }
        return new Statements.Position(at, UUID.fromString(parts[1]));
    }

    private @Nullable String agent(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            Object agent = json.readValue(text, Object.class);
            StatementSchema.ACTOR.check(agent, "agent");
            return ActorIdentifier.of((Map<?, ?>) agent).key();
        } catch (JacksonException e) {
            throw invalid("agent", "JSON");
        }
    }

    private static @Nullable String iri(Map<String, String> parameters, String name) {
        String value = parameters.get(name);
        if (value != null && !XapiFormats.isIri(value)) {
            throw invalid(name, "IRI");
        }
        return value;
    }

    private static @Nullable String registration(@Nullable String value) {
        if (value != null && !XapiFormats.isUuid(value)) {
            throw invalid("registration", "UUID");
        }
        return value == null ? null : value.toLowerCase(Locale.ROOT);
    }

    private static @Nullable Instant instant(Map<String, String> parameters, String name) {
        String value = parameters.get(name);
        return value == null ? null : XapiFormats.instant(value).orElseThrow(() -> invalid(name, "ISO 8601 timestamp"));
    }

    private static boolean ascending(@Nullable String value) {
        if (value != null && !"true".equals(value) && !"false".equals(value)) {
            throw invalid("ascending", "true | false");
        }
        return "true".equals(value);
    }

    private static int limit(@Nullable String value) {
        if (value == null) {
            return MOST;
        }
        if (!value.matches("\\d{1,9}")) {
            throw invalid("limit", "0, 1, 2…");
        }
        int limit = Integer.parseInt(value);
        return limit == 0 ? MOST : Math.min(limit, MOST);
    }

    private static Refusal invalid(String name, String format) {
        return Refusal.malformed("refusal.xapi.parameter.value", name, format);
    }
}
