package fr.educentre.assidu.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL in a container where Docker answers, embedded otherwise; with the two roles of production. */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    /** Of the server that tests start. */
    public static final int MAJOR = Integer.getInteger("assidu.test.postgres", 18);

    /** A running server, and how to reach it as superuser. */
    public interface Server extends AutoCloseable {
        String url();

        String user();

        String password();

        @Override
        void close() throws IOException;
    }

    @Bean(destroyMethod = "close")
    Server testServer() throws Exception {
        Server server = DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
        try (var connection = java.sql.DriverManager.getConnection(server.url(), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("create role assidu_owner login password 'test'");
            statement.execute("create role assidu login password 'test'");
            statement.execute("grant all on schema public to assidu_owner");
        }
        return server;
    }

    private static Server container() {
        var container = new PostgreSQLContainer("postgres:" + MAJOR);
        container.start();
        return new Server() {
            @Override
            public String url() {
                return container.getJdbcUrl();
            }

            @Override
            public String user() {
                return container.getUsername();
            }

            @Override
            public String password() {
                return container.getPassword();
            }

            @Override
            public void close() {
                container.stop();
            }
        };
    }

    private static Server embedded() throws IOException {
        // Tests need no durability; a benchmark of durable writes does, and the memory of a centre's server.
        boolean bench = Boolean.getBoolean("assidu.bench");
        String durable = bench ? "on" : "off";
        var postgres = EmbeddedPostgres.builder()
                .setRegisterShutdownHook(false)
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", bench ? "1GB" : "128MB")
                .setServerConfig("fsync", durable)
                .setServerConfig("synchronous_commit", durable)
                .start();
        return new Server() {
            @Override
            public String url() {
                return postgres.getJdbcUrl("postgres", "postgres").replaceAll("\\?.*", "");
            }

            @Override
            public String user() {
                return "postgres";
            }

            @Override
            public String password() {
                return "postgres";
            }

            @Override
            public void close() throws IOException {
                postgres.close();
            }
        };
    }

    @Bean
    JdbcConnectionDetails jdbcConnectionDetails(Server server) throws SQLException {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "assidu";
            }

            @Override
            public String getPassword() {
                return "test";
            }

            @Override
            public String getJdbcUrl() {
                return server.url();
            }
        };
    }

    @Bean
    FlywayConnectionDetails flywayConnectionDetails(Server server) {
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return "assidu_owner";
            }

            @Override
            public String getPassword() {
                return "test";
            }

            @Override
            public String getJdbcUrl() {
                return server.url();
            }
        };
    }
}
