package fr.educentre.assidu.sources.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccessTokensTests {

    private static final RemoteFailure REVOKED = new RemoteFailure.Refused(401, "", RemoteProblem.of("revoked"));

    private final StillClock clock = new StillClock();
    private final AtomicInteger granted = new AtomicInteger();
    private final AtomicReference<String> answer =
            new AtomicReference<>("{\"access_token\":\"t%d\",\"expires_in\":600,\"scope\":\"a b\"}");
    private final AtomicInteger status = new AtomicInteger(200);
    private final CountDownLatch hold = new CountDownLatch(1);
    private boolean held;

    private final LocalServer server = new LocalServer(this::grant);
    private final AccessTokens<String> tokens = new AccessTokens<>(
            new TokenGrant<>() {
                @Override
                public HttpRequest request(String credentials) {
                    return RemoteClient.request(credentials.equals("nowhere") ? URI.create("no address") : server.uri())
                            .POST(HttpRequest.BodyPublishers.ofString(credentials))
                            .build();
                }

                @Override
                public RemoteFailure badAddress(String credentials) {
                    return RemoteFailure.notAsked(RemoteProblem.of("address"));
                }

                @Override
                public RemoteFailure refusal(String credentials, int status, String body) {
                    return new RemoteFailure.Refused(status, body, RemoteProblem.of("refused"));
                }

                @Override
                public RemoteFailure noToken(String what) {
                    return new RemoteFailure.Unreadable(what);
                }
            },
            Duration.ofSeconds(60),
            new RemoteClient(clock),
            clock);

    private void grant(HttpExchange exchange) throws IOException {
        if (held) {
            try {
                hold.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
        LocalServer.answer(exchange, status.get(), answer.get().formatted(granted.incrementAndGet()));
    }

    @AfterEach
    void closed() {
        server.close();
    }

    private String token(String credentials) {
        return switch (tokens.token(credentials)) {
            case RemoteResult.Success<AccessToken> success -> success.value().value();
            case RemoteResult.Failure<AccessToken> failure -> failure.why().toString();
        };
    }

    @Test
    void a_token_serves_until_shortly_before_it_expires() {
        assertThat(token("a")).isEqualTo("t1");
        clock.advance(Duration.ofSeconds(539));
        assertThat(token("a")).isEqualTo("t1");
        clock.advance(Duration.ofSeconds(1));
        assertThat(token("a")).isEqualTo("t2");
    }

    @Test
    void a_clock_set_back_before_the_token_was_granted_has_another_one_asked_for() {
        assertThat(token("a")).isEqualTo("t1");
        clock.advance(Duration.ofSeconds(-1));
        assertThat(token("a")).isEqualTo("t2");
    }

    @Test
    void other_credentials_need_another_token() {
        assertThat(token("a")).isEqualTo("t1");
        assertThat(token("b")).isEqualTo("t2");
        assertThat(token("b")).isEqualTo("t2");
    }

    @Test
    void callers_at_the_same_time_ask_once() throws Exception {
        held = true;
        int callers = 16;
        var ready = new CountDownLatch(callers);
        try (var threads = Executors.newFixedThreadPool(callers)) {
            List<Callable<String>> calls = new ArrayList<>();
            for (int n = 0; n < callers; n++) {
                calls.add(() -> {
                    ready.countDown();
                    ready.await();
                    return token("a");
                });
            }
            var results = calls.stream().map(threads::submit).toList();
            ready.await();
            hold.countDown();
            for (var result : results) {
                assertThat(result.get()).isEqualTo("t1");
            }
        }
        assertThat(server.calls()).isEqualTo(1);
    }

    @Test
    void a_token_the_server_no_longer_takes_is_renewed_once() {
        List<String> used = new ArrayList<>();
        RemoteResult<String> result = tokens.call("a", token -> {
            used.add(token.value());
            return token.value().equals("t1")
                    ? RemoteResult.failure(REVOKED)
                    : new RemoteResult.Success<>("done", new byte[0]);
        });
        assertThat(result).isInstanceOf(RemoteResult.Success.class);
        assertThat(used).containsExactly("t1", "t2");
        assertThat(token("a")).isEqualTo("t2");
    }

    @Test
    void a_new_token_that_is_not_taken_either_ends_the_call() {
        AtomicInteger calls = new AtomicInteger();
        RemoteResult<String> result = tokens.call("a", token -> {
            calls.incrementAndGet();
            return RemoteResult.failure(REVOKED);
        });
        assertThat(result).isEqualTo(RemoteResult.failure(REVOKED));
        assertThat(calls).hasValue(2);
        assertThat(server.calls()).isEqualTo(2);
    }

    @Test
    void a_renewal_that_is_refused_is_the_answer_and_the_old_token_is_forgotten() {
        assertThat(token("a")).isEqualTo("t1");
        RemoteResult<String> result = tokens.call("a", token -> {
            status.set(400);
            return RemoteResult.failure(REVOKED);
        });
        assertThat(result)
                .isInstanceOfSatisfying(
                        RemoteResult.Failure.class,
                        failure -> assertThat(((RemoteFailure.Refused) failure.why()).status())
                                .isEqualTo(400));
        status.set(200);
        assertThat(token("a")).isEqualTo("t3");
    }

    @Test
    void what_is_granted_may_hold_no_token_or_no_life() {
        answer.set("nothing");
        assertThat(token("a")).isEqualTo(new RemoteFailure.Unreadable("JSON").toString());
        answer.set("{\"access_token\":\"with space\"}");
        assertThat(token("a")).isEqualTo(new RemoteFailure.Unreadable("access_token").toString());
        answer.set("{\"access_token\":\"t%d\",\"expires_in\":\"soon\"}");
        assertThat(token("a")).isEqualTo("t3");
        clock.advance(Duration.ofSeconds(3539));
        assertThat(token("a")).isEqualTo("t3");
        clock.advance(Duration.ofSeconds(1));
        assertThat(token("a")).isEqualTo("t4");
    }

    @Test
    void a_bad_address_is_said_and_a_trial_asks_anew() {
        assertThat(token("nowhere")).contains("address");
        assertThat(token("a")).isEqualTo("t1");
        assertThat(tokens.renewed("a")).isInstanceOf(RemoteResult.Success.class);
        assertThat(token("a")).isEqualTo("t2");
    }
}
