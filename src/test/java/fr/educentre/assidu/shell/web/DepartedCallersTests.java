package fr.educentre.assidu.shell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class DepartedCallersTests {

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(DepartedCallers.class);

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(log);
    }

    @Test
    void one_who_leaves_is_one_line_without_a_trace_and_without_the_link() throws Exception {
        for (Exception gone : new Exception[] {
            new ClientAbortException(new IOException("Broken pipe")),
            new ServletException(new ClientAbortException(new IOException("Connection reset by peer"))),
            new IllegalStateException(new IOException("Broken pipe"))
        }) {
            pass("/j/secret-token-of-somebody", gone);
        }
        assertThat(log.list).hasSize(3).allSatisfy(line -> {
            assertThat(line.getThrowableProxy()).isNull();
            assertThat(line.getFormattedMessage())
                    .isEqualTo("The caller left before the answer: GET /j/•••")
                    .doesNotContain("\n");
        });
    }

    @Test
    void no_link_of_any_kind_is_in_the_line() throws Exception {
        for (String kind : new String[] {"j", "s", "c", "suivi"}) {
            pass("/" + kind + "/secret-token-of-somebody", new IOException("Broken pipe"));
        }
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .hasSize(4)
                .noneMatch(line -> line.contains("secret"));
    }

    @Test
    void what_fails_here_goes_on_to_whoever_tells_it() {
        assertThatThrownBy(() -> pass("/", new IllegalStateException("ours"))).hasMessage("ours");
        assertThatThrownBy(() -> pass("/", new IOException("disk"))).hasMessage("disk");
        assertThat(log.list).isEmpty();
    }

    private static void pass(String path, Exception thrown) throws Exception {
        new DepartedCallers()
                .doFilter(
                        new MockHttpServletRequest("GET", path), new MockHttpServletResponse(), (request, response) -> {
                            if (thrown instanceof IOException io) {
                                throw io;
                            }
                            if (thrown instanceof ServletException servlet) {
                                throw servlet;
                            }
                            throw (RuntimeException) thrown;
                        });
    }
}
