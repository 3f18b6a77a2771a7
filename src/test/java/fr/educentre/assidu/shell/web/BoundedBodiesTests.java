package fr.educentre.assidu.shell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class BoundedBodiesTests {

    private static final int MEGABYTE = 1024 * 1024;

    @Test
    void what_a_screen_or_a_call_sends_is_counted_while_it_is_read() throws Exception {
        FilterChain reading = (request, response) -> request.getInputStream().readAllBytes();
        FilterChain asText = (request, response) -> request.getReader().lines().count();
        for (FilterChain reads : new FilterChain[] {reading, asText, wrapped(reading)}) {
            assertThat(status("/?v-r=uidl", "application/json", 2 * MEGABYTE, reads))
                    .isEqualTo(200);
            assertThat(status("/?v-r=uidl", "application/json", 2 * MEGABYTE + 1, reads))
                    .isEqualTo(413);
        }
        assertThat(status("/api/v1/rules", "application/json", 3 * MEGABYTE, reading))
                .isEqualTo(413);
        assertThat(status("/api/v1/imports/roster", "multipart/form-data; boundary=b", 20 * MEGABYTE, reading))
                .isEqualTo(200);
        assertThat(status("/VAADIN/dynamic/resource/1/2/upload", "application/pdf", 27 * MEGABYTE, reading))
                .isEqualTo(413);
    }

    @Test
    void what_fails_otherwise_goes_on() {
        assertThatThrownBy(() -> status("/api/v1/rules", "application/json", 10, (request, response) -> {
                    throw new ServletException("ours");
                }))
                .hasMessage("ours");
    }

    private static FilterChain wrapped(FilterChain reads) {
        return (request, response) -> {
            try {
                reads.doFilter(request, response);
            } catch (IOException | RuntimeException e) {
                throw new ServletException("read", e);
            }
        };
    }

    private static int status(String path, String type, int bytes, FilterChain chain) throws Exception {
        var request = new MockHttpServletRequest("POST", path.replaceAll("\\?.*", "")) {
            @Override
            public long getContentLengthLong() {
                return -1;
            }
        };
        request.setContentType(type);
        request.setContent(" ".repeat(bytes).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        var response = new MockHttpServletResponse();
        new BoundedBodies().doFilter((HttpServletRequest) request, response, chain);
        return response.getStatus();
    }
}
