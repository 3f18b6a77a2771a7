package fr.educentre.assidu.overview;

import fr.educentre.assidu.evidence.IsoDuration;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What traces tell, in words: "A terminé Module 3 (42 min)" rather than the addresses of a verb and an activity. */
@Component
class TraceWords {

    /** Last parts of the addresses of verbs that have words of their own; others are work on the activity. */
    private static final Set<String> VERBS = Set.of(
            "completed",
            "passed",
            "failed",
            "launched",
            "initialized",
            "attempted",
            "terminated",
            "suspended",
            "resumed",
            "played",
            "paused",
            "answered",
            "voided");

    private final JdbcClient sql;
    private final Texts texts;
    private final JsonMapper json = new JsonMapper();

    TraceWords(JdbcClient sql, Texts texts) {
        this.sql = sql;
        this.texts = texts;
    }

    /** A trace: where its parts are kept depends on when it happened. */
    record Key(UUID id, Instant at) {}

    /** Words by trace; one of which there is nothing to add to its kind is left out. One statement. */
    Map<UUID, String> of(Collection<Key> traces, ZoneId zone) {
        if (traces.isEmpty()) {
            return Map.of();
        }
        List<Instant> times = traces.stream().map(Key::at).sorted().toList();
        Map<UUID, String> words = new HashMap<>();
        sql.sql("""
                select t.id, t.kind, t.source, t.from_at, t.to_at, t.verb, t.activity_name, t.duration,
                       coalesce((select min(r.title) from progress_v_requirement r where r.activity_id = t.activity_key),
                                (select min(m.title) from training_v_module_activity m where m.activity_id = t.activity_key)) as title
                  from evidence_v_told t
                 where t.id = any(:ids) and t.occurred_at between :from and :to
                """)
                .param("ids", traces.stream().map(Key::id).toArray(UUID[]::new))
                .param("from", Arguments.utc(times.getFirst()))
                .param("to", Arguments.utc(times.getLast()))
                .query(row -> {
                    UUID id = Columns.uuid(row, "id");
                    words(row, zone).ifPresent(said -> words.put(id, said));
                });
        return words;
    }

    private Optional<String> words(ResultSet row, ZoneId zone) throws SQLException {
        OffsetDateTime from = row.getObject("from_at", OffsetDateTime.class);
        OffsetDateTime to = row.getObject("to_at", OffsetDateTime.class);
        return switch (row.getString("kind")) {
            case "ACTIVITY" -> Optional.of(activity(row));
            case "INTERVAL" ->
                from == null || to == null
                        ? Optional.empty()
                        : Optional.of(texts.get(
                                "dashboards.act.connected",
                                texts.get("evidence.source." + row.getString("source")),
                                ReaderFormats.time(from.toInstant(), zone),
                                ReaderFormats.time(to.toInstant(), zone),
                                minutes(Duration.between(from, to))));
            default -> Optional.empty();
        };
    }

    private String activity(ResultSet row) throws SQLException {
        String title = row.getString("title");
        String name = title == null ? name(row.getString("activity_name")) : title;
        String said = texts.get("dashboards.act." + verb(row.getString("verb")), name);
        String duration = row.getString("duration");
        return duration == null
                ? said
                : IsoDuration.parse(duration)
                        .filter(time -> time.toSeconds() > 0)
                        .map(time -> texts.get("dashboards.act.lasting", said, minutes(time)))
                        .orElse(said);
    }

    private static String verb(@Nullable String address) {
        if (address == null) {
            return "other";
        }
        String last = address.substring(address.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return VERBS.contains(last) ? last : "other";
    }

    /** In the reader's language where it has a name in it, else in the first it has. */
    private String name(@Nullable String byLanguage) {
        if (byLanguage == null) {
            return texts.get("dashboards.act.unnamed");
        }
        JsonNode names = json.readTree(byLanguage);
        String wanted = texts.language().getLanguage();
        return names.propertyStream()
                .filter(name -> name.getKey().equals(wanted) || name.getKey().startsWith(wanted + "-"))
                .findFirst()
                .or(() -> names.propertyStream().findFirst())
                .map(name -> name.getValue().asString())
                .filter(name -> !name.isBlank())
                .orElseGet(() -> texts.get("dashboards.act.unnamed"));
    }

    /** What lasted some seconds lasted a minute. */
    private static String minutes(Duration time) {
        return ReaderFormats.duration(Math.max(1, time.toMinutes()));
    }
}
