package fr.educentre.assidu.sources.zoom;

import fr.educentre.assidu.sources.core.RemoteClient;
import fr.educentre.assidu.sources.core.RemoteFailure;
import fr.educentre.assidu.sources.core.RemoteResult;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Zoom's REST interface. */
@Component
class ZoomClient {

    private static final int PAGE = 300;

    private final ZoomProtocol protocol = new ZoomProtocol();
    private final ZoomTokenClient tokens;
    private final RemoteClient http;

    ZoomClient(ZoomTokenClient tokens, RemoteClient http) {
        this.tokens = tokens;
        this.http = http;
    }

    /** A page of the participants of an instance. @param token where it goes on, empty for the first */
    RemoteResult<JsonNode> participants(String instance, String token) {
        return get("/report/meetings/" + segment(instance) + "/participants?page_size=" + PAGE
                + "&include_fields=registrant_id&next_page_token=" + encoded(token));
    }

    RemoteResult<JsonNode> instances(String meetingNumber) {
        return get("/past_meetings/" + segment(meetingNumber) + "/instances");
    }

    RemoteResult<JsonNode> register(String meetingNumber, byte[] registrant) {
        return send(
                "/meetings/" + segment(meetingNumber) + "/registrants",
                request -> request.header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(registrant)));
    }

    /** An instance's identifier may hold slashes; Zoom then wants it encoded twice. */
    static String segment(String id) {
        String once = encoded(id);
        return id.startsWith("/") || id.contains("//") ? encoded(once) : once;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private RemoteResult<JsonNode> get(String path) {
        return send(path, HttpRequest.Builder::GET);
    }

    private RemoteResult<JsonNode> send(String path, UnaryOperator<HttpRequest.Builder> how) {
        return tokens.call(access -> {
            HttpRequest request;
            try {
                request = how.apply(RemoteClient.request(URI.create(access.base() + path))
                                .header("Authorization", "Bearer " + access.token())
                                .header("Accept", "application/json"))
                        .build();
            } catch (IllegalArgumentException e) {
                return RemoteResult.failure(new RemoteFailure.Unreachable(access.base()));
            }
            return http.send(request, protocol);
        });
    }
}
