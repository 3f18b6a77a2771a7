package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a file tells is what it told when it was last read: the minutes of two readings never add up. */
@Component
class FileReadings {

    /** A trace that counts no more, as a condition on evidence {@code e}. */
    static final String SET_ASIDE =
            "exists (select from evidence_set_aside a where a.evidence_id = e.id and a.restored_at is null)";

    private final JdbcClient sql;
    private final CurrentActor actor;
    private final Clock clock;

    FileReadings(JdbcClient sql, CurrentActor actor, Clock clock) {
        this.sql = sql;
        this.actor = actor;
        this.clock = clock;
    }

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
        changed.addAll(setAside(delivery, told));
        return changed;
    }

    /** What the same file told in any of its deliveries, and no longer does: the same bytes, or a copy saved otherwise. */
    private Set<UUID> setAside(UUID delivery, Collection<UUID> told) {
        Set<UUID> traces = new LinkedHashSet<>(noLongerTold(delivery, told));
        traces.addAll(sameLines(delivery, told));
        if (traces.isEmpty()) {
            return Set.of();
        }
        List<UUID> ids = traces.stream().map(trace -> TimeOrderedId.next()).toList();
        return new HashSet<>(sql.sql("""
                        insert into evidence_set_aside
                               (id, evidence_id, occurred_at, session_id, delivery_id, set_aside_at, set_aside_by)
                        select made.id, e.id, e.occurred_at, e.session_id, :delivery, :at, :by
                          from unnest(:ids::uuid[], :traces::uuid[]) as made (id, evidence_id)
                          join evidence e on e.id = made.evidence_id
                        on conflict (evidence_id) where restored_at is null do nothing
                        returning session_id
                        """)
                .param("delivery", delivery)
                .param("ids", Arguments.array(ids))
                .param("traces", Arguments.array(traces))
                .param("at", Arguments.utc(clock.instant()))
                .param("by", actor.nameOrSystem())
                .query(UUID.class)
                .list());
    }

    private List<UUID> noLongerTold(UUID delivery, Collection<UUID> told) {
        return sql.sql("""
                        select e.id
                          from delivery now
                          join delivery d on d.sha256 = now.sha256 and d.connector = now.connector
                               and d.session_id is not distinct from now.session_id
                          join evidence e on e.delivery_id = d.id
                         where now.id = :delivery and e.session_id is not null and not (e.id = any(:told::uuid[]))
                        """)
                .param("delivery", delivery)
                .param("told", Arguments.array(told))
                .query((row, n) -> Columns.uuid(row, "id"))
                .list();
    }

    /** The same line of another file: the same person by the same clock, which another zone makes another moment. */
    private List<UUID> sameLines(UUID delivery, Collection<UUID> told) {
        return sql.sql("""
                        select distinct e.id
                          from delivery now
                          join evidence t on t.id = any(:told::uuid[])
                          join evidence e on e.session_id = t.session_id and e.person_key = t.person_key
                               and e.source = t.source and e.kind = t.kind
                               and e.payload ->> 'clock' = t.payload ->> 'clock'
                          join delivery d on d.id = e.delivery_id and d.connector = now.connector
                         where now.id = :delivery and not (e.id = any(:told::uuid[]))
                        """)
                .param("delivery", delivery)
                .param("told", Arguments.array(told))
                .query((row, n) -> Columns.uuid(row, "id"))
                .list();
    }
}
