package fr.educentre.assidu.progress.internal;

import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of requirements, results and connection days. */
@Component
class ProgressStore {

    private final JdbcClient sql;
    private final NamedParameterJdbcTemplate batches;

    ProgressStore(JdbcClient sql, NamedParameterJdbcTemplate batches) {
        this.sql = sql;
        this.batches = batches;
    }

    List<ActivityRequirement> requirements(Collection<UUID> groupIds) {
        return sql.sql("""
                select group_id, module_id, activity_id, title, kind, estimated_minutes, due_on, pass_score
                  from activity_requirement where group_id = any(:groups)
                 order by due_on nulls last, title, id
                """)
                .param("groups", groupIds.toArray(UUID[]::new))
                .query((row, n) -> new ActivityRequirement(
                        row.getObject("group_id", UUID.class),
                        row.getObject("module_id", UUID.class),
                        row.getString("activity_id"),
                        row.getString("title"),
                        "EVALUATION".equals(row.getString("kind")),
                        row.getInt("estimated_minutes"),
                        row.getObject("due_on", LocalDate.class),
                        row.getBigDecimal("pass_score")))
                .list();
    }

    void addRequirements(Collection<ActivityRequirement> required) {
        batches.batchUpdate(
                """
                insert into activity_requirement (id, group_id, module_id, activity_id, title, kind, estimated_minutes,
                                                  due_on, pass_score)
                values (:id, :group, :module, :activity, :title, :kind, :minutes, :due, :pass)
                """,
                required.stream()
                        .map(one -> new MapSqlParameterSource("id", TimeOrderedId.next())
                                .addValue("group", one.groupId())
                                .addValue("module", one.moduleId())
                                .addValue("activity", one.activityId())
                                .addValue("title", one.title())
                                .addValue("kind", one.evaluation() ? "EVALUATION" : "ACTIVITY")
                                .addValue("minutes", one.estimatedMinutes())
                                .addValue("due", one.dueOn(), java.sql.Types.DATE)
                                .addValue("pass", one.passScore(), java.sql.Types.NUMERIC))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** Learner to activity to result. */
    Map<UUID, Map<String, ActivityResult>> results(Collection<UUID> learnerIds) {
        Map<UUID, Map<String, ActivityResult>> found = new HashMap<>();
        sql.sql("select * from activity_result where learner_id = any(:learners)")
                .param("learners", learnerIds.toArray(UUID[]::new))
                .query(row -> {
                    ActivityResult result = result(row);
                    found.computeIfAbsent(row.getObject("learner_id", UUID.class), id -> new HashMap<>())
                            .put(result.activityId(), result);
                });
        return found;
    }

    /** Those done by then. */
    Map<UUID, Map<String, ActivityResult>> resultsAt(Collection<UUID> learnerIds, Instant at) {
        Map<UUID, Map<String, ActivityResult>> found = new HashMap<>();
        results(learnerIds)
                .forEach((learner, results) -> results.forEach((activity, result) -> {
                    if (result.doneAt() != null && !result.doneAt().isAfter(at)) {
                        found.computeIfAbsent(learner, id -> new HashMap<>()).put(activity, result);
                    }
                }));
        return found;
    }

    /** The last activity by then, to the day where there was more on that day later. */
    Map<UUID, Instant> lastActivityAt(Collection<UUID> learnerIds, Instant at) {
        Map<UUID, Instant> found = new HashMap<>();
        sql.sql("select learner_id, max(last_at) as last_at from connection_day"
                        + " where learner_id = any(:learners) and last_at <= :at group by learner_id")
                .param("learners", learnerIds.toArray(UUID[]::new))
                .param("at", Arguments.utc(at))
                .query(row -> {
                    found.put(row.getObject("learner_id", UUID.class), Columns.instant(row, "last_at"));
                });
        return found;
    }

    private static ActivityResult result(ResultSet row) throws SQLException {
        return new ActivityResult(
                row.getString("activity_id"),
                ActivityResult.State.valueOf(row.getString("state")),
                row.getBigDecimal("score"),
                Columns.instant(row, "first_at"),
                Columns.maybeInstant(row, "done_at"),
                Columns.instant(row, "last_at"),
                row.getObject("evidence_id", UUID.class));
    }

    record Connection(int minutes, Instant lastAt) {}

    Map<UUID, Connection> connections(Collection<UUID> learnerIds) {
        Map<UUID, Connection> found = new HashMap<>();
        sql.sql("select learner_id, sum(minutes) as minutes, max(last_at) as last_at from connection_day"
                        + " where learner_id = any(:learners) group by learner_id")
                .param("learners", learnerIds.toArray(UUID[]::new))
                .query(row -> {
                    found.put(
                            row.getObject("learner_id", UUID.class),
                            new Connection(row.getInt("minutes"), Columns.instant(row, "last_at")));
                });
        return found;
    }

    /** Nobody else counts for these learners until the transaction ends. */
    void lock(Collection<UUID> learnerIds) {
        sql.sql("select count(pg_advisory_xact_lock(h)) from (select hashtextextended('progress ' || id, 0) as h"
                        + " from unnest(:learners::uuid[]) as id order by 1) as locks")
                .param("learners", learnerIds.toArray(UUID[]::new))
                .query(Long.class)
                .single();
    }

    void forget(Collection<UUID> learnerIds) {
        for (String table : List.of("connection_day", "activity_result")) {
            sql.sql("delete from " + table + " where learner_id = any(:learners)")
                    .param("learners", learnerIds.toArray(UUID[]::new))
                    .update();
        }
    }

    record CountedDay(UUID learnerId, LocalDate day, ConnectionTime.Day time) {}

    void keepDays(Collection<CountedDay> days) {
        batches.batchUpdate(
                """
                insert into connection_day (learner_id, day, minutes, last_at) values (:learner, :day, :minutes, :last)
                on conflict (learner_id, day) do update set minutes = excluded.minutes, last_at = excluded.last_at
                """,
                days.stream()
                        .map(day -> new MapSqlParameterSource("learner", day.learnerId())
                                .addValue("day", day.day())
                                .addValue("minutes", day.time().minutes())
                                .addValue("last", Arguments.maybeUtc(day.time().lastAt())))
                        .toArray(MapSqlParameterSource[]::new));
    }

    void keepResults(Map<UUID, Collection<ActivityResult>> results) {
        batches.batchUpdate(
                """
                insert into activity_result as r (learner_id, activity_id, state, score, first_at, done_at, last_at, evidence_id)
                values (:learner, :activity, :state, :score, :first, :done, :last, :evidence)
                on conflict (learner_id, activity_id) do update
                   set state = excluded.state, score = excluded.score, first_at = excluded.first_at,
                       done_at = excluded.done_at, last_at = excluded.last_at, evidence_id = excluded.evidence_id
                """,
                results.entrySet().stream()
                        .flatMap(entry -> entry.getValue().stream()
                                .map(result -> new MapSqlParameterSource("learner", entry.getKey())
                                        .addValue("activity", result.activityId())
                                        .addValue("state", result.state().name())
                                        .addValue("score", result.score())
                                        .addValue("first", Arguments.maybeUtc(result.firstAt()))
                                        .addValue(
                                                "done",
                                                Arguments.maybeUtc(result.doneAt()),
                                                java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                                        .addValue("last", Arguments.maybeUtc(result.lastAt()))
                                        .addValue("evidence", result.evidenceId())))
                        .toArray(MapSqlParameterSource[]::new));
    }
}
