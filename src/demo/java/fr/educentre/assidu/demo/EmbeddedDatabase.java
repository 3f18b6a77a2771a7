package fr.educentre.assidu.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL kept in a folder, on a free port of the loopback address. Survives a kill: a server left behind by a
 * process that died is stopped first, and the new one recovers from its journal.
 */
final class EmbeddedDatabase implements AutoCloseable {

    static final String OWNER = "assidu_owner";
    static final String APPLICATION = "assidu";
    static final String DATABASE = "assidu";
    private static final String PASSWORD = "assidu";
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final EmbeddedPostgres server;
    private final FileChannel lock;

    EmbeddedDatabase(Path directory) {
        try {
            Files.createDirectories(directory);
            lock = lock(directory.resolve("lock"));
            Path data = directory.resolve("postgres").toAbsolutePath();
            stopOrphan(data);
            new DemoMarker(directory).discardHalfMade(data);
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("timezone", "UTC")
                    .start();
            prepare();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String url() {
        return server.getJdbcUrl("postgres", DATABASE).replaceAll("\\?.*", "");
    }

    String password() {
        return PASSWORD;
    }

    @Override
    public void close() throws IOException {
        server.close();
        lock.close();
    }

    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // said below
        }
        channel.close();
        throw new FolderInUse(file);
    }

    /** We hold the folder's lock, so a server still running on it belongs to a process that is gone. */
    private static void stopOrphan(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        String first =
                Files.readAllLines(pidFile).stream().findFirst().orElse("").strip();
        if (!first.matches("\\d+")) {
            return;
        }
        ProcessHandle.of(Long.parseLong(first))
                .filter(process -> process.info().command().orElse("postgres").contains("postgres"))
                .ifPresent(process -> {
                    LOG.info("Arrêt du serveur PostgreSQL resté d'une exécution interrompue ({})", process.pid());
                    process.destroy();
                    try {
                        process.onExit().get(20, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } catch (Exception e) {
                        process.destroyForcibly();
                        process.onExit().join();
                    }
                });
    }

    private void prepare() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String role : new String[] {OWNER, APPLICATION}) {
                statement.execute("do $$ begin if not exists (select from pg_roles where rolname = '" + role
                        + "') then create role " + role + " login password '" + PASSWORD + "'; end if; end $$");
            }
            boolean exists;
            try (var row = statement.executeQuery(
                    "select exists (select from pg_database where datname = '" + DATABASE + "')")) {
                row.next();
                exists = row.getBoolean(1);
            }
            if (!exists) {
                statement.execute("create database " + DATABASE + " owner " + OWNER + " encoding 'UTF8'");
            }
        }
    }
}
