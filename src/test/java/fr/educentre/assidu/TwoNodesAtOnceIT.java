package fr.educentre.assidu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/** What nodes do when they start, they may do at the same moment. */
@AssiduIT
class TwoNodesAtOnceIT {

    private static final String DATABASE = "assidu_two_nodes";

    @Autowired
    TestDatabase.Server server;

    private SecurityContextHolderStrategy strategy;

    @BeforeEach
    void emptyDatabase() throws SQLException {
        // One for all applications of a JVM, and set by each that starts.
        strategy = SecurityContextHolder.getContextHolderStrategy();
        asSuperuser(server.url(), "create database " + DATABASE + " owner assidu_owner");
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        SecurityContextHolder.setContextHolderStrategy(strategy);
        asSuperuser(server.url(), "drop database " + DATABASE + " with (force)");
    }

    @Test
    void two_nodes_started_together_on_an_empty_database_both_come_up() {
        List<CompletableFuture<ConfigurableApplicationContext>> nodes = Stream.generate(
                        () -> CompletableFuture.supplyAsync(this::node, command -> new Thread(command).start()))
                .limit(2)
                .toList();
        try {
            nodes.forEach(node -> assertThat(
                            node.join().getBean(HealthEndpoint.class).health().getStatus())
                    .isEqualTo(Status.UP));
        } finally {
            nodes.forEach(node -> node.thenAccept(ConfigurableApplicationContext::close)
                    .exceptionally(failed -> null)
                    .join());
        }
    }

    private ConfigurableApplicationContext node() {
        return new SpringApplicationBuilder(AssiduApplication.class)
                .profiles("test")
                .run(
                        "--server.port=0",
                        "--assidu.jobs.run=false",
                        "--spring.mail.host=127.0.0.1",
                        "--spring.datasource.url=" + url(),
                        "--spring.datasource.username=assidu",
                        "--spring.datasource.password=test",
                        "--spring.flyway.user=assidu_owner",
                        "--spring.flyway.password=test");
    }

    /** The connection that comes second has looked before, and knows that the month is not there. */
    @Test
    void a_month_that_another_node_is_making_is_waited_for() throws Exception {
        try (Connection owner = owner()) {
            execute(owner, "create table evidence (occurred_at timestamptz not null) partition by range (occurred_at)");
            execute(owner, "create table evidence_default partition of evidence default");
            execute(owner, function());
        }
        String june = "select ensure_month_partition('evidence', '2031-06-15')";
        oneAfterTheOther(june, "select to_regclass('evidence_2031_06')", june);
        try (Connection owner = owner();
                var statement = owner.createStatement();
                var row = statement.executeQuery(
                        "select count(*) from pg_inherits" + " where inhrelid = to_regclass('evidence_2031_06')")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(1);
        }
    }

    @Test
    void rights_that_another_node_is_giving_are_waited_for() throws Exception {
        try (Connection owner = owner()) {
            execute(owner, "create table journal_entry (seq bigint) partition by range (seq)");
            execute(owner, "create table journal_head (seq bigint)");
        }
        String rights = file("afterMigrate.sql").replace("${appRole}", "assidu");
        oneAfterTheOther(rights, "select 1", rights);
        try (Connection owner = owner();
                var statement = owner.createStatement();
                var row = statement.executeQuery("select has_table_privilege('assidu', 'journal_head', 'select'),"
                        + " has_table_privilege('assidu', 'journal_head', 'update'),"
                        + " has_table_privilege('assidu', 'journal_entry', 'insert'),"
                        + " has_table_privilege('assidu', 'journal_entry', 'update')")) {
            row.next();
            assertThat(List.of(row.getBoolean(1), row.getBoolean(2), row.getBoolean(3), row.getBoolean(4)))
                    .containsExactly(true, false, true, false);
        }
    }

    /** The second begins while the first has done its work and not committed. */
    private void oneAfterTheOther(String first, String before, String second) throws Exception {
        try (Connection one = owner();
                Connection other = owner();
                Connection watch = owner()) {
            one.setAutoCommit(false);
            execute(other, before);
            execute(one, first);
            var waiting = CompletableFuture.runAsync(() -> {
                try {
                    execute(other, second);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            await().until(() -> waits(watch) || waiting.isDone());
            one.commit();
            waiting.join();
        }
    }

    private static boolean waits(Connection watch) throws SQLException {
        try (var statement = watch.createStatement();
                var row = statement.executeQuery("select exists (select from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock')")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static String function() throws Exception {
        String text = file("V241__months_of_several_nodes.sql");
        return text.substring(text.indexOf("create or replace"));
    }

    private static String file(String migration) throws Exception {
        return new ClassPathResource("db/migration/" + migration).getContentAsString(StandardCharsets.UTF_8);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(url(), "assidu_owner", "test");
    }

    private String url() {
        return server.url().replaceAll("/[^/?]+(\\?.*)?$", "/" + DATABASE);
    }

    private void asSuperuser(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, server.user(), server.password())) {
            execute(connection, sql);
        }
    }
}
