package fr.educentre.assidu.sources.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteClientTests {

    private static final RemoteProtocol<String> TEXT = new RemoteProtocol<>() {
        @Override
        public RemoteResult<String> success(byte[] body) {
            return new RemoteResult.Success<>(new String(body, StandardCharsets.UTF_8), body);
        }

        @Override
        public RemoteResult<String> refusal(int status, String body) {
            return RemoteResult.failure(new RemoteFailure.Refused(status, body, RemoteProblem.of("k")));
        }
    };

    private final StillClock clock = new StillClock();

    private RemoteResult<String> asked(Duration whole, LocalServer.Handler handler) {
        try (var server = new LocalServer(handler)) {
            return new RemoteClient(clock, whole)
                    .send(RemoteClient.request(server.uri()).GET().build(), TEXT);
        }
    }

    private RemoteFailure failure(LocalServer.Handler handler) {
        return ((RemoteResult.Failure<String>) asked(Duration.ofSeconds(30), handler)).why();
    }

    @Test
    void a_success_is_read_with_its_bytes() {
        assertThat(asked(Duration.ofSeconds(30), exchange -> LocalServer.answer(exchange, 201, "{}")))
                .isInstanceOfSatisfying(RemoteResult.Success.class, success -> {
                    assertThat(success.value()).isEqualTo("{}");
                    assertThat(success.bytes()).hasSize(2);
                });
    }

    @Test
    void a_refusal_is_shown_by_its_beginning() {
        assertThat(failure(exchange -> LocalServer.answer(exchange, 403, "x".repeat(5000))))
                .isInstanceOfSatisfying(RemoteFailure.Refused.class, refused -> {
                    assertThat(refused.status()).isEqualTo(403);
                    assertThat(refused.code()).hasSize(2000);
                });
    }

    @Test
    void a_redirect_is_not_followed() {
        try (var other = new LocalServer(exchange -> LocalServer.answer(exchange, 200, "taken"))) {
            assertThat(failure(exchange -> {
                        exchange.getResponseHeaders()
                                .set("Location", other.uri().toString());
                        LocalServer.answer(exchange, 302, "");
                    }))
                    .isInstanceOfSatisfying(
                            RemoteFailure.Refused.class,
                            refused -> assertThat(refused.status()).isEqualTo(302));
            assertThat(other.calls()).isZero();
        }
    }

    @Test
    void an_answer_without_end_is_cut_off() {
        byte[] much = new byte[1024 * 1024];
        assertThat(failure(exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    for (int n = 0; n < 100; n++) {
                        exchange.getResponseBody().write(much);
                    }
                }))
                .isEqualTo(new RemoteFailure.Unreachable("more than 20971520 bytes"));
    }

    @Test
    void an_answer_that_never_ends_in_time_is_given_up() {
        var release = new CountDownLatch(1);
        assertThat(asked(Duration.ofMillis(300), exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write('x');
                    exchange.getResponseBody().flush();
                    try {
                        release.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                }))
                .isInstanceOf(RemoteResult.Failure.class)
                .asString()
                .contains("more than 0 s");
        release.countDown();
    }

    @ParameterizedTest
    @CsvSource({
        "17, 17",
        "'Thu, 05 Nov 2026 08:01:00 GMT', 60",
        "'Thu, 05 Nov 2026 07:00:00 GMT', 0",
        "999999999, 21600",
        "soon, 30",
        "'', 30"
    })
    void a_server_says_when_to_come_back(String header, int seconds) {
        assertThat(failure(exchange -> {
                    exchange.getResponseHeaders().set("Retry-After", header);
                    LocalServer.answer(exchange, 429, "");
                }))
                .isEqualTo(new RemoteFailure.Throttled(Duration.ofSeconds(seconds)));
    }

    @Test
    void without_a_word_the_wait_is_the_usual_one() {
        assertThat(failure(exchange -> LocalServer.answer(exchange, 503, "")))
                .isEqualTo(new RemoteFailure.Throttled(Duration.ofSeconds(30)));
    }

    @Test
    void a_server_that_breaks_down_or_is_not_there_is_unreachable() {
        assertThat(failure(exchange -> LocalServer.answer(exchange, 500, "oops")))
                .isEqualTo(new RemoteFailure.Unreachable("HTTP 500"));
        assertThat(new RemoteClient(clock)
                        .send(
                                RemoteClient.request(URI.create("http://127.0.0.1:1/"))
                                        .GET()
                                        .build(),
                                TEXT))
                .isInstanceOfSatisfying(
                        RemoteResult.Failure.class,
                        failure -> assertThat(failure.why()).isInstanceOf(RemoteFailure.Unreachable.class));
    }
}
