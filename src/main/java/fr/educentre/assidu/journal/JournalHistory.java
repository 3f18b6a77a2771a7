package fr.educentre.assidu.journal;

import fr.educentre.assidu.jdbc.Columns;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the journal tells of one thing. Whoever asks has checked that the reader may see it. */
@Component
@Transactional(readOnly = true)
public class JournalHistory {

    private static final int SHOWN = 200;
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private final JdbcClient sql;
    private final JsonMapper json;

    JournalHistory(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** The last {@value #SHOWN} entries about a thing, newest first. */
    public List<Entry> of(String subjectKind, String subjectId) {
        return read(subjectKind, subjectId, SHOWN);
    }

    /** The last entry about a thing. */
    public Optional<Entry> last(String subjectKind, String subjectId) {
        return read(subjectKind, subjectId, 1).stream().findFirst();
    }

    /** How many entries somebody is the author of. */
    public long mentions(String actor) {
        return sql.sql("select count(*) from journal_entry where actor = :actor")
                .param("actor", actor)
                .query(Long.class)
                .single();
    }

    private List<Entry> read(String subjectKind, String subjectId, int most) {
        return sql.sql("""
                        select at, actor, action, before, after from journal_entry
                         where subject_kind = :kind and subject_id = :id order by seq desc limit :most
                        """)
                .param("kind", subjectKind)
                .param("id", subjectId)
                .param("most", most)
                .query((row, n) -> new Entry(
                        Columns.instant(row, "at"),
                        Columns.text(row, "actor"),
                        Columns.text(row, "action"),
                        values(row.getString("before")),
                        values(row.getString("after"))))
                .list();
    }

    private Map<String, Object> values(@Nullable String text) {
        return text == null ? Map.of() : json.readValue(text, VALUES);
    }

    /**
     * @param actor who did it
     * @param action past tense, dotted
     */
    public record Entry(
            Instant at, String actor, String action, Map<String, Object> before, Map<String, Object> after) {}
}
