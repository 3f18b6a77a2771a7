package fr.educentre.assidu.connectors.edusign;

import fr.educentre.assidu.connectors.peers.PeerAnswer;
import fr.educentre.assidu.connectors.peers.PeerHttp;
import fr.educentre.assidu.connectors.setup.ConnectorSettings;
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
class EdusignApi {

    static final String CONNECTOR = "edusign";
    static final String KEY = "api-key";
    static final String URL = "api-url";
    static final int PAGE = 40;
    private static final String USUAL_URL = "https://ext.edusign.fr/v1";

    private final PeerHttp http;
    private final ConnectorSettings settings;

    EdusignApi(PeerHttp http, ConnectorSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    /** Without a key only what the webhooks themselves tell is known. */
    boolean configured() {
        return settings.find(CONNECTOR, KEY).isPresent();
    }

    EdusignAnswer course(String id) {
        return get("/course/" + encoded(id));
    }

    EdusignAnswer student(String id) {
        return get("/student/" + encoded(id));
    }

    /** Locked courses of that stretch, 40 a page. */
    EdusignAnswer lockedCourses(Instant from, Instant to, int page) {
        return get("/course?page=" + page + "&start=" + encoded(from.toString()) + "&end=" + encoded(to.toString())
                + "&filters=locked");
    }

    private EdusignAnswer get(String path) {
        Optional<String> key = settings.find(CONNECTOR, KEY);
        if (key.isEmpty()) {
            return EdusignAnswer.Denied.of("noKey");
        }
        String base = settings.get(CONNECTOR, URL, USUAL_URL).replaceFirst("/+$", "");
        HttpRequest request;
        try {
            request = PeerHttp.request(URI.create(base + path))
                    .header("Authorization", "Bearer " + key.get())
                    .header("Accept", "application/json")
                    .GET()
                    .build();
        } catch (IllegalArgumentException e) {
            return EdusignAnswer.Denied.of("address", base);
        }
        return switch (http.send(request)) {
            case PeerAnswer.Ok ok -> result(ok.body());
            case PeerAnswer.Busy busy -> new EdusignAnswer.Wait(busy.retryAfter());
            case PeerAnswer.Refused refused
            when refused.status() == 401 || refused.status() == 403 ->
                EdusignAnswer.Denied.of("key", String.valueOf(refused.status()));
            case PeerAnswer.Refused refused when refused.status() == 404 -> EdusignAnswer.Denied.of("unknown", path);
            case PeerAnswer.Refused refused ->
                EdusignAnswer.Denied.of("refused", String.valueOf(refused.status()), refused.body());
            case PeerAnswer.Unreachable unreachable -> new EdusignAnswer.Down(unreachable.why());
        };
    }

    private static EdusignAnswer result(byte[] body) {
        Optional<JsonNode> answer = EdusignJson.read(body);
        if (answer.isEmpty() || !answer.get().isObject()) {
            return new EdusignAnswer.Down("no JSON");
        }
        String status = EdusignJson.text(answer.get(), "status");
        if (status != null && !status.equals("success")) {
            String message = EdusignJson.text(answer.get(), "message");
            return EdusignAnswer.Denied.of("refused", status, message == null ? "" : message);
        }
        return new EdusignAnswer.Got(answer.get().path("result"), body);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
