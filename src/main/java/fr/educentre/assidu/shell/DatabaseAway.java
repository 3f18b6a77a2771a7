package fr.educentre.assidu.shell;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a database that is away, where nothing but waiting helps, from everything else that can go wrong with it. */
public final class DatabaseAway {

    /** When to come back, in seconds. */
    public static final int RETRY_AFTER = 30;

    private static final int DEEPEST = 20;

    /** Classes of PostgreSQL's states: the connection failed, no disk, memory or place is left, the machine fails. */
    private static final Set<String> CLASSES = Set.of("08", "53", "58");

    /** Being shut down, crashed, starting up. */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03");

    /** What the pool says of a connection that it has taken out of use while someone held it. */
    private static final String TAKEN_OUT = "Connection is closed";

    private DatabaseAway() {}

    /** Whether it is at the bottom of a failure, however that was wrapped on its way. */
    public static boolean causes(@Nullable Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(DatabaseAway::says);
    }

    private static boolean says(Throwable one) {
        return one instanceof CannotCreateTransactionException
                || one instanceof SQLTransientConnectionException
                || one instanceof SQLNonTransientConnectionException
                || one instanceof SQLException sql && says(sql);
    }

    private static boolean says(SQLException one) {
        String state = one.getSQLState();
        return state == null
                ? TAKEN_OUT.equals(one.getMessage())
                : state.length() == 5 && CLASSES.contains(state.substring(0, 2)) || STATES.contains(state);
    }

    /** What the database or the pool said, in one line. */
    public static String line(Throwable failure) {
        Throwable deepest = failure;
        for (int depth = 0; depth < DEEPEST && deepest.getCause() != null; depth++) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage()).replaceAll("\\s+", " ").strip();
    }
}
