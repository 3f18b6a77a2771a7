package fr.educentre.assidu.shell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.core.spi.FilterReply;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class ClosedPushConnectionsTests {

    private static final String PUSH = "com.vaadin.flow.server.communication.PushHandler";

    private final ClosedPushConnections filter = new ClosedPushConnections();

    @ParameterizedTest
    @ValueSource(strings = {"org.atmosphere.cpr.AtmosphereFramework", PUSH})
    void a_window_that_was_closed_is_not_logged(String logger) {
        for (Exception closed : new Exception[] {
            new IOException("Broken pipe"),
            new EOFException(),
            new ClosedChannelException(),
            new RuntimeException(new IOException("Connection reset by peer")),
            new IllegalStateException("The WebSocket session [0] has been closed")
        }) {
            assertThat(decided(logger, closed)).as(closed.toString()).isEqualTo(FilterReply.DENY);
        }
    }

    @Test
    void a_connection_that_was_closed_already_is_not_logged() {
        assertThat(filter.decide(
                        null,
                        (Logger) LoggerFactory.getLogger("org.atmosphere.cpr.AsynchronousProcessor"),
                        Level.ERROR,
                        "Failed to cancel resource: {}",
                        null,
                        new NullPointerException("resource")))
                .isEqualTo(FilterReply.DENY);
    }

    @Test
    void what_else_goes_wrong_is_logged() {
        assertThat(decided(PUSH, new NullPointerException("x"))).isEqualTo(FilterReply.NEUTRAL);
        assertThat(decided(PUSH, new IllegalStateException("no session"))).isEqualTo(FilterReply.NEUTRAL);
        assertThat(decided(PUSH, null)).isEqualTo(FilterReply.NEUTRAL);
        assertThat(decided("fr.educentre.assidu.Any", new IOException("Broken pipe")))
                .isEqualTo(FilterReply.NEUTRAL);
    }

    private FilterReply decided(String logger, @Nullable Throwable thrown) {
        return filter.decide(
                null, (Logger) LoggerFactory.getLogger(logger), Level.ERROR, "Exception in push", null, thrown);
    }
}
