package fr.educentre.assidu.imports.calendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.educentre.assidu.imports.calendars.CalendarClient.Version;
import fr.educentre.assidu.shell.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarClientTests {

    private final CalendarClient anywhere = new CalendarClient(true);
    private final CalendarClient outside = new CalendarClient(false);
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(0);
        anywhere.destroy();
        outside.destroy();
    }

    @Test
    void what_did_not_change_is_not_read_again() {
        server.createContext("/a.ics", exchange -> {
            boolean known = "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            answer(exchange, known ? 304 : 200, known ? "" : "BEGIN:VCALENDAR");
        });
        var first = anywhere.fetch(uri("/a.ics"), Version.NONE);
        assertThat(first.content()).asString().isEqualTo("BEGIN:VCALENDAR");
        assertThat(anywhere.fetch(uri("/a.ics"), first.version()).content()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "[::1]",
                "[fd00::1]",
                "[fe80::1]",
                "[::ffff:127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "localhost",
                "2130706433",
                "224.0.0.1"
            })
    void addresses_inside_are_refused(String host) {
        assertThatThrownBy(() -> outside.fetch(URI.create("http://" + host + "/a.ics"), Version.NONE))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.key())
                                .isIn("refusal.calendar.private", "refusal.calendar.unreachable"));
    }

    @Test
    void the_loopback_address_is_not_even_connected_to() {
        server.createContext("/a.ics", exchange -> answer(exchange, 200, "BEGIN:VCALENDAR"));
        assertThatThrownBy(() -> outside.fetch(uri("/a.ics"), Version.NONE))
                .hasMessageContaining("refusal.calendar.private");
    }

    @ParameterizedTest
    @ValueSource(strings = {"169.254.169.254", "[fe80::1]", "[fd00:ec2::254]", "100.100.100.200"})
    void where_clouds_tell_secrets_nobody_goes_even_with_private_addresses_allowed(String host) {
        assertThatThrownBy(() -> new PublicAddressResolver(true).resolve(host.replaceAll("[\\[\\]]", "")))
                .isInstanceOf(PublicAddressResolver.PrivateAddress.class);
    }

    @Test
    void public_addresses_are_not_refused() throws Exception {
        for (String one : new String[] {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2a01:e0a::1"}) {
            assertThat(PublicAddressResolver.isPublic(InetAddress.getByName(one)))
                    .as(one)
                    .isTrue();
        }
    }

    @Test
    void each_failure_says_what_to_do() {
        server.createContext("/403", exchange -> answer(exchange, 403, ""));
        server.createContext("/404", exchange -> answer(exchange, 404, ""));
        server.createContext("/500", exchange -> answer(exchange, 500, ""));
        server.createContext("/big", exchange -> answer(exchange, 200, "x".repeat(IcsParser.MAX_BYTES + 1)));
        server.createContext("/loop", exchange -> {
            exchange.getResponseHeaders().set("Location", "/loop");
            answer(exchange, 302, "");
        });
        refused("/403", "refusal.calendar.forbidden");
        refused("/404", "refusal.calendar.gone");
        refused("/500", "refusal.calendar.status");
        refused("/big", "refusal.calendar.tooLarge");
        refused("/loop", "refusal.calendar.unreachable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ftp://a.example/x",
                "file:///etc/passwd",
                "https://",
                "https://u:p@a.example/",
                "pas une adresse"
            })
    void other_addresses_are_none(String text) {
        assertThatThrownBy(() -> CalendarClient.address(text)).hasMessageContaining("refusal.calendar.address");
    }

    @Test
    void webcal_is_https() {
        assertThat(CalendarClient.address("webcal://a.example/x?y=z")).hasToString("https://a.example/x?y=z");
    }

    private void refused(String path, String key) {
        assertThatThrownBy(() -> anywhere.fetch(uri(path), Version.NONE))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            try (var out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        }
        exchange.close();
    }
}
