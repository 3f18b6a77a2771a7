package fr.educentre.assidu.sources.core;

import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Access tokens of OAuth 2.0 by client credentials. A token serves until shortly before it expires, or until the server no
 * longer takes it. Callers that need one at the same time ask once.
 *
 * @param <C> the credentials: other credentials need another token
 */
public final class AccessTokens<C> {

    private static final int USUAL_SECONDS = 3600;
    private static final int LONGEST_SECONDS = 86_400;

    private final JsonMapper json = JsonMapper.builder().build();
    private final AtomicReference<@Nullable Held<C>> held = new AtomicReference<>();
    private final Map<C, CompletableFuture<RemoteResult<AccessToken>>> asking = new ConcurrentHashMap<>();
    private final TokenGrant<C> grant;
    private final Duration margin;
    private final RemoteClient http;
    private final Clock clock;

    private record Held<C>(C credentials, AccessToken token) {}

    /** @param margin how long before it expires a token is no longer used */
    public AccessTokens(TokenGrant<C> grant, Duration margin, RemoteClient http, Clock clock) {
        this.grant = grant;
        this.margin = margin;
        this.http = http;
        this.clock = clock;
    }

    public RemoteResult<AccessToken> token(C credentials) {
        AccessToken valid = valid(credentials);
        return valid == null ? ask(credentials) : success(valid);
    }

    /** A new one, to try the credentials. */
    public RemoteResult<AccessToken> renewed(C credentials) {
        held.set(null);
        return ask(credentials);
    }

    /** Calls with a token; where the server no longer takes it (401), once more with a new one. */
    public <T> RemoteResult<T> call(C credentials, Function<AccessToken, RemoteResult<T>> call) {
        return token(credentials).then(token -> {
            RemoteResult<T> result = call.apply(token);
            if (result instanceof RemoteResult.Failure<T>(RemoteFailure why) && why.isUnauthorized()) {
                forget(token);
                return token(credentials).then(call);
            }
            return result;
        });
    }

    private void forget(AccessToken token) {
        held.updateAndGet(now -> now != null && now.token().equals(token) ? null : now);
    }

    private @Nullable AccessToken valid(C credentials) {
        Held<C> now = held.get();
        return now != null
                        && now.credentials().equals(credentials)
                        && now.token().isValid(clock.instant())
                ? now.token()
                : null;
    }

    private RemoteResult<AccessToken> ask(C credentials) {
        var mine = new CompletableFuture<RemoteResult<AccessToken>>();
        CompletableFuture<RemoteResult<AccessToken>> theirs = asking.putIfAbsent(credentials, mine);
        if (theirs != null) {
            return theirs.join();
        }
        try {
            // whoever asked before may have answered between a look at what is held and the turn to ask
            AccessToken valid = valid(credentials);
            RemoteResult<AccessToken> result = valid == null ? send(credentials) : success(valid);
            if (result instanceof RemoteResult.Success<AccessToken>(AccessToken token, byte[] bytes)) {
                held.set(new Held<>(credentials, token));
            }
            mine.complete(result);
            return result;
        } finally {
            mine.complete(RemoteResult.failure(new RemoteFailure.Unreachable("token")));
            asking.remove(credentials, mine);
        }
    }

    private RemoteResult<AccessToken> send(C credentials) {
        HttpRequest request;
        try {
            request = grant.request(credentials);
        } catch (IllegalArgumentException e) {
            return RemoteResult.failure(grant.badAddress(credentials));
        }
        return http.send(request, new RemoteProtocol<>() {
            @Override
            public RemoteResult<AccessToken> success(byte[] body) {
                return read(body);
            }

            @Override
            public RemoteResult<AccessToken> refusal(int status, String body) {
                return RemoteResult.failure(grant.refusal(credentials, status, body));
            }
        });
    }

    private RemoteResult<AccessToken> read(byte[] body) {
        JsonNode answer;
        try {
            answer = json.readTree(body);
        } catch (JacksonException e) {
            return RemoteResult.failure(grant.noToken("JSON"));
        }
        JsonNode value = answer.path("access_token");
        if (!value.isString() || !value.stringValue().matches("[\\x21-\\x7e]+")) {
            return RemoteResult.failure(grant.noToken("access_token"));
        }
        Instant now = clock.instant();
        long seconds = Math.clamp(answer.path("expires_in").asLong(USUAL_SECONDS), 0, LONGEST_SECONDS);
        return success(new AccessToken(
                value.stringValue(), now, now.plusSeconds(seconds).minus(margin), answer));
    }

    private static RemoteResult<AccessToken> success(AccessToken token) {
        return new RemoteResult.Success<>(token, new byte[0]);
    }
}
