package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.shell.Refusal;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Which column each title means: chosen now, as chosen before for the same titles, or known by itself. */
@Component
class ListColumnMappings {

    private static final TypeReference<Map<String, String>> MAP = new TypeReference<>() {};

    private final JdbcClient sql;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    ListColumnMappings(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What a person chose for a file with these titles. */
    Optional<Map<String, String>> remembered(ListSheet sheet) {
        return sql.sql("select mapping::text from list_mapping where titles_sha256 = ?")
                .param(sheet.fingerprint())
                .query(String.class)
                .optional()
                .map(this::map);
    }

    void remember(ListSheet sheet, Map<String, String> chosen, String by) {
        sql.sql("""
                        insert into list_mapping (titles_sha256, mapping, chosen_by, chosen_at)
                        values (:titles, cast(:mapping as jsonb), :by, :at)
                        on conflict (titles_sha256) do update set mapping = excluded.mapping,
                               chosen_by = excluded.chosen_by, chosen_at = excluded.chosen_at
                        """)
                .param("titles", sheet.fingerprint())
                .param("mapping", text(chosen))
                .param("by", by)
                .param("at", clock.instant().atOffset(java.time.ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** @param chosen title in the file to column; the others are known by their title */
    List<Optional<ListColumn>> columns(ListSheet sheet, Map<String, String> chosen) {
        for (String title : chosen.keySet()) {
            if (!sheet.titles().contains(title)) {
                throw Refusal.invalid("refusal.roster.mapping.title", title);
            }
        }
        Set<ListColumn> taken = EnumSet.noneOf(ListColumn.class);
        chosen.forEach((title, name) -> {
            if (!name.isBlank() && !taken.add(column(name))) {
                throw Refusal.invalid("refusal.roster.mapping.twice", name);
            }
        });
        Set<String> seen = new java.util.HashSet<>();
        return sheet.titles().stream()
                .map(title -> {
                    String name = seen.add(title) ? chosen.get(title) : null;
                    if (name != null) {
                        return name.isBlank() ? Optional.<ListColumn>empty() : Optional.of(column(name));
                    }
                    return ListColumn.titled(title).filter(column -> !taken.contains(column));
                })
                .toList();
    }

    /** The same with a guess for each title that nobody knows, for a person to confirm. */
    List<Optional<ListColumn>> suggested(ListSheet sheet) {
        List<Optional<ListColumn>> columns = new ArrayList<>(columns(sheet, Map.of()));
        Set<ListColumn> taken = EnumSet.noneOf(ListColumn.class);
        columns.forEach(column -> column.ifPresent(taken::add));
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).isEmpty()) {
                Optional<ListColumn> guess = ListColumn.suggested(sheet.titles().get(i), taken);
                guess.ifPresent(taken::add);
                columns.set(i, guess);
            }
        }
        return columns;
    }

    String text(Object value) {
        return json.writeValueAsString(value);
    }

    Map<String, String> map(String text) {
        return json.readValue(text, MAP);
    }

    private static ListColumn column(String name) {
        return Arrays.stream(ListColumn.values())
                .filter(column -> column.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("refusal.roster.mapping.column", name));
    }
}
