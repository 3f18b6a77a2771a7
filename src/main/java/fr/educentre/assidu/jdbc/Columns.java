package fr.educentre.assidu.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Columns of a row, by their name, or by their number where rows are read by the million. */
public final class Columns {

    private Columns() {}

    public static UUID uuid(ResultSet row, String column) throws SQLException {
        return present(maybeUuid(row, column), column);
    }

    public static UUID uuid(ResultSet row, int column) throws SQLException {
        return present(maybeUuid(row, column), column);
    }

    public static @Nullable UUID maybeUuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static @Nullable UUID maybeUuid(ResultSet row, int column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static String text(ResultSet row, String column) throws SQLException {
        return present(row.getString(column), column);
    }

    public static String text(ResultSet row, int column) throws SQLException {
        return present(row.getString(column), column);
    }

    /** A {@code timestamptz}. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return present(maybeInstant(row, column), column);
    }

    public static Instant instant(ResultSet row, int column) throws SQLException {
        return present(maybeInstant(row, column), column);
    }

    public static @Nullable Instant maybeInstant(ResultSet row, String column) throws SQLException {
        return instant(row.getObject(column, OffsetDateTime.class));
    }

    public static @Nullable Instant maybeInstant(ResultSet row, int column) throws SQLException {
        return instant(row.getObject(column, OffsetDateTime.class));
    }

    public static LocalDate day(ResultSet row, String column) throws SQLException {
        return present(maybeDay(row, column), column);
    }

    public static LocalDate day(ResultSet row, int column) throws SQLException {
        return present(maybeDay(row, column), column);
    }

    public static @Nullable LocalDate maybeDay(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    public static @Nullable LocalDate maybeDay(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static <T> T present(@Nullable T value, Object column) {
        return Objects.requireNonNull(value, () -> "column " + column + " is null");
    }
}
