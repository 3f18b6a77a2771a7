package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.sources.core.RemoteClient;
import fr.educentre.assidu.sources.core.RemoteResponse;
import fr.educentre.assidu.sources.teams.TeamsSettings.Credentials;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Access tokens by client credentials, kept until shortly before they expire. */
@Component
class GraphTokenClient {

    private static final Duration MARGIN = Duration.ofMinutes(5);
    private static final int USUAL_SECONDS = 3599;

    private final RemoteClient http;
    private final TeamsSettings settings;
    private final Clock clock;
    private final AtomicReference<@Nullable Held> held = new AtomicReference<>();

    GraphTokenClient(RemoteClient http, TeamsSettings settings, Clock clock) {
        this.http = http;
        this.settings = settings;
        this.clock = clock;
    }

    private record Held(Credentials of, String url, String token, Instant from, Instant until) {
        boolean serves(Credentials credentials, String asked, Instant now) {
            return of.equals(credentials) && url.equals(asked) && !now.isBefore(from) && now.isBefore(until);
        }
    }

    sealed interface Answer {}

    record Token(String text) implements Answer {}

    record No(GraphResponse why) implements Answer {}

    /** @param refused a token Graph no longer takes: another one is asked for */
    Answer token(Credentials credentials, @Nullable String refused) {
        String url = settings.tokenUrl(credentials);
        Held now = held.get();
        if (now != null
                && now.serves(credentials, url, clock.instant())
                && !now.token().equals(refused)) {
            return new Token(now.token());
        }
        return ask(credentials, url);
    }

    /** A new one, to try the credentials. */
    Answer renewed(Credentials credentials) {
        return ask(credentials, settings.tokenUrl(credentials));
    }

    private Answer ask(Credentials credentials, String url) {
        HttpRequest request;
        try {
            request = RemoteClient.request(URI.create(url))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form(Map.of(
                            "grant_type",
                            "client_credentials",
                            "client_id",
                            credentials.client(),
                            "client_secret",
                            credentials.secret(),
                            "scope",
                            "https://graph.microsoft.com/.default"))))
                    .build();
        } catch (IllegalArgumentException e) {
            return new No(new GraphResponse.Failed(GraphProblem.of("address", url)));
        }
        return switch (http.send(request)) {
            case RemoteResponse.Ok ok -> given(credentials, url, ok.body());
            case RemoteResponse.Busy busy -> new No(new GraphResponse.Later(busy.retryAfter()));
            case RemoteResponse.Refused refused ->
                new No(new GraphResponse.Failed(GraphProblem.ofToken(refused.status(), refused.body(), credentials)));
            case RemoteResponse.Unreachable away -> new No(new GraphResponse.Failed(GraphProblem.away(away.why())));
        };
    }

    private Answer given(Credentials credentials, String url, byte[] body) {
        Optional<JsonNode> node = GraphJson.read(body);
        String token = node.map(one -> GraphJson.child(one, "access_token"))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .orElse("");
        if (token.isBlank() || !token.matches("\\p{Graph}+")) {
            return new No(new GraphResponse.Failed(GraphProblem.of("token.none")));
        }
        int seconds = node.map(one -> GraphJson.child(one, "expires_in").asInt(USUAL_SECONDS))
                .orElse(USUAL_SECONDS);
        Instant now = clock.instant();
        held.set(new Held(credentials, url, token, now, now.plusSeconds(seconds).minus(MARGIN)));
        return new Token(token);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
