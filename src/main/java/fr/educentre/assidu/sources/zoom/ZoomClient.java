package fr.educentre.assidu.sources.zoom;

import fr.educentre.assidu.sources.core.RemoteClient;
import fr.educentre.assidu.sources.core.RemoteResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Zoom's REST interface. */
@Component
class ZoomClient {

    static final String REPORT_SCOPE = "report:read:list_meeting_participants:admin";
    private static final int PAGE = 300;
    private static final int NO_SUCH_MEETING = 3001;
    private static final int NO_SCOPE = 4711;
    private static final int NOT_IN_PLAN = 200;
    private static final Pattern SCOPES = Pattern.compile("\\[([^\\]]{1,300})]");

    private final JsonMapper json = JsonMapper.builder().build();
    private final ZoomTokenClient tokens;
    private final RemoteClient http;

    ZoomClient(ZoomTokenClient tokens, RemoteClient http) {
        this.tokens = tokens;
        this.http = http;
    }

    /** A page of the participants of an instance. @param token where it goes on, empty for the first */
    ZoomResponse participants(String instance, String token) {
        return get("/report/meetings/" + segment(instance) + "/participants?page_size=" + PAGE
                + "&include_fields=registrant_id&next_page_token=" + encoded(token));
    }

    ZoomResponse instances(String meetingNumber) {
        return get("/past_meetings/" + segment(meetingNumber) + "/instances");
    }

    ZoomResponse register(String meetingNumber, byte[] registrant) {
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

    private ZoomResponse get(String path) {
        return send(path, HttpRequest.Builder::GET);
    }

    private ZoomResponse send(String path, UnaryOperator<HttpRequest.Builder> how) {
        return switch (tokens.token()) {
            case ZoomTokenClient.NoToken none -> none.why();
            case ZoomTokenClient.Token token -> {
                RemoteResponse answer = send(path, how, token);
                if (answer instanceof RemoteResponse.Refused refused && refused.status() == 401) {
                    // a token may be revoked before its time: once more with a fresh one
                    tokens.forget(token);
                    yield switch (tokens.token()) {
                        case ZoomTokenClient.NoToken none -> none.why();
                        case ZoomTokenClient.Token fresh -> told(send(path, how, fresh));
                    };
                }
                yield told(answer);
            }
        };
    }

    private RemoteResponse send(String path, UnaryOperator<HttpRequest.Builder> how, ZoomTokenClient.Token token) {
        try {
            return http.send(how.apply(RemoteClient.request(URI.create(token.base() + path))
                            .header("Authorization", "Bearer " + token.value())
                            .header("Accept", "application/json"))
                    .build());
        } catch (IllegalArgumentException e) {
            return new RemoteResponse.Unreachable(token.base());
        }
    }

    private ZoomResponse told(RemoteResponse answer) {
        return switch (answer) {
            case RemoteResponse.Ok ok -> new ZoomResponse.Got(ok.body());
            case RemoteResponse.Busy busy -> new ZoomResponse.Later(busy.retryAfter());
            case RemoteResponse.Refused refused -> refusal(refused);
            case RemoteResponse.Unreachable away -> new ZoomResponse.Down(away.why());
        };
    }

    private ZoomResponse refusal(RemoteResponse.Refused refused) {
        int code = 0;
        String message = "";
        try {
            JsonNode told = json.readTree(refused.body());
            code = told.path("code").isInt() ? told.path("code").intValue() : 0;
            String text = ZoomJson.text(told, "message");
            message = text == null ? "" : text;
        } catch (JacksonException e) {
            message = "";
        }
        if (code == NO_SCOPE || message.contains("does not contain scope")) {
            Matcher scopes = SCOPES.matcher(message);
            return ZoomResponse.Denied.because("scope", scopes.find() ? scopes.group(1) : REPORT_SCOPE);
        }
        if (code == NOT_IN_PLAN) {
            return ZoomResponse.Denied.because("plan", message);
        }
        if (code == NO_SUCH_MEETING || refused.status() == 404) {
            return new ZoomResponse.Absent();
        }
        return ZoomResponse.Denied.because("refused", refused.status(), message);
    }
}
