package fr.educentre.assidu.sources.zoom;

import fr.educentre.assidu.sources.core.AccessToken;
import fr.educentre.assidu.sources.core.AccessTokens;
import fr.educentre.assidu.sources.core.RemoteClient;
import fr.educentre.assidu.sources.core.RemoteFailure;
import fr.educentre.assidu.sources.core.RemoteResult;
import fr.educentre.assidu.sources.core.SourceSettings;
import fr.educentre.assidu.sources.core.TokenGrant;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Server-to-server OAuth of Zoom: one token for the account. */
@Component
class ZoomTokenClient {

    static final String ACCOUNT = "account-id";
    static final String CLIENT = "client-id";
    static final String SECRET = "client-secret";
    static final String TOKEN_URL = "token-url";
    static final String API_URL = "api-url";

    private static final Duration MARGIN = Duration.ofSeconds(60);

    private final SourceSettings settings;
    private final AccessTokens<Account> tokens;

    private record Account(String id, String client, String secret, String url, String api) {

        /** With its version: what was set, else where Zoom says this account's data live. */
        String base(AccessToken token) {
            JsonNode told = token.answer().path("api_url");
            String url = !api.isEmpty()
                    ? api
                    : told.isString() && told.stringValue().startsWith("https://")
                            ? told.stringValue()
                            : "https://api.zoom.us";
            return url.replaceFirst("/+$", "").replaceFirst("/v2$", "") + "/v2";
        }
    }

    /** A token, and the address where it serves. */
    record Access(String token, String base) {}

    ZoomTokenClient(SourceSettings settings, RemoteClient http, Clock clock) {
        this.settings = settings;
        this.tokens = new AccessTokens<>(new Grant(), MARGIN, http, clock);
    }

    private static final class Grant implements TokenGrant<Account> {

        @Override
        public HttpRequest request(Account account) {
            return RemoteClient.request(URI.create(account.url()))
                    .header("Authorization", "Basic " + base64(account.client() + ":" + account.secret()))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("grant_type=account_credentials&account_id="
                            + URLEncoder.encode(account.id(), StandardCharsets.UTF_8)))
                    .build();
        }

        @Override
        public RemoteFailure badAddress(Account account) {
            return RemoteFailure.notAsked(ZoomProtocol.problem("address", account.url()));
        }

        @Override
        public RemoteFailure refusal(Account account, int status, String body) {
            return ZoomProtocol.tokenRefusal(status, body);
        }

        @Override
        public RemoteFailure noToken(String what) {
            return new RemoteFailure.Unreadable(what);
        }

        private static String base64(String text) {
            return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Names of the settings without which nothing can be asked. */
    List<String> missing() {
        return List.of(ACCOUNT, CLIENT, SECRET).stream()
                .filter(name -> find(name).isEmpty())
                .toList();
    }

    <T> RemoteResult<T> call(Function<Access, RemoteResult<T>> call) {
        List<String> missing = missing();
        if (!missing.isEmpty()) {
            return RemoteResult.failure(
                    RemoteFailure.notAsked(ZoomProtocol.problem("notSet", String.join(", ", missing))));
        }
        Account account = account();
        return tokens.call(account, token -> call.apply(new Access(token.value(), account.base(token))));
    }

    /** The scopes of a new token: to know whether the settings are right now. */
    RemoteResult<Set<String>> renewedScopes() {
        return tokens.renewed(account()).then(token -> {
            String scopes = token.answer().path("scope").asString("");
            return new RemoteResult.Success<>(
                    Arrays.stream(scopes.split("[\\s,]+"))
                            .filter(scope -> !scope.isEmpty())
                            .collect(Collectors.toUnmodifiableSet()),
                    new byte[0]);
        });
    }

    private Account account() {
        return new Account(
                find(ACCOUNT),
                find(CLIENT),
                find(SECRET),
                settings.get(ZoomTranslator.CONNECTOR, TOKEN_URL, "https://zoom.us/oauth/token"),
                find(API_URL));
    }

    private String find(String name) {
        return settings.get(ZoomTranslator.CONNECTOR, name, "");
    }
}
