package fr.educentre.assidu.sources.zoom;

import fr.educentre.assidu.sources.core.RemoteClient;
import fr.educentre.assidu.sources.core.RemoteResponse;
import fr.educentre.assidu.sources.core.SourceSettings;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Server-to-server OAuth: one token for the account, kept until shortly before it expires. */
@Component
class ZoomTokenClient {

    static final String ACCOUNT = "account-id";
    static final String CLIENT = "client-id";
    static final String SECRET = "client-secret";
    static final String TOKEN_URL = "token-url";
    static final String API_URL = "api-url";
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private final JsonMapper json = JsonMapper.builder().build();
    private final AtomicReference<@Nullable Token> kept = new AtomicReference<>();
    private final SourceSettings settings;
    private final RemoteClient http;
    private final Clock clock;

    ZoomTokenClient(SourceSettings settings, RemoteClient http, Clock clock) {
        this.settings = settings;
        this.http = http;
        this.clock = clock;
    }

    /** Whether we may ask, and with what. */
    sealed interface Grant {}

    /** @param base with its version; @param account whose it is: other settings need another one */
    record Token(String value, String base, Set<String> scopes, Instant until, Account account) implements Grant {}

    record NoToken(ZoomResponse why) implements Grant {}

    private record Account(String id, String client, String secret, String url, String api) {}

    /** Names of the settings without which nothing can be asked. */
    List<String> missing() {
        return List.of(ACCOUNT, CLIENT, SECRET).stream()
                .filter(name -> find(name).isEmpty())
                .toList();
    }

    Grant token() {
        List<String> missing = missing();
        if (!missing.isEmpty()) {
            return new NoToken(ZoomResponse.Denied.because("notSet", String.join(", ", missing)));
        }
        Account account = new Account(
                find(ACCOUNT),
                find(CLIENT),
                find(SECRET),
                settings.get(ZoomTranslator.CONNECTOR, TOKEN_URL, "https://zoom.us/oauth/token"),
                find(API_URL));
        Token token = kept.get();
        if (token != null && token.account().equals(account) && clock.instant().isBefore(token.until())) {
            return token;
        }
        Grant grant = ask(account);
        kept.set(grant instanceof Token fresh ? fresh : null);
        return grant;
    }

    /** Whatever is kept: to know whether the settings are right now. */
    Grant fresh() {
        kept.set(null);
        return token();
    }

    /** Zoom no longer takes it. */
    void forget(Token token) {
        kept.compareAndSet(token, null);
    }

    private Grant ask(Account account) {
        HttpRequest request;
        try {
            request = RemoteClient.request(URI.create(account.url()))
                    .header("Authorization", "Basic " + base64(account.client() + ":" + account.secret()))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("grant_type=account_credentials&account_id="
                            + URLEncoder.encode(account.id(), StandardCharsets.UTF_8)))
                    .build();
        } catch (IllegalArgumentException e) {
            return new NoToken(ZoomResponse.Denied.because("address", account.url()));
        }
        return switch (http.send(request)) {
            case RemoteResponse.Ok ok -> read(ok.body(), account);
            case RemoteResponse.Busy busy -> new NoToken(new ZoomResponse.Later(busy.retryAfter()));
            case RemoteResponse.Refused refused -> new NoToken(refusal(refused));
            case RemoteResponse.Unreachable away -> new NoToken(new ZoomResponse.Down(away.why()));
        };
    }

    private Grant read(byte[] body, Account account) {
        JsonNode told;
        try {
            told = json.readTree(body);
        } catch (JacksonException e) {
            return new NoToken(new ZoomResponse.Down("JSON"));
        }
        JsonNode value = told.path("access_token");
        if (!value.isString() || !value.stringValue().matches("[\\x21-\\x7e]+")) {
            return new NoToken(new ZoomResponse.Down("access_token"));
        }
        JsonNode seconds = told.path("expires_in");
        long life = seconds.isIntegralNumber() ? Math.clamp(seconds.longValue(), 0, 86_400) : 3600;
        String scopes = told.path("scope").isString() ? told.path("scope").stringValue() : "";
        return new Token(
                value.stringValue(),
                base(account, told),
                Set.copyOf(Arrays.stream(scopes.split("[\\s,]+"))
                        .filter(scope -> !scope.isEmpty())
                        .toList()),
                clock.instant().plusSeconds(life).minus(MARGIN),
                account);
    }

    /** What was set, else where Zoom says this account's data live. */
    private static String base(Account account, JsonNode told) {
        String url = account.api();
        if (url.isEmpty()) {
            JsonNode api = told.path("api_url");
            url = api.isString() && api.stringValue().startsWith("https://")
                    ? api.stringValue()
                    : "https://api.zoom.us";
        }
        return url.replaceFirst("/+$", "").replaceFirst("/v2$", "") + "/v2";
    }

    private ZoomResponse refusal(RemoteResponse.Refused refused) {
        String error = "";
        String reason = "";
        try {
            JsonNode told = json.readTree(refused.body());
            error = String.valueOf(ZoomJson.text(told, "error"));
            reason = String.valueOf(ZoomJson.text(told, "reason"));
        } catch (JacksonException e) {
            reason = refused.body().length() > 100 ? refused.body().substring(0, 100) : refused.body();
        }
        return switch (error) {
            case "invalid_client" -> ZoomResponse.Denied.because("invalidClient");
            case "invalid_request", "invalid_account" -> ZoomResponse.Denied.because("account", reason);
            case "unsupported_grant_type", "unauthorized_client" -> ZoomResponse.Denied.because("grant", reason);
            default -> ZoomResponse.Denied.because("refused", refused.status(), reason);
        };
    }

    private String find(String name) {
        return settings.get(ZoomTranslator.CONNECTOR, name, "");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
