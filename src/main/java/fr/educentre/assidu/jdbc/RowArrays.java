package fr.educentre.assidu.jdbc;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Many rows for one statement, as an array for each column: {@code unnest(:name::text[], …)} makes rows of them again, for
 * two thirds of what as many JSON objects cost the database.
 */
public final class RowArrays {

    private final int rows;
    private final Map<String, @Nullable String[]> columns = new HashMap<>();

    public RowArrays(int rows) {
        this.rows = rows;
    }

    /** @param row counted from zero; @param value as the column's type is written */
    public void set(int row, String column, @Nullable Object value) {
        columns.computeIfAbsent(column, none -> new String[rows])[row] = value == null ? null : value.toString();
    }

    /** The statement's parameters, named as their columns. */
    public Map<String, @Nullable String[]> parameters() {
        return columns;
    }
}
