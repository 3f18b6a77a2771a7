package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.access.SystemOnly;
import fr.educentre.assidu.evidence.Evidences.EvidenceRecorded;
import fr.educentre.assidu.evidence.Statements;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.training.TimeSlot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class StoredStatements implements Statements {

    /** A voiding statement cannot itself be voided. */
    static final String VOIDED = """
            (e.verb <> 'http://adlnet.gov/expapi/verbs/voided' and exists (
                select 1 from evidence v
                 where v.source = 'XAPI' and v.verb = 'http://adlnet.gov/expapi/verbs/voided'
               and v.activity_key = e.source_key))\
        """;

    private static final String READ = "select e.id, e.source_key, e.recorded_at, e.payload, " + VOIDED
            + " as voided from evidence e where e.source = 'XAPI'";

    private final JdbcClient sql;
    private final ApplicationEventPublisher events;
    private final JsonMapper json = JsonMapper.builder().build();

    StoredStatements(JdbcClient sql, ApplicationEventPublisher events) {
        this.sql = sql;
        this.events = events;
    }

    @Override
    @Transactional
    @SystemOnly
    public Map<String, Stored> claim(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        sql.sql("select count(pg_advisory_xact_lock(h)) from (select hashtextextended(id, 0) as h"
                        + " from unnest(:ids::text[]) as id order by 1) as claims")
                .param("ids", ids.toArray(String[]::new))
                .query(Long.class)
                .single();
        return sql
                .sql(READ + " and e.source_key = any(:ids::text[])")
                .param("ids", ids.toArray(String[]::new))
                .query(this::stored)
                .stream()
                .collect(Collectors.toMap(Stored::id, Function.identity(), (a, b) -> a));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Stored> find(String id) {
        return sql.sql(READ + " and e.source_key = :id limit 1")
                .param("id", id)
                .query(this::stored)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Stored> search(Query query) {
        var where = new StringBuilder(READ).append(" and not ").append(VOIDED);
        var parameters = new HashMap<String, Object>();
        filter(
                where,
                parameters,
                "e.person_key = :person",
                "person",
                query.filter().personKey());
        filter(where, parameters, "e.verb = :verb", "verb", query.filter().verb());
        filter(
                where,
                parameters,
                "e.activity_key = :activity",
                "activity",
                query.filter().activity());
        filter(
                where,
                parameters,
                "lower(e.payload #>> '{context,registration}') = :registration",
                "registration",
                query.filter().registration());
        filter(
                where,
                parameters,
                "e.recorded_at > :since",
                "since",
                at(query.filter().since()));
        filter(
                where,
                parameters,
                "e.recorded_at <= :until",
                "until",
                at(query.filter().until()));
        String order = query.page().ascending() ? "asc" : "desc";
        if (query.page().after() != null) {
            where.append(" and (e.recorded_at, e.id) ")
                    .append(query.page().ascending() ? ">" : "<")
                    .append(" (:afterAt, :afterId)");
            parameters.put("afterAt", at(query.page().after().recordedAt()));
            parameters.put("afterId", query.page().after().traceId());
        }
        where.append(" order by e.recorded_at ")
                .append(order)
                .append(", e.id ")
                .append(order)
                .append(" limit :limit");
        parameters.put("limit", query.page().limit());
        return sql.sql(where.toString()).params(parameters).query(this::stored).list();
    }

    private static void filter(
            StringBuilder where,
            Map<String, Object> parameters,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            parameters.put(name, value);
        }
    }

    @Override
    @Transactional
    @SystemOnly
    public void voided(Collection<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        Set<UUID> learners = new HashSet<>();
        Set<UUID> sessions = new HashSet<>();
        sql.sql("""
                select e.session_id, m.learner_id
                  from evidence e
                  join evidence_match m on m.evidence_id = e.id and m.withdrawn_at is null
                 where e.source = 'XAPI' and e.source_key = any(:ids::text[])
                """).param("ids", ids.toArray(String[]::new)).query(row -> {
            learners.add(row.getObject("learner_id", UUID.class));
            UUID session = row.getObject("session_id", UUID.class);
            if (session != null) {
                sessions.add(session);
            }
        });
        if (!learners.isEmpty()) {
            events.publishEvent(new ActivityVoided(Set.copyOf(learners)));
            events.publishEvent(new EvidenceRecorded(Set.copyOf(sessions), Set.copyOf(learners)));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, TimeSlot> freshActivity(Collection<UUID> learnerIds, Instant since) {
        Map<UUID, TimeSlot> found = new HashMap<>();
        if (learnerIds.isEmpty()) {
            return found;
        }
        sql.sql("""
                select m.learner_id, min(m.occurred_at) as first, max(m.occurred_at) as last
                  from evidence_match m
                  join evidence e on e.id = m.evidence_id and e.occurred_at = m.occurred_at
                 where m.learner_id = any(:learners::uuid[]) and m.withdrawn_at is null and m.matched_at >= :since
                   and e.source in ('XAPI', 'PLATFORM') and e.kind = 'ACTIVITY'
                 group by m.learner_id
                """)
                .param("learners", Arguments.array(learnerIds))
                .param("since", at(since))
                .query(row -> {
                    Instant last = Columns.instant(row, "last");
                    found.put(
                            row.getObject("learner_id", UUID.class),
                            new TimeSlot(Columns.instant(row, "first"), last.plusMillis(1)));
                });
        return found;
    }

    private Stored stored(ResultSet row, int n) throws SQLException {
        String payload = row.getString("payload");
        return new Stored(
                row.getObject("id", UUID.class),
                row.getString("source_key"),
                Columns.instant(row, "recorded_at"),
                row.getBoolean("voided"),
                payload == null ? Map.of() : json.readValue(payload, new TypeReference<Map<String, Object>>() {}));
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : Arguments.utc(instant);
    }
}
