package fr.educentre.assidu.alerts.internal;

import fr.educentre.assidu.alerts.internal.AttendanceQueries.Moment;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.rules.LearnerFacts.ConnectionDay;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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

/** Distance work and signatures of many learners: one statement a table whatever their number. */
@Component
class ActivityQueries {

    private final JdbcClient sql;

    ActivityQueries(JdbcClient sql) {
        this.sql = sql;
    }

    record RequirementRow(
            String activity,
            String title,
            @Nullable String module,
            boolean evaluation,
            int minutes,
            @Nullable LocalDate dueOn,
            @Nullable BigDecimal passScore) {

        /** As {@code progress} counts: done as asked, an evaluation passed where a score is asked for. */
        String state(@Nullable ResultRow result) {
            if (result == null || result.state().equals("STARTED")) {
                return "OPEN";
            }
            boolean reached = passScore == null
                    || result.score() != null && result.score().compareTo(passScore) >= 0;
            boolean achieved =
                    result.state().equals("PASSED") || result.state().equals("DONE") && (!evaluation || reached);
            return achieved ? "ACHIEVED" : evaluation ? "FAILED" : "OPEN";
        }
    }

    record ResultRow(String state, @Nullable BigDecimal score) {}

    /** @param last null when never */
    record Connections(List<ConnectionDay> days, @Nullable Instant last) {

        static final Connections NONE = new Connections(List.of(), null);
    }

    /** @param byTrainer sessions a trainer signed for; @param byLearner learners who signed, by session */
    record Signatures(Set<UUID> byTrainer, Map<UUID, Set<UUID>> byLearner) {}

    Map<UUID, List<RequirementRow>> requirements(Collection<UUID> groups) {
        var found = new HashMap<UUID, List<RequirementRow>>();
        sql.sql("""
                        select q.group_id, q.activity_id, q.title, m.code, q.kind = 'EVALUATION', q.estimated_minutes, q.due_on,
                               q.pass_score
                          from progress_v_requirement q join training_v_module m on m.id = q.module_id
                         where q.group_id in (select unnest(:ids::uuid[])) order by q.due_on nulls last, q.title, q.id
                        """).param("ids", Arguments.array(groups)).query(row -> {
            found.computeIfAbsent(Columns.uuid(row, 1), id -> new ArrayList<>())
                    .add(new RequirementRow(
                            Columns.text(row, 2),
                            Columns.text(row, 3),
                            row.getString(4),
                            row.getBoolean(5),
                            row.getInt(6),
                            Columns.maybeDay(row, 7),
                            row.getBigDecimal(8)));
        });
        return found;
    }

    /** Learner to activity to result; of the past, those done by then. */
    Map<UUID, Map<String, ResultRow>> results(Collection<UUID> learners, Moment moment) {
        var found = new HashMap<UUID, Map<String, ResultRow>>();
        String known = moment.past() ? " and done_at <= :at" : " and :at::timestamptz is not null";
        sql.sql("select learner_id, activity_id, state, score from progress_v_result"
                        + " where learner_id in (select unnest(:ids::uuid[]))" + known)
                .param("ids", Arguments.array(learners))
                .param("at", Arguments.utc(moment.at()))
                .query(row -> {
                    found.computeIfAbsent(Columns.uuid(row, 1), id -> new HashMap<>())
                            .put(Columns.text(row, 2), new ResultRow(Columns.text(row, 3), row.getBigDecimal(4)));
                });
        return found;
    }

    Map<UUID, Connections> connections(Collection<UUID> learners, Moment moment) {
        var days = new HashMap<UUID, List<ConnectionDay>>();
        var last = new HashMap<UUID, Instant>();
        String known = moment.past() ? " and last_at <= :at" : " and :at::timestamptz is not null";
        sql.sql(
                        "select learner_id, day, minutes, last_at from progress_v_connection_day where learner_id in (select unnest(:ids::uuid[]))"
                                + known + " order by day")
                .param("ids", Arguments.array(learners))
                .param("at", Arguments.utc(moment.at()))
                .query(row -> {
                    UUID learner = Columns.uuid(row, 1);
                    days.computeIfAbsent(learner, id -> new ArrayList<>())
                            .add(new ConnectionDay(Columns.day(row, 2), row.getInt(3)));
                    last.merge(learner, Columns.instant(row, 4), (a, b) -> a.isAfter(b) ? a : b);
                });
        var found = new HashMap<UUID, Connections>();
        days.forEach((learner, each) -> found.put(learner, new Connections(List.copyOf(each), last.get(learner))));
        return found;
    }

    /** Who signed the sheets of these sessions by then. */
    Signatures signatures(Collection<UUID> sessions, Instant at) {
        var byTrainer = new HashSet<UUID>();
        var byLearner = new HashMap<UUID, Set<UUID>>();
        sql.sql("""
                        select session_id, learner_id, role from attendance_v_signature
                         where session_id in (select unnest(:ids::uuid[])) and recorded_at <= :at
                        """)
                .param("ids", Arguments.array(sessions))
                .param("at", Arguments.utc(at))
                .query(row -> {
                    UUID session = Columns.uuid(row, 1);
                    UUID learner = Columns.maybeUuid(row, 2);
                    if (learner != null) {
                        byLearner
                                .computeIfAbsent(session, id -> new HashSet<>())
                                .add(learner);
                    } else if ("TRAINER".equalsIgnoreCase(row.getString(3))) {
                        byTrainer.add(session);
                    }
                });
        return new Signatures(byTrainer, byLearner);
    }
}
