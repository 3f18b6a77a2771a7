package fr.educentre.assidu.shell;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.core.spi.FilterReply;
import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * While the database is away everything that needs it fails: calls, jobs, screens, the pool itself. The log says once that
 * it went and once that it came back, and nothing of what each of them has to say about it.
 */
@Component
public class DatabaseOutage extends LogFilter {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(DatabaseOutage.class);

    /** Has a line for each connection that is gone. */
    private static final String POOL = "com.zaxxer.hikari.pool.";

    private static final int SECONDS_BETWEEN = 2;
    private static final int SECONDS_TO_ANSWER = 2;

    private final ObjectProvider<DataSource> database;
    private final Clock clock;
    private final AtomicReference<@Nullable Instant> since = new AtomicReference<>();
    private final AtomicLong unsaid = new AtomicLong();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("database-watch").factory());

    DatabaseOutage(ObjectProvider<DataSource> database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @PreDestroy
    void stopWatching() {
        watch.shutdownNow();
    }

    /** Someone met it. */
    public void met(Throwable failure) {
        if (since.compareAndSet(null, clock.instant())) {
            unsaid.set(0);
            LOG.error(
                    "La base de données ne répond pas / the database is away: {}. Les erreurs qui en découlent sont tues"
                            + " jusqu'à son retour.",
                    DatabaseAway.line(failure));
            if (!watch.isShutdown()) {
                watch.schedule(this::look, SECONDS_BETWEEN, TimeUnit.SECONDS);
            }
        }
    }

    /** Whether it was met and has not come back. */
    public boolean known() {
        return since.get() != null;
    }

    private void look() {
        Instant went = since.get();
        if (went == null || watch.isShutdown()) {
            return;
        }
        if (answers()) {
            since.set(null);
            LOG.warn(
                    "La base de données répond de nouveau, après {} s ({} erreurs tues) / the database is back",
                    Duration.between(went, clock.instant()).toSeconds(),
                    unsaid.get());
        } else {
            watch.schedule(this::look, SECONDS_BETWEEN, TimeUnit.SECONDS);
        }
    }

    private boolean answers() {
        try (Connection connection = database.getObject().getConnection()) {
            return connection.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException | RuntimeException e) {
            return false;
        }
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] arguments,
            @Nullable Throwable thrown) {
        if (known() && logger.getName().startsWith(POOL)) {
            return FilterReply.DENY;
        }
        Throwable failure = thrown == null ? last(arguments) : thrown;
        if (failure == null || !DatabaseAway.causes(failure)) {
            return FilterReply.NEUTRAL;
        }
        if (level.isGreaterOrEqual(Level.WARN)) {
            met(failure);
        }
        unsaid.incrementAndGet();
        return FilterReply.DENY;
    }

    /** Libraries hand it over behind what fills their message, too. */
    private static @Nullable Throwable last(Object @Nullable [] arguments) {
        return arguments != null && arguments.length > 0 && arguments[arguments.length - 1] instanceof Throwable failure
                ? failure
                : null;
    }
}
