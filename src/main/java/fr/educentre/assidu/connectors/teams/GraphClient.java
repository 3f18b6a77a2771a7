package fr.educentre.assidu.connectors.teams;

import fr.educentre.assidu.connectors.peers.PeerAnswer;
import fr.educentre.assidu.connectors.peers.PeerHttp;
import fr.educentre.assidu.connectors.teams.TeamsSettings.Credentials;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Calls of Microsoft Graph. A token that is refused is renewed once; pages are followed on Graph's own address alone. */
@Component
class GraphClient {

    static final String V1 = "/v1.0";
    static final String BETA = "/beta";
    private static final int MOST_PAGES = 200;

    private final PeerHttp http;
    private final GraphTokens tokens;
    private final TeamsSettings settings;

    GraphClient(PeerHttp http, GraphTokens tokens, TeamsSettings settings) {
        this.http = http;
        this.tokens = tokens;
        this.settings = settings;
    }

    /** All pages of a list, or why there are none. */
    sealed interface Pages {}

    record All(List<GraphAnswer.Ok> pages) implements Pages {}

    record None(GraphAnswer why) implements Pages {}

    GraphAnswer get(String path) {
        return call(V1 + path, HttpRequest.Builder::GET);
    }

    Pages pages(String path) {
        List<GraphAnswer.Ok> pages = new ArrayList<>();
        String next = settings.apiUrl() + V1 + path;
        while (next != null) {
            if (pages.size() >= MOST_PAGES || !next.startsWith(settings.apiUrl() + "/")) {
                return new None(new GraphAnswer.Failed(GraphProblem.of("pages", next)));
            }
            switch (call(next.substring(settings.apiUrl().length()), HttpRequest.Builder::GET)) {
                case GraphAnswer.Ok ok -> {
                    pages.add(ok);
                    JsonNode link = ok.body().path("@odata.nextLink");
                    next = link.isString() && !link.stringValue().isEmpty() ? link.stringValue() : null;
                }
                case GraphAnswer other -> {
                    return new None(other);
                }
            }
        }
        return new All(pages);
    }

    GraphAnswer post(String versionedPath, Map<String, Object> body) {
        return call(versionedPath, request -> withBody(request, "POST", body));
    }

    GraphAnswer patch(String versionedPath, Map<String, Object> body) {
        return call(versionedPath, request -> withBody(request, "PATCH", body));
    }

    GraphAnswer delete(String versionedPath) {
        return call(versionedPath, HttpRequest.Builder::DELETE);
    }

    /** As a value inside quotes, in a path or a filter. */
    static String quoted(String text) {
        return encoded(text.replace("'", "''"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static HttpRequest.Builder withBody(HttpRequest.Builder request, String method, Map<String, Object> body) {
        return request.header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofByteArray(Json.write(body)));
    }

    private GraphAnswer call(String versionedPath, UnaryOperator<HttpRequest.Builder> what) {
        Optional<Credentials> credentials = settings.credentials();
        if (credentials.isEmpty()) {
            return new GraphAnswer.Failed(GraphProblem.of("notSetUp"));
        }
        URI uri;
        try {
            uri = URI.create(settings.apiUrl() + versionedPath);
            PeerHttp.request(uri);
        } catch (IllegalArgumentException e) {
            return new GraphAnswer.Failed(GraphProblem.of("address", settings.apiUrl() + versionedPath));
        }
        String refused = null;
        while (true) {
            switch (tokens.token(credentials.get(), refused)) {
                case GraphTokens.No no -> {
                    return no.why();
                }
                case GraphTokens.Token token -> {
                    PeerAnswer answer = send(uri, what, token);
                    if (refused != null
                            || !(answer instanceof PeerAnswer.Refused(int status, String body))
                            || status != 401) {
                        return answer(answer, versionedPath, credentials.get());
                    }
                    refused = token.text();
                }
            }
        }
    }

    private PeerAnswer send(URI uri, UnaryOperator<HttpRequest.Builder> what, GraphTokens.Token token) {
        return http.send(what.apply(PeerHttp.request(uri))
                .header("Authorization", "Bearer " + token.text())
                .header("Accept", "application/json")
                .build());
    }

    private static GraphAnswer answer(PeerAnswer answer, String path, Credentials credentials) {
        return switch (answer) {
            case PeerAnswer.Ok ok when ok.body().length == 0 -> new GraphAnswer.Ok(Json.empty(), ok.body());
            case PeerAnswer.Ok ok ->
                Json.read(ok.body())
                        .<GraphAnswer>map(node -> new GraphAnswer.Ok(node, ok.body()))
                        .orElseGet(() -> new GraphAnswer.Failed(GraphProblem.away("JSON")));
            case PeerAnswer.Busy busy -> new GraphAnswer.Later(busy.retryAfter());
            case PeerAnswer.Refused refused ->
                new GraphAnswer.Failed(
                        GraphProblem.ofCall(refused.status(), path, refused.body(), credentials.client()));
            case PeerAnswer.Unreachable away -> new GraphAnswer.Failed(GraphProblem.away(away.why()));
        };
    }
}
