package fr.educentre.assidu.sources.edusign;

import fr.educentre.assidu.sources.core.RemoteClient;
import fr.educentre.assidu.sources.core.RemoteFailure;
import fr.educentre.assidu.sources.core.RemoteResult;
import fr.educentre.assidu.sources.core.SourceSettings;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Edusign's REST interface: {@code Authorization: Bearer <key>}. */
@Component
class EdusignClient {

    static final String CONNECTOR = "edusign";
    static final String KEY = "api-key";
    static final String URL = "api-url";
    static final int PAGE = 40;
    private static final String USUAL_URL = "https://ext.edusign.fr/v1";

    private final RemoteClient http;
    private final SourceSettings settings;

    EdusignClient(RemoteClient http, SourceSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    /** Without a key only the content of webhooks is known. */
    boolean configured() {
        return settings.find(CONNECTOR, KEY).isPresent();
    }

    RemoteResult<JsonNode> course(String id) {
        return get("/course/" + encoded(id));
    }

    RemoteResult<JsonNode> student(String id) {
        return get("/student/" + encoded(id));
    }

    /** Locked courses of that stretch, 40 a page. */
    RemoteResult<JsonNode> lockedCourses(Instant from, Instant to, int page) {
        return get("/course?page=" + page + "&start=" + encoded(from.toString()) + "&end=" + encoded(to.toString())
                + "&filters=locked");
    }

    private RemoteResult<JsonNode> get(String path) {
        Optional<String> key = settings.find(CONNECTOR, KEY);
        if (key.isEmpty()) {
            return RemoteResult.failure(RemoteFailure.notAsked(EdusignProtocol.problem("noKey")));
        }
        String base = settings.get(CONNECTOR, URL, USUAL_URL).replaceFirst("/+$", "");
        HttpRequest request;
        try {
            request = RemoteClient.request(URI.create(base + path))
                    .header("Authorization", "Bearer " + key.get())
                    .header("Accept", "application/json")
                    .GET()
                    .build();
        } catch (IllegalArgumentException e) {
            return RemoteResult.failure(RemoteFailure.notAsked(EdusignProtocol.problem("address", base)));
        }
        return http.send(request, new EdusignProtocol(path));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
