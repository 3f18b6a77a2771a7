package fr.educentre.assidu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.TurboFilterList;
import ch.qos.logback.classic.turbo.TurboFilter;
import fr.educentre.assidu.access.Accounts;
import fr.educentre.assidu.access.ApiTokens;
import fr.educentre.assidu.access.NewToken;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.access.TokenScope;
import fr.educentre.assidu.shell.DatabaseOutage;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.util.TestSocketUtils;

/**
 * A database of its own is stopped under a node that serves and works, and started again: meanwhile everybody is asked to come
 * back, nobody is told that they are not who they are, and the log is a few lines.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class DatabaseAwayIT {

    private static final String QUALITY = "away-quality";

    @TempDir
    static Path folder;

    private final int port = TestSocketUtils.findAvailableTcpPort();
    private EmbeddedPostgres server;
    private SecurityContextHolderStrategy strategy;
    private ConfigurableApplicationContext node;
    private Calls calls;
    private String token;
    private String session;
    private final HttpClient browser = Calls.browser();
    private String signInToken;
    private final List<TurboFilter> others = new ArrayList<>();

    @BeforeAll
    void a_node_that_serves_and_works() throws Exception {
        // One for all applications of a JVM, and set by each that starts.
        strategy = SecurityContextHolder.getContextHolderStrategy();
        // The other applications of this JVM write to the same log and would take these failures for their own.
        TurboFilterList filters = logging().getTurboFilterList();
        filters.stream().filter(DatabaseOutage.class::isInstance).forEach(others::add);
        filters.removeAll(others);
        server = start();
        prepare();
        node = new SpringApplicationBuilder(AssiduApplication.class)
                .profiles("test")
                .run(
                        "--server.port=0",
                        "--assidu.jobs.run=true",
                        "--spring.mail.host=127.0.0.1",
                        "--spring.datasource.url=" + url(),
                        "--spring.datasource.username=assidu",
                        "--spring.datasource.password=test",
                        "--spring.flyway.user=assidu_owner",
                        "--spring.flyway.password=test");
        calls = new Calls(
                node.getBean(Accounts.class), node.getBean(Environment.class), node.getBean(UserDetailsService.class));
        calls.actAs(QUALITY, Role.QUALITY_MANAGER, new UUID(0, 41));
        token = node.getBean(ApiTokens.class)
                .issue(UUID.randomUUID(), new NewToken("test", TokenScope.READ, null))
                .value();
        session = calls.signIn(Calls.browser(), QUALITY, calls.password()).headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("JSESSIONID="))
                .reduce((first, last) -> last)
                .orElseThrow()
                .split(";")[0];
        signInToken = calls.signInToken(browser);
        SecurityContextHolder.clearContext();
    }

    @AfterAll
    void close() throws IOException {
        if (node != null) {
            node.close();
        }
        if (server != null) {
            server.close();
        }
        SecurityContextHolder.setContextHolderStrategy(strategy);
        logging().getTurboFilterList().addAll(others);
    }

    private static LoggerContext logging() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    @Test
    void whoever_comes_is_asked_to_come_back_and_all_goes_on_afterwards(CapturedOutput output) throws Exception {
        assertThat(call("/api/v1/groups", basic()).statusCode()).isEqualTo(200);
        assertThat(call("/", "Cookie", session).statusCode()).isEqualTo(200);
        assertThat(call("/actuator/health/readiness").statusCode()).isEqualTo(200);
        int before = output.getAll().length();
        server.close();
        try {
            programs();
            screens();
            assertThat(call("/actuator/health/readiness").statusCode())
                    .as("readiness")
                    .isEqualTo(503);
            assertThat(call("/actuator/health/liveness").statusCode())
                    .as("liveness")
                    .isEqualTo(200);
        } finally {
            server = start();
        }
        await().atMost(BackgroundWork.PATIENCE)
                .until(() -> output.getAll().substring(before).contains("répond de nouveau"));
        await().atMost(BackgroundWork.PATIENCE)
                .until(() -> call("/api/v1/groups", basic()).statusCode() == 200);
        assertThat(call("/api/v1/groups", "Authorization", "Bearer " + token).statusCode())
                .isEqualTo(200);
        assertThat(call("/", "Cookie", session).statusCode())
                .as("still signed in")
                .isEqualTo(200);
        assertThat(call("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(output.getAll().substring(before).lines())
                .as("the log")
                .noneMatch(line -> line.startsWith("\tat ") || line.startsWith("Caused by"))
                .hasSizeLessThan(10)
                .filteredOn(line -> line.contains("ne répond pas"))
                .hasSize(1);
    }

    private void programs() {
        comeBack(call("/api/v1/groups", basic()), "application/problem+json");
        comeBack(call("/api/v1/groups", "Authorization", "Bearer " + token), "application/problem+json");
        comeBack(call("/actuator/prometheus", basic()), "application/problem+json");
        comeBack(call("/verify/CR-0000-000000/abc", "Accept", "text/html"), "text/html");
        comeBack(
                calls.send(HttpRequest.newBuilder(calls.uri("/hooks/zoom"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"event\":\"meeting.started\"}"))
                        .build()),
                "application/problem+json");
        comeBack(
                calls.send(HttpRequest.newBuilder(calls.uri("/xapi/v1/statements"))
                        .header("Content-Type", "application/json")
                        .header("X-Experience-API-Version", "1.0.3")
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(
                                                        "test-lrs:test-lrs-password".getBytes(StandardCharsets.UTF_8)))
                        .POST(HttpRequest.BodyPublishers.ofString("""
                                {"actor": {"mbox": "mailto:a@b.example"}, "verb": {"id": "http://adlnet.gov/expapi/verbs/completed"},
                                 "object": {"id": "http://b.example/1"}, "timestamp": "2026-11-30T08:00:00Z"}"""))
                        .build()),
                "application/problem+json");
    }

    private void screens() {
        comeBack(call("/", "Cookie", session, "Accept", "text/html"), "text/html");
        comeBack(call("/seances", "Cookie", session, "Accept", "text/html"), "text/html");
        comeBack(call("/j/ayRnMyd0ctFt5s7bXPFP5PQSM0fwAwmd", "Accept", "text/html"), "text/html");
        comeBack(signIn(), "text/html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "53300"})
    void a_node_that_starts_meanwhile_waits_and_starts_when_the_database_is_back(String state) {
        var tries = new java.util.concurrent.atomic.AtomicInteger();
        assertThat(new DatabaseAtStart(Clock.systemUTC()::instant, pause -> tries.incrementAndGet())
                        .problem(
                                () -> {
                                    if (tries.get() == 0) {
                                        throw new SQLException("away", state);
                                    }
                                    try (var connection = DriverManager.getConnection(url(), "assidu", "test")) {
                                        var database = connection.getMetaData();
                                        return new DatabaseAtStart.Version(
                                                database.getDatabaseMajorVersion(),
                                                database.getDatabaseProductVersion());
                                    }
                                },
                                Duration.ofMinutes(5)))
                .isEmpty();
        assertThat(tries.get()).isEqualTo(1);
    }

    private static void comeBack(HttpResponse<String> answer, String type) {
        assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After"))
                .as(answer.uri().toString())
                .hasValue("30");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        assertThat(answer.body()).containsAnyOf("momentanément indisponible", "moment");
    }

    private HttpResponse<String> call(String path, String... headers) {
        var request = HttpRequest.newBuilder(calls.uri(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return calls.send(request.build());
    }

    private String[] basic() {
        return new String[] {"Authorization", calls.authorization(QUALITY)};
    }

    /** By a page that was open before; the token belongs to its session. */
    private HttpResponse<String> signIn() {
        return calls.signIn(browser, QUALITY, calls.password(), signInToken);
    }

    private EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setServerConfig("fsync", "off")
                .start();
    }

    private void prepare() throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create role assidu_owner login password 'test'");
            statement.execute("create role assidu login password 'test'");
            statement.execute("grant all on schema public to assidu_owner");
        }
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }
}
