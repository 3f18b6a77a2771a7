package fr.educentre.assidu.walls;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;

/** Each statement of the source is prepared against the migrated database: tables, columns, functions and types are there. */
@AssiduIT
class StatementsFitTheDatabaseIT {

    /** Names were all found, but a parameter's type is only told with its value. */
    private static final String UNTYPED = "42P18";

    @Autowired
    DataSource dataSource;

    @Test
    void the_database_is_of_the_version_that_was_asked_for() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(TestDatabase.MAJOR);
        }
    }

    @Test
    void each_statement_is_understood_by_the_database() throws SQLException {
        List<String> refused = new ArrayList<>();
        int prepared = 0;
        try (Connection connection = dataSource.getConnection()) {
            for (var statement : new SourceStatements().statements()) {
                if (statement.jpql()) {
                    continue;
                }
                for (String text : statement.texts()) {
                    if (text.indexOf(StringValues.HOLE) < 0) {
                        prepared++;
                        String problem = problem(connection, text);
                        if (problem != null) {
                            refused.add(statement.where() + " " + problem + "\n" + text);
                        }
                    }
                }
            }
        }
        assertThat(refused).isEmpty();
        assertThat(prepared).isGreaterThan(300);
    }

    private static @org.jspecify.annotations.Nullable String problem(Connection connection, String text) {
        String sql = NamedParameterUtils.substituteNamedParameters(NamedParameterUtils.parseSqlStatement(text), null);
        try (var prepared = connection.prepareStatement(sql)) {
            prepared.getParameterMetaData();
            return null;
        } catch (SQLException e) {
            return UNTYPED.equals(e.getSQLState()) ? null : e.getMessage();
        }
    }
}
