package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.MatchMethod;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose the traces of one participant of a source are, over many sessions at once. */
@Component
class ParticipantMatches {

    private static final String THEIRS = " e.source = :source and e.person_key = :key ";

    private final JdbcClient sql;
    private final Clock clock;

    ParticipantMatches(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** As the participant showed in a session. */
    record Shown(@Nullable String name, @Nullable String email) {}

    /** The participant's traces of these sessions that are nobody's yet, as matches to be made. */
    List<TraceStore.Match> unmatched(
            EvidenceSource source, String personKey, Collection<UUID> sessionIds, UUID learnerId, MatchMethod how) {
        return sql.sql("select e.id, e.occurred_at, e.session_id from evidence e where"
                        + " e.session_id = any(:ids::uuid[]) and e.kind <> 'ENDED' and" + THEIRS
                        + " and not exists (select from evidence_match m where m.evidence_id = e.id"
                        + " and m.withdrawn_at is null)")
                .param("ids", Arguments.array(sessionIds))
                .param("source", source.name())
                .param("key", personKey)
                .query((row, n) -> new TraceStore.Match(
                        row.getObject(1, UUID.class),
                        Columns.instant(row, 2),
                        row.getObject(3, UUID.class),
                        learnerId,
                        how))
                .list();
    }

    /** Takes back what a person's word alone made the learner's. @return the sessions concerned */
    Set<UUID> withdrawSaid(EvidenceSource source, String personKey, UUID learnerId) {
        return new HashSet<>(sql.sql("update evidence_match m set withdrawn_at = :at from evidence e"
                        + " where e.id = m.evidence_id and e.occurred_at = m.occurred_at and" + THEIRS
                        + " and m.learner_id = :learner and m.how in ('ALIAS','CONFIRMED')"
                        + " and m.withdrawn_at is null and m.session_id is not null returning m.session_id")
                .param("at", Arguments.utc(clock.instant()))
                .param("source", source.name())
                .param("key", personKey)
                .param("learner", learnerId)
                .query(UUID.class)
                .list());
    }

    /** The same in some sessions only. */
    void withdrawSaid(EvidenceSource source, String personKey, UUID learnerId, Collection<UUID> sessionIds) {
        sql.sql("update evidence_match m set withdrawn_at = :at from evidence e"
                        + " where e.id = m.evidence_id and e.occurred_at = m.occurred_at and" + THEIRS
                        + " and m.learner_id = :learner and m.how in ('ALIAS','CONFIRMED') and m.withdrawn_at is null"
                        + " and m.session_id = any(:ids::uuid[])")
                .param("at", Arguments.utc(clock.instant()))
                .param("source", source.name())
                .param("key", personKey)
                .param("learner", learnerId)
                .param("ids", Arguments.array(sessionIds))
                .update();
    }

    /** The sessions that a person's word alone made the learner's. */
    Set<UUID> sessionsSaid(EvidenceSource source, String personKey, UUID learnerId) {
        return new HashSet<>(sql.sql("select distinct m.session_id from evidence e join evidence_match m"
                        + " on m.evidence_id = e.id and m.occurred_at = e.occurred_at where" + THEIRS
                        + " and m.learner_id = :learner and m.how in ('ALIAS','CONFIRMED')"
                        + " and m.withdrawn_at is null and m.session_id is not null")
                .param("source", source.name())
                .param("key", personKey)
                .param("learner", learnerId)
                .query(UUID.class)
                .list());
    }

    Map<UUID, Shown> shown(EvidenceSource source, String personKey, Collection<UUID> sessionIds) {
        Map<UUID, Shown> found = new HashMap<>();
        sql.sql("select distinct on (e.session_id) e.session_id, e.person_name, e.person_email from evidence e where"
                        + " e.session_id = any(:ids::uuid[]) and" + THEIRS + " order by e.session_id, e.id")
                .param("ids", Arguments.array(sessionIds))
                .param("source", source.name())
                .param("key", personKey)
                .query(row -> {
                    found.put(row.getObject(1, UUID.class), new Shown(row.getString(2), row.getString(3)));
                });
        return found;
    }
}
