package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What a file tells is what it told when it was last read: the minutes of two readings never add up. */
@Component
class FileReadings {

    /** A trace that counts no more, as a condition on evidence {@code e}. */
    static final String SET_ASIDE =
            "exists (select from evidence_set_aside a where a.evidence_id = e.id and a.restored_at is null)";

    private final JdbcClient sql;
    private final CurrentActor actor;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    FileReadings(JdbcClient sql, CurrentActor actor, Clock clock) {
        this.sql = sql;
        this.actor = actor;
        this.clock = clock;
    }

    private record Gone(UUID evidenceId, Instant occurredAt, UUID sessionId) {}

    /**
     * @param told the traces of the file as it is read now
     * @return sessions of which something else counts from now on
     */
    Set<UUID> settle(UUID delivery, Collection<UUID> told) {
        Set<UUID> changed = new HashSet<>(sql.sql("update evidence_set_aside set restored_at = :at"
                        + " where evidence_id = any(:told::uuid[]) and restored_at is null and session_id is not null"
                        + " returning session_id")
                .param("at", Arguments.utc(clock.instant()))
                .param("told", Arguments.array(told))
                .query(UUID.class)
                .list());
        List<Gone> gone = gone(delivery, told);
        gone.forEach(one -> changed.add(one.sessionId()));
        setAside(delivery, gone);
        return changed;
    }

    /** Of every delivery of the same bytes. */
    private List<Gone> gone(UUID delivery, Collection<UUID> told) {
        return sql.sql("""
                        select e.id, e.occurred_at, e.session_id
                          from delivery now
                          join delivery d on d.sha256 = now.sha256 and d.connector = now.connector
                               and d.session_id is not distinct from now.session_id
                          join evidence e on e.delivery_id = d.id
                         where now.id = :delivery and e.session_id is not null and not (e.id = any(:told::uuid[]))
                           and not %s
                        """.formatted(SET_ASIDE))
                .param("delivery", delivery)
                .param("told", Arguments.array(told))
                .query((row, n) -> new Gone(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("occurred_at").toInstant(),
                        row.getObject("session_id", UUID.class)))
                .list();
    }

    private void setAside(UUID delivery, List<Gone> gone) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Gone one : gone) {
            rows.add(Map.of(
                    "id", TimeOrderedId.next().toString(),
                    "evidence_id", one.evidenceId().toString(),
                    "occurred_at", one.occurredAt().toString(),
                    "session_id", one.sessionId().toString()));
        }
        if (!rows.isEmpty()) {
            sql.sql("""
                    insert into evidence_set_aside (id, evidence_id, occurred_at, session_id, delivery_id, set_aside_at, set_aside_by)
                    select id, evidence_id, occurred_at, session_id, :delivery, :at, :by
                      from json_to_recordset(:rows::json) as g(id uuid, evidence_id uuid, occurred_at timestamptz, session_id uuid)
                    on conflict (evidence_id) where restored_at is null do nothing
                    """)
                    .param("rows", json.writeValueAsString(rows))
                    .param("delivery", delivery)
                    .param("at", Arguments.utc(clock.instant()))
                    .param("by", actor.nameOrSystem())
                    .update();
        }
    }
}
