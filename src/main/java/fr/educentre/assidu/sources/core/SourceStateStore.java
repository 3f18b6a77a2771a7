package fr.educentre.assidu.sources.core;

import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.sources.core.SourceSetup.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When each source last did its work, and why it last did not. */
@Component
public class SourceStateStore {

    private static final int LONGEST_PROBLEM = 500;

    private final JdbcClient sql;
    private final Texts texts;
    private final Clock clock;

    SourceStateStore(JdbcClient sql, Texts texts, Clock clock) {
        this.sql = sql;
        this.texts = texts;
        this.clock = clock;
    }

    /** @param lastProblem in the reader's language; @param test the last one, null where these settings were not tested */
    public record SourceState(
            @Nullable Instant lastSuccessAt,
            @Nullable Instant lastFailureAt,
            @Nullable String lastProblem,
            @Nullable Tested test) {}

    /** What a test found, at its worst step. */
    public record Tested(Instant at, Outcome outcome) {}

    @Transactional
    void tested(String connector, Outcome outcome) {
        sql.sql("""
                insert into connector_state (connector, tested_at, test_outcome) values (:connector, :now, :outcome)
                on conflict (connector) do update
                   set tested_at = excluded.tested_at, test_outcome = excluded.test_outcome
                """)
                .param("connector", connector)
                .param("now", now())
                .param("outcome", outcome.name())
                .update();
    }

    /** With other settings, what a test found of the former ones says nothing. */
    @Transactional
    void untested(String connector) {
        sql.sql("update connector_state set tested_at = null, test_outcome = null where connector = ?")
                .params(connector)
                .update();
    }

    @Transactional
    public void succeeded(String connector) {
        sql.sql("""
                insert into connector_state (connector, last_success_at) values (:connector, :now)
                on conflict (connector) do update set last_success_at = excluded.last_success_at
                """).param("connector", connector).param("now", now()).update();
    }

    /** @param problem what went wrong and what to do */
    @Transactional
    public void failed(String connector, Wording problem) {
        sql.sql("""
                insert into connector_state (connector, last_failure_at, last_problem) values (:connector, :now, :problem)
                on conflict (connector) do update
                   set last_failure_at = excluded.last_failure_at, last_problem = excluded.last_problem
                """)
                .param("connector", connector)
                .param("now", now())
                .param("problem", problem.stored())
                .update();
    }

    @Transactional(readOnly = true)
    public Map<String, SourceState> all() {
        Map<String, SourceState> found = new HashMap<>();
        sql.sql("select * from connector_state").query(row -> {
            found.put(
                    row.getString("connector"),
                    new SourceState(
                            Columns.maybeInstant(row, "last_success_at"),
                            Columns.maybeInstant(row, "last_failure_at"),
                            problem(row.getString("last_problem")),
                            test(row)));
        });
        return found;
    }

    private static @Nullable Tested test(ResultSet row) throws SQLException {
        Instant at = Columns.maybeInstant(row, "tested_at");
        return at == null ? null : new Tested(at, Outcome.valueOf(row.getString("test_outcome")));
    }

    private @Nullable String problem(@Nullable String column) {
        if (column == null) {
            return null;
        }
        String said = Wording.shown(column, texts);
        return said.length() > LONGEST_PROBLEM ? said.substring(0, LONGEST_PROBLEM) : said;
    }

    private OffsetDateTime now() {
        return Arguments.utc(clock.instant());
    }
}
