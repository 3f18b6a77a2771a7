package fr.educentre.assidu.alerts.internal;

import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.rules.AssiduityRules.Outcome.LookAgain;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which learners the nightly pass must look at: those never looked at, those whose course changed since (the database notes
 * it, whoever changes it), those for whom a window slides or a deadline passes today, everyone once the rules changed. As
 * a safety net everyone is looked at once a week.
 */
@Component
class EvaluationSchedule {

    private static final Duration ANYWAY = Duration.ofDays(7);

    private static final String DUE = """
             left join alert_due d on d.learner_id = l.id
             where (d.learner_id is null or d.due_on <= :today or d.rules <> :rules or d.evaluated_at < :before
                    or exists (select 1 from alert_stale s where s.learner_id = l.id))
            """;

    private final JdbcClient sql;

    EvaluationSchedule(JdbcClient sql) {
        this.sql = sql;
    }

    /** They are about to be looked at, as their course is from now on; what changes it later makes them due again. */
    void looking(Collection<UUID> learners) {
        sql.sql("delete from alert_stale where learner_id in (select unnest(:learners::uuid[]))")
                .param("learners", Arguments.array(learners))
                .update();
    }

    void looked(Map<UUID, LookAgain> again, String rules, Instant now) {
        if (again.isEmpty()) {
            return;
        }
        var learners = new StringBuilder("{");
        var days = new StringBuilder("{");
        again.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(each -> {
            String comma = learners.length() == 1 ? "" : ",";
            LocalDate on = each.getValue().on();
            learners.append(comma).append(each.getKey());
            days.append(comma).append(on == null ? "NULL" : on.toString());
        });
        sql.sql("""
                        insert into alert_due (learner_id, due_on, rules, evaluated_at)
                        select l, d, :rules, :now from unnest(:learners::uuid[], :days::date[]) as x (l, d)
                        on conflict (learner_id) do update
                           set due_on = excluded.due_on, rules = excluded.rules, evaluated_at = excluded.evaluated_at
                        """)
                .param("rules", rules)
                .param("now", Arguments.utc(now))
                .param("learners", learners.append('}').toString())
                .param("days", days.append('}').toString())
                .update();
    }

    /** @param group null for the learners who never were in one; @param learners how many of its members are due */
    record DueGroup(@Nullable UUID group, int learners) {}

    /** How many are due in each group, by the group's id, those without a group last. One of two groups is in both. */
    List<DueGroup> groups(Moment moment) {
        return sql.sql("select k.group_id, count(distinct l.id) from training_v_learner l"
                        + " left join training_v_membership k on k.learner_id = l.id" + DUE
                        + " group by k.group_id order by k.group_id nulls last")
                .params(moment.values())
                .query((row, n) -> new DueGroup(Columns.maybeUuid(row, 1), row.getInt(2)))
                .list();
    }

    /** Those due who are or were in a group after the first, up to and including the last; by id. */
    List<UUID> between(@Nullable UUID after, UUID until, Moment moment) {
        return sql.sql("select l.id from (select distinct learner_id from training_v_membership"
                        + " where group_id <= :until and (:after::uuid is null or group_id > :after::uuid)) k"
                        + " join training_v_learner l on l.id = k.learner_id" + DUE + " order by l.id")
                .params(moment.values())
                .param("after", after)
                .param("until", until)
                .query((row, n) -> Columns.uuid(row, 1))
                .list();
    }

    /** Those due who never were in a group; by id. */
    List<UUID> withoutGroup(Moment moment) {
        return sql.sql(
                        "select l.id from training_v_learner l" + DUE
                                + " and not exists (select 1 from training_v_membership k where k.learner_id = l.id) order by l.id")
                .params(moment.values())
                .query((row, n) -> Columns.uuid(row, 1))
                .list();
    }

    /** @param today in the centre's zone; @param rules the stamp of those in force */
    record Moment(Instant now, LocalDate today, String rules) {

        private Map<String, Object> values() {
            return Map.of("today", today, "rules", rules, "before", Arguments.utc(now.minus(ANYWAY)));
        }
    }
}
