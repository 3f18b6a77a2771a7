package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.sources.core.LenientJson;
import fr.educentre.assidu.sources.core.RemoteClient;
import fr.educentre.assidu.sources.core.RemoteFailure;
import fr.educentre.assidu.sources.core.RemoteResult;
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

    RemoteResult<JsonNode> get(String path) {
        return call(V1 + path, HttpRequest.Builder::GET);
    }

    /** All pages of a list. */
    RemoteResult<List<RemoteResult.Success<JsonNode>>> pages(String path) {
        List<RemoteResult.Success<JsonNode>> pages = new ArrayList<>();
        String next = settings.apiUrl() + V1 + path;
        while (next != null) {
            if (pages.size() >= MOST_PAGES || !next.startsWith(settings.apiUrl() + "/")) {
                return RemoteResult.failure(GraphProtocol.notAsked("pages", next));
            }
            switch (call(next.substring(settings.apiUrl().length()), HttpRequest.Builder::GET)) {
                case RemoteResult.Success<JsonNode> page -> {
                    pages.add(page);
                    JsonNode link = page.value().path("@odata.nextLink");
                    next = link.isString() && !link.stringValue().isEmpty() ? link.stringValue() : null;
                }
                case RemoteResult.Failure<JsonNode>(RemoteFailure why) -> {
                    return RemoteResult.failure(why);
                }
            }
        }
        return new RemoteResult.Success<>(pages, new byte[0]);
    }

    /** What the pages of a list hold. */
    RemoteResult<List<JsonNode>> items(String path) {
        return pages(path)
                .then(pages -> new RemoteResult.Success<>(
                        pages.stream()
                                .flatMap(page -> GraphProtocol.JSON.items(page.value(), "value").stream())
                                .toList(),
                        new byte[0]));
    }

    RemoteResult<JsonNode> post(String versionedPath, Map<String, Object> body) {
        return call(versionedPath, request -> withBody(request, "POST", body));
    }

    RemoteResult<JsonNode> patch(String versionedPath, Map<String, Object> body) {
        return call(versionedPath, request -> withBody(request, "PATCH", body));
    }

    RemoteResult<JsonNode> delete(String versionedPath) {
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
                .method(method, HttpRequest.BodyPublishers.ofByteArray(LenientJson.write(body)));
    }

    private RemoteResult<JsonNode> call(String versionedPath, UnaryOperator<HttpRequest.Builder> what) {
        Optional<Credentials> credentials = settings.credentials();
        if (credentials.isEmpty()) {
            return RemoteResult.failure(GraphProtocol.notAsked("notSetUp"));
        }
        URI uri;
        try {
            uri = URI.create(settings.apiUrl() + versionedPath);
            RemoteClient.request(uri);
        } catch (IllegalArgumentException e) {
            return RemoteResult.failure(GraphProtocol.notAsked("address", settings.apiUrl() + versionedPath));
        }
        var protocol = new GraphProtocol(versionedPath, credentials.get().client());
        return tokens.call(
                credentials.get(),
                token -> http.send(
                        what.apply(RemoteClient.request(uri))
                                .header("Authorization", "Bearer " + token)
                                .header("Accept", "application/json")
                                .build(),
                        protocol));
    }
}
