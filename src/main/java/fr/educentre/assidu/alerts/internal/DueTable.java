package fr.educentre.assidu.alerts.internal;

import fr.educentre.assidu.rules.AssiduityRules.Outcome.LookAgain;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which learners the nightly pass must look at: those never looked at, those for whom a window slides or a deadline passes
 * today, everyone once the rules changed. What changes without an event (an enrolment, a company period) is seen at the
 * latest after a week.
 */
@Component
class DueTable {

    private static final Duration ANYWAY = Duration.ofDays(7);

    private final JdbcClient sql;

    DueTable(JdbcClient sql) {
        this.sql = sql;
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
                .param("now", Sql.utc(now))
                .param("learners", learners.append('}').toString())
                .param("days", days.append('}').toString())
                .update();
    }

    /** The next of them by id, up to and including {@code until} where there is one. */
    List<UUID> due(@Nullable UUID after, @Nullable UUID until, LocalDate today, String rules, Instant now, int limit) {
        return sql.sql("""
                        select l.id from learner l left join alert_due d on d.learner_id = l.id
                         where (:after::uuid is null or l.id > :after::uuid)
                           and (:until::uuid is null or l.id <= :until::uuid)
                           and (d.learner_id is null or d.due_on <= :today or d.rules <> :rules
                                or d.evaluated_at < :before
                                or exists (select 1 from group_membership m
                                            where m.learner_id = l.id and m.recorded_at > d.evaluated_at))
                         order by l.id limit :limit
                        """)
                .param("after", after)
                .param("until", until)
                .param("today", today)
                .param("rules", rules)
                .param("before", Sql.utc(now.minus(ANYWAY)))
                .param("limit", limit)
                .query((row, n) -> Sql.id(row, 1))
                .list();
    }
}
