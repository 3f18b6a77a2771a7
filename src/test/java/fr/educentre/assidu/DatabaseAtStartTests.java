package fr.educentre.assidu;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.DatabaseAtStart.Version;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A node that starts: a database that is away is waited for, one that refuses or is too old is told by name. */
@ExtendWith(OutputCaptureExtension.class)
class DatabaseAtStartTests {

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Version RECENT = new Version(18, "18.6");
    private static final SQLException AWAY = new SQLException("Connection to db:5432 refused.\nCheck it.", "08001");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-30T08:00:00Z"));
    private final AtomicInteger tries = new AtomicInteger();
    private final DatabaseAtStart start =
            new DatabaseAtStart(now::get, wait -> now.updateAndGet(time -> time.plus(wait)));

    @Test
    void the_oldest_version_and_all_later_ones_are_taken() {
        assertThat(start.problem(() -> new Version(DatabaseAtStart.OLDEST, "15.18"), FIVE_MINUTES))
                .isEmpty();
        assertThat(start.problem(() -> RECENT, FIVE_MINUTES)).isEmpty();
    }

    @Test
    void an_older_version_is_refused_by_name_in_one_sentence() {
        assertThat(start.problem(() -> new Version(14, "14.23 (Debian)"), FIVE_MINUTES)
                        .orElseThrow())
                .contains("PostgreSQL 15", "14.23 (Debian)", "mettez-la à niveau", "upgrade")
                .doesNotContain("\n");
    }

    @Test
    void a_database_that_comes_back_is_waited_for_and_the_wait_is_told_once_a_minute(CapturedOutput output) {
        assertThat(start.problem(() -> backAfter(90, AWAY), FIVE_MINUTES)).isEmpty();
        assertThat(output.getOut().lines().filter(line -> line.contains("ne répond pas encore")))
                .hasSize(3);
        assertThat(output.getOut()).doesNotContain("\tat ");
    }

    @Test
    void a_server_that_is_still_starting_is_waited_for() {
        assertThat(start.problem(
                        () -> backAfter(3, new SQLException("the database system is starting up", "57P03")),
                        FIVE_MINUTES))
                .isEmpty();
    }

    @Test
    void waiting_ends_with_a_sentence_that_says_what_to_do() {
        assertThat(start.problem(() -> backAfter(1000, AWAY), FIVE_MINUTES).orElseThrow())
                .contains(
                        "300 s",
                        "SPRING_DATASOURCE_URL",
                        "ASSIDU_DATABASE_WAIT",
                        "Connection to db:5432 refused. Check it.")
                .doesNotContain("\n");
        assertThat(tries.get()).isBetween(150, 152);
    }

    @Test
    void a_wrong_password_is_not_waited_for() {
        var refused = new SQLException("password authentication failed for user \"assidu\"", "28P01");
        assertThat(start.problem(() -> backAfter(2, refused), FIVE_MINUTES).orElseThrow())
                .contains("mots de passe", "passwords", "\"assidu\"")
                .doesNotContain("\n");
        assertThat(tries.get()).isEqualTo(1);
    }

    private Version backAfter(int failures, SQLException failure) throws SQLException {
        if (tries.incrementAndGet() <= failures) {
            throw failure;
        }
        return RECENT;
    }
}
