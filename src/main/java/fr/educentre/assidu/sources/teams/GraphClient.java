package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.sources.core.RemoteClient;
import fr.educentre.assidu.sources.core.RemoteResponse;
import fr.educentre.assidu.sources.teams.TeamsSettings.Credentials;
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

    private final RemoteClient http;
    private final GraphTokenClient tokens;
    private final TeamsSettings settings;

    GraphClient(RemoteClient http, GraphTokenClient tokens, TeamsSettings settings) {
        this.http = http;
        this.tokens = tokens;
        this.settings = settings;
    }

    /** All pages of a list, or why there are none. */
    sealed interface Pages {}

    record All(List<GraphResponse.Ok> pages) implements Pages {}

    record None(GraphResponse why) implements Pages {}

    GraphResponse get(String path) {
        return call(V1 + path, HttpRequest.Builder::GET);
    }

    Pages pages(String path) {
        List<GraphResponse.Ok> pages = new ArrayList<>();
        String next = settings.apiUrl() + V1 + path;
        while (next != null) {
            if (pages.size() >= MOST_PAGES || !next.startsWith(settings.apiUrl() + "/")) {
                return new None(new GraphResponse.Failed(GraphProblem.of("pages", next)));
            }
            switch (call(next.substring(settings.apiUrl().length()), HttpRequest.Builder::GET)) {
                case GraphResponse.Ok ok -> {
                    pages.add(ok);
                    JsonNode link = ok.body().path("@odata.nextLink");
                    next = link.isString() && !link.stringValue().isEmpty() ? link.stringValue() : null;
                }
                case GraphResponse other -> {
                    return new None(other);
                }
            }
        }
        return new All(pages);
    }

    GraphResponse post(String versionedPath, Map<String, Object> body) {
        return call(versionedPath, request -> withBody(request, "POST", body));
    }

    GraphResponse patch(String versionedPath, Map<String, Object> body) {
        return call(versionedPath, request -> withBody(request, "PATCH", body));
    }

    GraphResponse delete(String versionedPath) {
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
                .method(method, HttpRequest.BodyPublishers.ofByteArray(GraphJson.write(body)));
    }

    private GraphResponse call(String versionedPath, UnaryOperator<HttpRequest.Builder> what) {
        Optional<Credentials> credentials = settings.credentials();
        if (credentials.isEmpty()) {
            return new GraphResponse.Failed(GraphProblem.of("notSetUp"));
        }
        URI uri;
        try {
            uri = URI.create(settings.apiUrl() + versionedPath);
            RemoteClient.request(uri);
        } catch (IllegalArgumentException e) {
            return new GraphResponse.Failed(GraphProblem.of("address", settings.apiUrl() + versionedPath));
        }
        String refused = null;
        while (true) {
            switch (tokens.token(credentials.get(), refused)) {
                case GraphTokenClient.No no -> {
                    return no.why();
                }
                case GraphTokenClient.Token token -> {
                    RemoteResponse answer = send(uri, what, token);
                    if (refused != null
                            || !(answer instanceof RemoteResponse.Refused(int status, String body))
                            || status != 401) {
                        return answer(answer, versionedPath, credentials.get());
                    }
                    refused = token.text();
                }
            }
        }
    }

    private RemoteResponse send(URI uri, UnaryOperator<HttpRequest.Builder> what, GraphTokenClient.Token token) {
        return http.send(what.apply(RemoteClient.request(uri))
                .header("Authorization", "Bearer " + token.text())
                .header("Accept", "application/json")
                .build());
    }

    private static GraphResponse answer(RemoteResponse answer, String path, Credentials credentials) {
        return switch (answer) {
            case RemoteResponse.Ok ok when ok.body().length == 0 -> new GraphResponse.Ok(GraphJson.empty(), ok.body());
            case RemoteResponse.Ok ok ->
                GraphJson.read(ok.body())
                        .<GraphResponse>map(node -> new GraphResponse.Ok(node, ok.body()))
                        .orElseGet(() -> new GraphResponse.Failed(GraphProblem.away("JSON")));
            case RemoteResponse.Busy busy -> new GraphResponse.Later(busy.retryAfter());
            case RemoteResponse.Refused refused ->
                new GraphResponse.Failed(
                        GraphProblem.ofCall(refused.status(), path, refused.body(), credentials.client()));
            case RemoteResponse.Unreachable away -> new GraphResponse.Failed(GraphProblem.away(away.why()));
        };
    }
}
