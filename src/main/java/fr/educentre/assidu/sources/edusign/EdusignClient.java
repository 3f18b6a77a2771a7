package fr.educentre.assidu.sources.edusign;

import fr.educentre.assidu.sources.core.RemoteClient;
import fr.educentre.assidu.sources.core.RemoteResponse;
import fr.educentre.assidu.sources.core.SourceSettings;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Edusign's REST interface: {@code Authorization: Bearer <key>}, answers {@code {"status", "message"?, "result"}}. */
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

    /** Without a key only what the webhooks themselves tell is known. */
    boolean configured() {
        return settings.find(CONNECTOR, KEY).isPresent();
    }

    EdusignResponse course(String id) {
        return get("/course/" + encoded(id));
    }

    EdusignResponse student(String id) {
        return get("/student/" + encoded(id));
    }

    /** Locked courses of that stretch, 40 a page. */
    EdusignResponse lockedCourses(Instant from, Instant to, int page) {
        return get("/course?page=" + page + "&start=" + encoded(from.toString()) + "&end=" + encoded(to.toString())
                + "&filters=locked");
    }

    private EdusignResponse get(String path) {
        Optional<String> key = settings.find(CONNECTOR, KEY);
        if (key.isEmpty()) {
            return EdusignResponse.Denied.of("noKey");
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
            return EdusignResponse.Denied.of("address", base);
        }
        return switch (http.send(request)) {
            case RemoteResponse.Ok ok -> result(ok.body());
            case RemoteResponse.Busy busy -> new EdusignResponse.Wait(busy.retryAfter());
            case RemoteResponse.Refused refused
            when refused.status() == 401 || refused.status() == 403 ->
                EdusignResponse.Denied.of("key", String.valueOf(refused.status()));
            case RemoteResponse.Refused refused
            when refused.status() == 404 -> EdusignResponse.Denied.of("unknown", path);
            case RemoteResponse.Refused refused ->
                EdusignResponse.Denied.of("refused", String.valueOf(refused.status()), refused.body());
            case RemoteResponse.Unreachable unreachable -> new EdusignResponse.Down(unreachable.why());
        };
    }

    private static EdusignResponse result(byte[] body) {
        Optional<JsonNode> answer = EdusignJson.read(body);
        if (answer.isEmpty() || !answer.get().isObject()) {
            return new EdusignResponse.Down("no JSON");
        }
        String status = EdusignJson.text(answer.get(), "status");
        if (status != null && !status.equals("success")) {
            String message = EdusignJson.text(answer.get(), "message");
            return EdusignResponse.Denied.of("refused", status, message == null ? "" : message);
        }
        return new EdusignResponse.Got(answer.get().path("result"), body);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
