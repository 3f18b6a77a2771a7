package fr.educentre.assidu.alerts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.educentre.assidu.rules.AssiduityRules;
import fr.educentre.assidu.rules.engine.TwentyRules;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.MutableClock;
import fr.educentre.assidu.testing.RealJobExecutor;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The whole nightly pass with every learner due (read, evaluate, write alerts) against one SQL query that only reads the
 * same rows through JDBC. {@code -Dassidu.bench.learners=100000} for the full size; two sizes are gone through, to see the
 * time grow.
 */
@AssiduIT
@RealJobExecutor
class NightlyBench {

    private static final int TURNS = 5;
    private static final Instant NOW = Instant.parse("2027-12-01T02:30:00Z");

    private static final String READ = """
            select v.learner_id, v.session_id, v.status, v.taught_minutes, v.observed_minutes, v.credited_minutes,
                   v.late_minutes, v.early_minutes, s.title, s.modality, s.starts_at, s.ends_at, s.stored_state, c.state,
                   l.first_name, l.last_name
              from verdict v
              join training_session s on s.id = v.session_id
              join learner l on l.id = v.learner_id
              left join absence_case c on c.session_id = v.session_id and c.learner_id = v.learner_id
             where v.superseded_at is null and l.external_id like 'BENCH-%' order by v.learner_id
            """;

    @Autowired
    EvaluationJobs jobs;

    @Autowired
    EvaluationSchedule due;

    @Autowired
    AssiduityRules rules;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient sql;

    @Autowired
    DataSource pool;

    @Autowired
    MutableClock clock;

    /** Whole groups of twenty. */
    private final int full = Integer.getInteger("assidu.bench.learners", 3_000) / 200 * 200;

    @Test
    void nightly_pass_against_reading_the_rows() throws Exception {
        clock.set(NOW);
        publish();
        int few = full / 10;
        asOwner(statement -> {
            centre(statement);
            learners(statement, 0, few);
        });
        double[] small = new double[TURNS];
        forgotten();
        forgotten();
        for (int turn = 0; turn < TURNS; turn++) {
            small[turn] = forgotten() / few;
        }
        asOwner(statement -> learners(statement, few, full));
        forgotten();
        read();
        double[] ratios = new double[TURNS];
        double[] large = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            double reading = read();
            double passing = forgotten();
            large[turn] = passing / full;
            ratios[turn] = passing / reading;
            System.out.printf(
                    Locale.ROOT,
                    "%d learners: read alone %.0f ms, nightly pass %.0f ms with %d alerts, ratio %.2f%n",
                    full,
                    reading,
                    passing,
                    alerts(),
                    ratios[turn]);
        }
        assertThat(withoutMessage()).as("alerts nobody was told of").isZero();
        sql.sql("delete from alert_due").update();
        double again = timed(this::pass);
        System.gc();
        long heap = (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
        Arrays.sort(ratios);
        Arrays.sort(small);
        Arrays.sort(large);
        System.out.printf(
                Locale.ROOT,
                "NightlyBench (b): median ratio %.2f (at most 3); (c) a learner costs %.2f times that of a tenth as many"
                        + " (0.85 to 1.15); a night without news %.0f ms; heap %d MiB of at most %d%n",
                ratios[TURNS / 2],
                large[TURNS / 2] / small[TURNS / 2],
                again,
                heap,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double timed(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    /** Every learner is due and every alert has to be written anew, a day after the last time for the database. */
    private double forgotten() throws Exception {
        sql.sql("delete from alert where rule_name like 'Essai %'").update();
        sql.sql("delete from alert_due").update();
        asOwner(statement -> {
            for (String table : List.of("alert", "alert_due", "alert_stale", "verdict", "training_session")) {
                statement.execute("vacuum analyze " + table);
            }
        });
        return timed(this::pass);
    }

    /** As the nightly task cuts it and its jobs run it, each in a transaction. */
    private void pass() {
        Instant now = clock.instant();
        var moment = new EvaluationSchedule.Moment(
                now, LocalDate.ofInstant(now, ZoneId.of("Europe/Paris")), rules.inForce());
        for (Evaluation some : EvaluationJobs.slices(due.groups(moment))) {
            transaction.executeWithoutResult(status -> jobs.run(some));
        }
    }

    private long alerts() {
        return sql.sql("select count(*) from alert where rule_name like 'Essai %'")
                .query(Long.class)
                .single();
    }

    private long withoutMessage() {
        return sql.sql(
                        "select count(*) from alert a where rule_name like 'Essai %' and not exists (select 1 from journal_entry j"
                                + " where j.subject_kind = 'alert' and j.subject_id = a.id::text and j.action = 'alert.raised')")
                .query(Long.class)
                .single();
    }

    private double read() throws Exception {
        return timed(() -> {
            try (Connection connection = pool.getConnection()) {
                connection.setAutoCommit(false);
                try (var statement = connection.prepareStatement(READ)) {
                    statement.setFetchSize(10_000);
                    try (var rows = statement.executeQuery()) {
                        long seen = 0;
                        while (rows.next()) {
                            for (int column = 1; column <= 16; column++) {
                                seen += rows.getObject(column) == null ? 0 : 1;
                            }
                        }
                        if (seen == 0) {
                            throw new IllegalStateException("Nothing was read");
                        }
                    }
                }
                connection.rollback();
            }
        });
    }

    private void publish() {
        sql.sql("update rule_version set state = 'RETIRED' where state = 'PUBLISHED' and rule_id in"
                        + " (select id from rule where rule_set = 'assiduity')")
                .update();
        List<String> conditions = TwentyRules.conditions();
        for (int i = 0; i < conditions.size(); i++) {
            UUID rule = UUID.randomUUID();
            String name = "Essai " + i;
            sql.sql("insert into rule (id, code, rule_set, name, created_at) values (?, ?, 'assiduity', ?, now())")
                    .params(rule, "essai-" + i, name)
                    .update();
            sql.sql("insert into rule_version (id, rule_id, number, state, text, author, created_at)"
                            + " values (?, ?, 1, 'PUBLISHED', ?, 'bench', now())")
                    .params(
                            UUID.randomUUID(),
                            rule,
                            "règle \"" + name + "\"\nquand\n " + conditions.get(i) + "\nalors\n signaler à risque\n")
                    .update();
        }
    }

    private interface Statements {
        void run(Statement statement) throws SQLException;
    }

    private void asOwner(Statements statements) throws Exception {
        String url = pool.unwrap(HikariDataSource.class).getJdbcUrl();
        try (Connection owner = DriverManager.getConnection(url, "assidu_owner", "test");
                var statement = owner.createStatement()) {
            statements.run(statement);
        }
    }

    private static void centre(Statement statement) throws SQLException {
        statement.execute("""
                insert into site (id, code, name, zone, address, postal_code, city, phone)
                values (md5('bench site')::uuid, 'BENCH', 'Paris', 'Europe/Paris', 'x', '75001', 'Paris', '0');
                insert into programme (id, code, title, nature, planned_minutes)
                values (md5('bench programme')::uuid, 'BENCH', 'Essai', 'TRAINING', 12600);
                insert into trainer (id, external_id, first_name, last_name, email)
                values (md5('bench trainer')::uuid, 'BENCH', 'Tom', 'Formateur', 'bench@essai.example');
                insert into funder (id, code, name, kind) values (md5('bench funder')::uuid, 'BENCH-CPF', 'CPF', 'CPF');
                """);
    }

    /** Groups of twenty, sixty sessions each, one verdict a learner and session; about one in twenty absent. */
    private static void learners(Statement statement, int from, int to) throws SQLException {
        statement.execute("""
                insert into learner_group (id, code, name, programme_id, site_id, starts_on, ends_on)
                select md5('bench group ' || g)::uuid, 'BENCH-' || g, 'Groupe ' || g, md5('bench programme')::uuid,
                       md5('bench site')::uuid, '2027-09-01', '2028-06-30'
                  from generate_series(%1$d / 20, %2$d / 20 - 1) g;
                insert into learner (id, external_id, first_name, last_name, email, birth_date)
                select md5('bench learner ' || l)::uuid, 'BENCH-' || l, 'Lou', 'Apprenant ' || l, 'bench' || l || '@essai.example',
                       '1990-01-01' from generate_series(%1$d, %2$d - 1) l;
                insert into group_membership (id, learner_id, group_id, from_on, recorded_at)
                select gen_random_uuid(), md5('bench learner ' || l)::uuid, md5('bench group ' || l / 20)::uuid, '2027-09-01',
                       '2027-09-01' from generate_series(%1$d, %2$d - 1) l;
                insert into enrolment (id, number, learner_id, programme_id, group_id, starts_on, ends_on, agreed_minutes)
                select md5('bench enrolment ' || l)::uuid, 'BENCH-' || l, md5('bench learner ' || l)::uuid,
                       md5('bench programme')::uuid, md5('bench group ' || l / 20)::uuid, '2027-09-01', '2028-06-30', 12600
                  from generate_series(%1$d, %2$d - 1) l;
                insert into funding (id, enrolment_id, funder_id, agreed_minutes, starts_on, ends_on, priority, crediting_method)
                select gen_random_uuid(), md5('bench enrolment ' || l)::uuid, md5('bench funder')::uuid, 12600, '2027-09-01',
                       '2028-06-30', 1, 'MINUTE' from generate_series(%1$d, %2$d - 1) l where l %% 2 = 0;
                insert into training_session (id, external_id, title, group_id, site_id, trainer_id, planned_on, starts_at,
                       ends_at, taught_minutes, modality, stored_state, closed_at)
                select md5('bench session ' || g || ' ' || d)::uuid, 'BENCH-' || g || '-' || d, 'Atelier',
                       md5('bench group ' || g)::uuid, md5('bench site')::uuid, md5('bench trainer')::uuid,
                       date '2027-11-30' - d, (date '2027-11-30' - d) + time '08:00', (date '2027-11-30' - d) + time '11:30',
                       210, (array['VIDEO','ONLINE','IN_PERSON'])[1 + d %% 3], 'CLOSED', (date '2027-11-30' - d) + time '12:00'
                  from generate_series(%1$d / 20, %2$d / 20 - 1) g, generate_series(0, 59) d;
                """.formatted(from, to));
        statement.execute("""
                with marked as (
                  select l, d, (hashtext(l || ' ' || d) & 1023) / 10.24 / (0.3 + (l %% 100) / 100.0) as luck
                    from generate_series(%1$d, %2$d - 1) l, generate_series(0, 59) d)
                insert into verdict (planned_on, session_id, learner_id, enrolment_id, version, status, taught_minutes,
                       observed_minutes, credited_minutes, late_minutes, why, decided_at)
                select date '2027-11-30' - d, md5('bench session ' || l / 20 || ' ' || d)::uuid, md5('bench learner ' || l)::uuid,
                       md5('bench enrolment ' || l)::uuid, 1,
                       case when luck < 4 then 'ABSENT' when luck < 8 then 'LATE' else 'PRESENT' end, 210,
                       case when luck < 4 then 0 when luck < 8 then 180 else 210 end,
                       case when luck < 4 then 0 when luck < 8 then 180 else 210 end,
                       case when luck < 4 or luck >= 8 then 0 else 30 end, 'bench', (date '2027-11-30' - d) + time '12:00'
                  from marked
                """.formatted(from, to));
        statement.execute("""
                insert into absence_case (id, session_id, learner_id, half_day, missing_minutes, state, deadline, known_at, changed_at)
                select gen_random_uuid(), session_id, learner_id, planned_on || '/AM', 210, 'UNJUSTIFIED', decided_at, decided_at,
                       decided_at from verdict v where why = 'bench' and status = 'ABSENT'
                   and not exists (select 1 from absence_case c where c.session_id = v.session_id and c.learner_id = v.learner_id)
                """);
    }
}
