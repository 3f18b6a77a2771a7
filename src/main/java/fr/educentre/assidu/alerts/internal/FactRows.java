package fr.educentre.assidu.alerts.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values to and from SQL; columns by their number, since facts are read by the million. */
final class FactRows {

    private FactRows() {}

    /**
     * For {@code in (select unnest(:ids::uuid[]))}: one statement text whatever the number of ids, read once a statement
     * and not once a row, as {@code = any} is where no index leads.
     */
    static String array(Collection<UUID> ids) {
        var text = new StringBuilder("{");
        for (UUID id : ids) {
            text.append(text.length() == 1 ? "" : ",").append(id);
        }
        return text.append('}').toString();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static UUID id(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }

    static @Nullable UUID maybeId(ResultSet row, int column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static String text(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(maybeInstant(row, column));
    }

    static @Nullable Instant maybeInstant(ResultSet row, int column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static LocalDate day(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(maybeDay(row, column));
    }

    static @Nullable LocalDate maybeDay(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
