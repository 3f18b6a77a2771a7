package fr.educentre.assidu.sources.core;

import com.zaxxer.hikari.HikariDataSource;
import fr.educentre.assidu.access.SystemActor;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.RealJobExecutor;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Deliveries kept durably in a second, against a plain JDBC loop that inserts the same bytes: one commit a delivery on
 * both sides, the same number of connections, {@code synchronous_commit=on}. The two take turns; the ratio is the median
 * of the turns.
 */
@AssiduIT
@RealJobExecutor
class IngestBench {

    private static final int CONNECTIONS = 8;
    private static final Duration TURN = Duration.ofSeconds(5);
    private static final int TURNS = 5;

    private static final byte[] BYTES = """
            {"event":"meeting.participant_joined","event_ts":1648038809439,"payload":{"account_id":"AAAAAA","object":{"id":\
            "86431910364","uuid":"hwkAADUySwyG3GyUkqc0vA==","host_id":"x1yCzABCDEfg23HiJKl4mN","topic":"Gestion de la relation\
             client","type":8,"start_time":"2026-11-23T08:00:00Z","timezone":"Europe/Paris","duration":180,"participant":\
            {"user_id":"16778240","user_name":"Lou Apprenant","id":"","participant_uuid":"3F2A","join_time":\
            "2026-11-23T07:58:12Z","email":"lou@exemple.example","registrant_id":"abcdefghij0-k1234567890"}}}}
            """.getBytes(StandardCharsets.UTF_8);

    @Autowired
    DeliveryIntake intake;

    @Autowired
    JdbcClient sql;

    @Autowired
    DataSource pool;

    @Test
    void deliveries_a_second_against_plain_inserts() throws Exception {
        try (Connection owner = DriverManager.getConnection(url(), "assidu_owner", "test");
                var statement = owner.createStatement()) {
            statement.execute(
                    "create table bench_plain (id bigint generated always as identity, bytes bytea not null)");
            statement.execute("grant insert on bench_plain to assidu");
        }
        String commit = sql.sql("show synchronous_commit").query(String.class).single();
        String fsync = sql.sql("show fsync").query(String.class).single();
        System.out.printf(Locale.ROOT, "synchronous_commit=%s fsync=%s connections=%d%n", commit, fsync, CONNECTIONS);
        plain(Duration.ofSeconds(2));
        recorded(Duration.ofSeconds(4));
        double[] ratios = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            double plain = plain(TURN);
            double kept = recorded(TURN);
            ratios[turn] = kept / plain;
            System.out.printf(Locale.ROOT, "plain %.0f/s, kept %.0f/s, ratio %.2f%n", plain, kept, ratios[turn]);
        }
        Arrays.sort(ratios);
        System.out.printf(Locale.ROOT, "IngestBench: median ratio %.2f (aim: at least 0.50)%n", ratios[TURNS / 2]);
    }

    private double plain(Duration turn) throws Exception {
        String url = url();
        return rate(turn, () -> {
            try (Connection connection = DriverManager.getConnection(url, "assidu", "test")) {
                try (var statement = connection.createStatement()) {
                    statement.execute("set synchronous_commit = on");
                }
                connection.setAutoCommit(true);
                long count = 0;
                long until = System.nanoTime() + turn.toNanos();
                try (var insert = connection.prepareStatement("insert into bench_plain (bytes) values (?)")) {
                    while (System.nanoTime() < until) {
                        insert.setBytes(1, BYTES);
                        insert.executeUpdate();
                        count++;
                    }
                }
                return count;
            }
        });
    }

    private double recorded(Duration turn) throws Exception {
        Map<String, String> headers =
                Map.of("x-zm-request-timestamp", "1648038810", "user-agent", "Zoom Marketplace/1.0a");
        return rate(turn, () -> {
            long count = 0;
            long until = System.nanoTime() + turn.toNanos();
            while (System.nanoTime() < until) {
                SystemActor.run(() -> intake.receive("bench", "bench", "application/json", headers, BYTES));
                count++;
            }
            return count;
        });
    }

    private String url() throws SQLException {
        return pool.unwrap(HikariDataSource.class).getJdbcUrl();
    }

    private static double rate(Duration turn, Callable<Long> worker) throws Exception {
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<Long>> counts = new ArrayList<>();
            for (int n = 0; n < CONNECTIONS; n++) {
                counts.add(threads.submit(worker));
            }
            long total = 0;
            for (Future<Long> count : counts) {
                total += count.get();
            }
            return total / (turn.toMillis() / 1000.0);
        }
    }
}
