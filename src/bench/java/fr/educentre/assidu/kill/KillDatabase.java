package fr.educentre.assidu.kill;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A durable PostgreSQL of its own, with the two roles of production, that can be killed and comes back as it was. */
final class KillDatabase implements AutoCloseable {

    static final String PASSWORD = "kill";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    KillDatabase(Path data) throws IOException, SQLException {
        this.data = data;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        server = start();
        try (var connection = DriverManager.getConnection(url("postgres"), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute("create role assidu_owner login password '" + PASSWORD + "'");
            statement.execute("create role assidu login password '" + PASSWORD + "'");
            statement.execute("create database assidu owner assidu_owner");
        }
    }

    private EmbeddedPostgres start() throws IOException {
        File log = data.resolveSibling("postgres.log").toFile();
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(PATIENCE)
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log))
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log))
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "100")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    String url() {
        return url("assidu");
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** As superuser: the run looks at everything. */
    JdbcClient sql() {
        return JdbcClient.create(new DriverManagerDataSource(url(), "postgres", ""));
    }

    /** {@code kill -9} of the server itself; its other processes end with it. */
    void kill() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        ProcessHandle.of(pid).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
        server.close();
    }

    /** It recovers from its own log; tried again while something of the server that was killed still ends. */
    void restart() throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                server = start();
                return;
            } catch (IOException | IllegalStateException e) {
                if (attempt == 20) {
                    throw e;
                }
                Thread.sleep(1_000);
            }
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
