package fr.educentre.assidu;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.SystemActor;
import fr.educentre.assidu.alerts.Alerts;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A database that an earlier version wrote (the demonstration's centre with 16 learners, schema version 200) opens with
 * this one: nothing is lost, the figures are equal, what was under way goes on.
 */
@AssiduIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpgradeIT {

    private static final String DATABASE = "assidu_upgrade";
    private static final Instant WRITTEN_AT = Instant.parse("2026-11-30T06:15:00Z");
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    TestDatabase.Server server;

    @Autowired
    JavaMigration[] migrationsInJava;

    private final Map<String, Long> rowsBefore = new TreeMap<>();
    private ConfigurableApplicationContext upgraded;
    private SecurityContextHolderStrategy strategy;

    @BeforeAll
    void openTheOldDatabase() throws Exception {
        // One for all applications of a JVM, and set by each that starts.
        strategy = SecurityContextHolder.getContextHolderStrategy();
        try (Connection connection = superuser(server.url());
                var statement = connection.createStatement()) {
            statement.execute("create database " + DATABASE + " owner assidu_owner");
        }
        schema("200");
        load();
        rowsBefore.putAll(rows());
        upgraded = new SpringApplicationBuilder(AssiduApplication.class)
                .profiles("test")
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("clock", Clock.class, () -> Clock.fixed(WRITTEN_AT, ZoneOffset.UTC)))
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

    @AfterAll
    void close() throws SQLException {
        if (upgraded != null) {
            upgraded.close();
        }
        SecurityContextHolder.setContextHolderStrategy(strategy);
        try (Connection connection = superuser(server.url());
                var statement = connection.createStatement()) {
            statement.execute("drop database " + DATABASE + " with (force)");
        }
    }

    @Test
    void no_row_is_lost() throws SQLException {
        Map<String, Long> now = rows();
        rowsBefore.forEach((table, count) ->
                assertThat(now.getOrDefault(table, 0L)).as(table).isGreaterThanOrEqualTo(count));
    }

    @Test
    void the_figures_of_each_group_are_what_they_were() throws Exception {
        JsonNode expected = JSON.readTree(new ClassPathResource("upgrade/version-200-dashboards.json")
                .getContentAsString(StandardCharsets.UTF_8));
        assertThat(expected.size()).isEqualTo(5);
        for (JsonNode dashboard : expected) {
            String path = "/api/v1/groups/" + dashboard.get("groupId").asString() + "/dashboard";
            assertThat(byLearner(withoutAdditions(get(path), dashboard)))
                    .as(dashboard.get("code").asString())
                    .isEqualTo(byLearner(dashboard));
        }
    }

    /** A later version may say more of a learner; what was said stays. */
    private static JsonNode withoutAdditions(JsonNode dashboard, JsonNode before) {
        List<String> known = before.get("items")
                .valueStream()
                .flatMap(JsonNode::propertyStream)
                .map(Map.Entry::getKey)
                .distinct()
                .toList();
        dashboard.get("items").forEach(item -> ((ObjectNode) item).retain(known));
        return dashboard;
    }

    /** Figures are compared whatever the order of names: it became that of a French dictionary. */
    private static JsonNode byLearner(JsonNode dashboard) {
        var items = JSON.createArrayNode();
        dashboard
                .get("items")
                .valueStream()
                .sorted(Comparator.comparing(item -> item.get("learnerId").asString()))
                .forEach(items::add);
        return ((ObjectNode) dashboard.deepCopy()).set("items", items);
    }

    @Test
    void the_journal_still_holds_and_reads_to_its_head() throws Exception {
        JsonNode verification = get("/api/v1/journal/verification");
        assertThat(verification.get("holds").asBoolean()).isTrue();
        assertThat(verification.get("length").asInt()).isGreaterThanOrEqualTo(210);
        assertThat(verification.get("findings").size()).isZero();
    }

    @Test
    void the_journal_goes_on_with_keyed_entries_after_those_of_the_version_before() throws Exception {
        Journal journal = upgraded.getBean(Journal.class);
        journal.record(JournalRecord.of("test.upgraded", "test", "upgrade"));
        assertThat(journal.verify().findings()).isEmpty();
        try (Connection connection = superuser(url());
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select min(format), max(format), (array_agg(format order by seq desc))[1] from journal_entry")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(1);
            assertThat(row.getInt(2)).isEqualTo(2);
            assertThat(row.getInt(3)).isEqualTo(2);
        }
    }

    @Test
    void tasks_alerts_and_messages_read_as_before() throws Exception {
        JsonNode tasks = get("/api/v1/tasks?size=100").get("items");
        assertThat(tasks.size()).isPositive();
        tasks.forEach(task -> assertThat(task.get("title").asString())
                .isNotBlank()
                .doesNotContain("{")
                .doesNotContain("null"));
        JsonNode alerts = get("/api/v1/alerts?size=100").get("items");
        assertThat(alerts.size()).isEqualTo(2);
        JsonNode messages = get("/api/v1/messages?size=100").get("items");
        assertThat(messages.size()).isEqualTo(4);
        messages.forEach(
                message -> assertThat(message.get("subject").asString()).isNotBlank());
    }

    @Test
    void sentences_that_were_stored_are_shown_as_they_were_written() throws Exception {
        Map<String, String> written = new HashMap<>();
        try (Connection connection = superuser(url());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select id::text, why from message union all select id::text, explanation from alert")) {
            while (rows.next()) {
                written.put(rows.getString(1), rows.getString(2));
            }
        }
        assertThat(written).hasSize(6);
        for (JsonNode message : get("/api/v1/messages?size=100&lang=en").get("items")) {
            assertThat(message.get("why").asString())
                    .isEqualTo(written.get(message.get("id").asString()))
                    .doesNotContain("{");
        }
        for (JsonNode alert : get("/api/v1/alerts?size=100").get("items")) {
            assertThat(alert.get("explanation").asString())
                    .isEqualTo(written.get(alert.get("id").asString()))
                    .isNotBlank();
        }
    }

    @Test
    void the_rules_find_the_alerts_as_they_stand_and_tell_nobody_anew() throws Exception {
        String before = alerts();
        List<UUID> learners = new ArrayList<>();
        try (Connection connection = superuser(url());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select distinct learner_id from alert")) {
            while (rows.next()) {
                learners.add(rows.getObject(1, UUID.class));
            }
        }
        long journal = rows().get("journal_entry");
        SystemActor.run(() -> upgraded.getBean(Alerts.class).evaluate(learners));
        assertThat(alerts()).isEqualTo(before);
        assertThat(rows().get("journal_entry")).isEqualTo(journal);
    }

    private String alerts() throws SQLException {
        try (Connection connection = superuser(url());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select json_agg(a order by id)::text from alert a")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        String port = upgraded.getEnvironment().getProperty("local.server.port");
        String credentials = Base64.getEncoder().encodeToString("qualite:assidu-demo".getBytes(StandardCharsets.UTF_8));
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .header("Authorization", "Basic " + credentials)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return JSON.readTree(response.body());
        }
    }

    private void schema(String version) {
        Flyway.configure()
                .dataSource(url(), "assidu_owner", "test")
                .locations("classpath:db/migration")
                .placeholders(Map.of("appRole", "assidu"))
                .javaMigrations(migrationsInJava)
                .target(version)
                .load()
                .migrate();
    }

    /** Without the checks and triggers that saw to these rows when they were first written. */
    private void load() throws SQLException, IOException {
        try (Connection connection = superuser(url());
                var statement = connection.createStatement();
                var lines = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(new ClassPathResource("upgrade/version-200.sql.gz").getInputStream()),
                        StandardCharsets.UTF_8))) {
            statement.execute("set session_replication_role = replica");
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                assertThat(line).startsWith("copy ").endsWith("from stdin;");
                statement.execute("delete from " + line.split(" ")[1]);
                var rows = new StringBuilder();
                for (String row = lines.readLine(); !"\\.".equals(row); row = lines.readLine()) {
                    rows.append(row).append('\n');
                }
                copy.copyIn(line.replace(";", ""), new StringReader(rows.toString()));
            }
        }
    }

    private Map<String, Long> rows() throws SQLException {
        Map<String, Long> counts = new HashMap<>();
        try (Connection connection = superuser(url());
                var statement = connection.createStatement()) {
            var tables = new ArrayList<String>();
            try (var result = statement.executeQuery("select relname from pg_class join pg_namespace n on n.oid ="
                    + " relnamespace where nspname = 'public' and relkind in ('r', 'p') and not relispartition")) {
                while (result.next()) {
                    tables.add(result.getString(1));
                }
            }
            for (String table : tables) {
                try (var result = statement.executeQuery("select count(*) from " + table)) {
                    result.next();
                    counts.put(table, result.getLong(1));
                }
            }
        }
        return counts;
    }

    private String url() {
        return server.url().replaceAll("/[^/?]+(\\?.*)?$", "/" + DATABASE);
    }

    private Connection superuser(String url) throws SQLException {
        return DriverManager.getConnection(url, server.user(), server.password());
    }
}
