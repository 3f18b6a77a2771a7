package fr.educentre.assidu;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * A node that is started while the database is away waits for it, for a time, and says so; one whose database refuses it, or
 * is too old, ends with a sentence that says what to do.
 */
class DatabaseAtStart implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    /** The oldest major version of PostgreSQL that the schema and the statements are tried with. */
    static final int OLDEST = 15;

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAtStart.class);

    private static final Duration BETWEEN = Duration.ofSeconds(2);
    private static final Duration TOLD_AGAIN = Duration.ofMinutes(1);
    private static final String SECONDS_TO_CONNECT = "5";

    /** It will not answer otherwise a moment later: wrong password, no such role or database, not let in. */
    private static final List<String> REFUSALS = List.of("28000", "28P01", "3D000", "42501");

    /** One try at connecting as each of the roles; answers the server's version. */
    @FunctionalInterface
    interface Try {
        Version version() throws SQLException;
    }

    record Version(int major, String full) {}

    /** Lets time pass. */
    @FunctionalInterface
    interface Pause {
        void take(Duration duration) throws InterruptedException;
    }

    private final InstantSource clock;
    private final Pause pause;

    DatabaseAtStart() {
        this(Clock.systemUTC(), duration -> Thread.sleep(duration.toMillis()));
    }

    DatabaseAtStart(InstantSource clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ConfigurableEnvironment environment = event.getEnvironment();
        if (SettingsAtStart.selfContained(environment)) {
            return;
        }
        Duration most = DurationStyle.detectAndParse(environment.getProperty("assidu.database.wait", "5m"));
        problem(() -> connect(environment), most).ifPresent(sentence -> {
            System.err.println(sentence);
            System.exit(SettingsAtStart.UNUSABLE);
        });
    }

    /** @return why nothing can be started; empty once the database has let both roles in */
    Optional<String> problem(Try connecting, Duration most) {
        Instant until = clock.instant().plus(most);
        Instant tellAt = clock.instant();
        while (true) {
            try {
                Version version = connecting.version();
                return version.major() < OLDEST ? Optional.of(tooOld(version)) : Optional.empty();
            } catch (SQLException e) {
                if (REFUSALS.contains(String.valueOf(e.getSQLState()))) {
                    return Optional.of(refused(e));
                }
                Instant now = clock.instant();
                if (!now.isBefore(until)) {
                    return Optional.of(away(most, e));
                }
                if (!now.isBefore(tellAt)) {
                    tellAt = now.plus(TOLD_AGAIN);
                    LOG.warn(
                            "La base de données ne répond pas encore ({}) : attente jusqu'à {} / waiting for the database",
                            line(e),
                            until);
                }
            }
            try {
                pause.take(BETWEEN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.of(
                        "Assidu ne démarre pas, arrêté pendant l'attente de la base / stopped while waiting.");
            }
        }
    }

    private static Version connect(ConfigurableEnvironment environment) throws SQLException {
        String url = environment.getRequiredProperty("spring.datasource.url");
        String ownerUrl = environment.getProperty("spring.flyway.url", url);
        try (var ignored = open(environment, ownerUrl, "spring.flyway.user", "spring.flyway.password");
                var connection = open(environment, url, "spring.datasource.username", "spring.datasource.password")) {
            var server = connection.getMetaData();
            return new Version(server.getDatabaseMajorVersion(), server.getDatabaseProductVersion());
        }
    }

    private static Connection open(ConfigurableEnvironment environment, String url, String user, String password)
            throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", environment.getRequiredProperty(user));
        properties.setProperty("password", environment.getRequiredProperty(password));
        properties.setProperty("connectTimeout", SECONDS_TO_CONNECT);
        return DriverManager.getConnection(url, properties);
    }

    private static String tooOld(Version version) {
        return "Assidu demande PostgreSQL " + OLDEST + " ou plus récent et cette base est en version " + version.full()
                + " : mettez-la à niveau. / Assidu needs PostgreSQL " + OLDEST + " or later and this database is "
                + version.full() + ": upgrade it.";
    }

    private static String refused(SQLException e) {
        return "Assidu ne démarre pas, la base de données refuse la connexion : vérifiez SPRING_DATASOURCE_URL, les rôles et"
                + " leurs mots de passe. / Assidu does not start, the database refuses the connection: check"
                + " SPRING_DATASOURCE_URL, the roles and their passwords. (" + line(e) + ")";
    }

    private static String away(Duration most, SQLException e) {
        return "Assidu ne démarre pas, la base de données n'a pas répondu en " + most.toSeconds()
                + " s : vérifiez SPRING_DATASOURCE_URL, ou attendez plus longtemps (ASSIDU_DATABASE_WAIT). / Assidu does not"
                + " start, the database did not answer in " + most.toSeconds()
                + " s: check SPRING_DATASOURCE_URL, or wait longer (ASSIDU_DATABASE_WAIT). (" + line(e) + ")";
    }

    private static String line(SQLException e) {
        return String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
    }
}
