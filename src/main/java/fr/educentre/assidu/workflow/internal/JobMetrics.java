package fr.educentre.assidu.workflow.internal;

import fr.educentre.assidu.shell.TableGauges;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Work in the background and tasks of people: what is due, what is late, what gave up. */
@Component
class JobMetrics {

    private static final String JOBS = """
            select count(*) filter (where retries_ = 0) as failed,
                   count(*) filter (where retries_ > 0 and lock_exp_time_ >= :now) as running,
                   count(*) filter (where retries_ > 0 and (lock_exp_time_ is null or lock_exp_time_ < :now)
                                      and (duedate_ is null or duedate_ <= :now)) as due,
                   count(*) filter (where retries_ > 0 and (lock_exp_time_ is null or lock_exp_time_ < :now)
                                      and duedate_ > :now) as planned
              from act_ru_job
            """;

    private final JdbcClient sql;
    private final Clock clock;

    JobMetrics(JdbcClient sql, TableGauges gauges, Clock clock) {
        this.sql = sql;
        this.clock = clock;
        gauges.register(
                new TableGauges.Named("assidu.jobs", "Jobs in the background", "state"),
                List.of("due", "running", "planned", "failed"),
                this::jobs);
        gauges.register(
                new TableGauges.Named(
                        "assidu.jobs.oldest.seconds", "How long the oldest job that is due has waited", "state"),
                List.of("due"),
                this::oldest);
        gauges.register(
                new TableGauges.Named("assidu.tasks", "Tasks that wait for people", "state"),
                List.of("open", "late"),
                this::tasks);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private Map<String, Long> jobs() {
        return sql.sql(JOBS)
                .param("now", now())
                .query((row, n) -> Map.of(
                        "failed", row.getLong("failed"),
                        "running", row.getLong("running"),
                        "due", row.getLong("due"),
                        "planned", row.getLong("planned")))
                .single();
    }

    private Map<String, Long> oldest() {
        return sql.sql("select min(coalesce(duedate_, create_time_)) as oldest from act_ru_job where retries_ > 0"
                        + " and (lock_exp_time_ is null or lock_exp_time_ < :now)"
                        + " and (duedate_ is null or duedate_ <= :now)")
                .param("now", now())
                .query((row, n) -> {
                    Timestamp oldest = row.getTimestamp("oldest");
                    return Map.of(
                            "due",
                            oldest == null
                                    ? 0L
                                    : Math.max(
                                            0,
                                            Duration.between(oldest.toInstant(), clock.instant())
                                                    .toSeconds()));
                })
                .single();
    }

    private Map<String, Long> tasks() {
        return sql.sql("select count(*) as open, count(*) filter (where due_date_ < :now) as late from act_ru_task")
                .param("now", now())
                .query((row, n) -> Map.of("open", row.getLong("open"), "late", row.getLong("late")))
                .single();
    }
}
