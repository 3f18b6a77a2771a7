package fr.educentre.assidu.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** One statement for many rows. */
@Component
public class BatchWriter {

    private static final int ROWS = 500;

    private final JdbcTemplate sql;

    BatchWriter(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** The values of an item, in the order of the statement's parameters. */
    public interface Values<T> {
        @Nullable
        Object[] of(T item);
    }

    public <T> void write(String statement, List<T> items, Values<T> values) {
        if (!items.isEmpty()) {
            sql.batchUpdate(statement, items, ROWS, (row, item) -> set(row, values.of(item)));
        }
    }

    public static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }

    private static void set(PreparedStatement row, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            row.setObject(
                    i + 1,
                    switch (value) {
                        case null -> null;
                        case Enum<?> name -> name.name();
                        case Instant instant -> Arguments.utc(instant);
                        default -> value;
                    });
        }
    }
}
