package fr.educentre.assidu.shell.ui;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.core.spi.FilterReply;
import fr.educentre.assidu.shell.LogFilter;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.springframework.stereotype.Component;

/**
 * A reader who closes a window while it is being written to is no error: nothing is logged of it. What else goes wrong with
 * a push connection is.
 */
@Component
class ClosedPushConnections extends LogFilter {

    private static final int DEEPEST = 20;

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] arguments,
            @Nullable Throwable thrown) {
        return ofPush(logger.getName()) && (closed(thrown) || closing(format)) ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    private static boolean ofPush(String logger) {
        return Stream.of("org.atmosphere.", "com.vaadin.flow.server.communication.Push")
                .anyMatch(logger::startsWith);
    }

    /** Closed twice, by the page and by the connection: the library finds nothing left to close. */
    private static boolean closing(@Nullable String format) {
        return format != null && format.startsWith("Failed to cancel resource");
    }

    /** Broken pipe, end of file, closed channel; or a session that says that it has been closed. */
    private static boolean closed(@Nullable Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(one -> one instanceof IOException
                        || one instanceof IllegalStateException
                                && String.valueOf(one.getMessage()).contains("closed"));
    }
}
