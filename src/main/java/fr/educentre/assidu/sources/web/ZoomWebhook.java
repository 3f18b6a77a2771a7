package fr.educentre.assidu.sources.web;

import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.sources.core.SourceSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Zoom's webhooks: signed over the raw bytes, within five minutes of now. */
@RestController
@Tag(name = "Webhooks")
class ZoomWebhook {

    private static final String CONNECTOR = "zoom";
    private static final String TIMESTAMP = "x-zm-request-timestamp";
    private static final String SIGNATURE = "x-zm-signature";
    private static final String ALGORITHM = "HmacSHA256";
    private static final long MOST_SECONDS_APART = 300;

    private final WebhookVerifier gate;
    private final SourceSettings settings;
    private final JsonMapper json;
    private final Clock clock;

    ZoomWebhook(WebhookVerifier gate, SourceSettings settings, JsonMapper json, Clock clock) {
        this.gate = gate;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    @PostMapping("/hooks/zoom")
    @Operation(summary = "Zoom's events; answers the validation of the address")
    ResponseEntity<Map<String, String>> receive(HttpServletRequest request) throws IOException {
        WebhookRequest hook = WebhookRequest.of(request, TIMESTAMP, SIGNATURE, "user-agent");
        String secret = settings.find(CONNECTOR, "secret-token").orElseThrow(() -> gate.refuse(CONNECTOR, "no-secret"));
        String timestamp = hook.header(TIMESTAMP);
        if (!timestamp.matches("\\d{1,12}")) {
            throw gate.refuse(CONNECTOR, "timestamp");
        }
        if (Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp)) > MOST_SECONDS_APART) {
            throw gate.refuse(CONNECTOR, "stale");
        }
        String expected = "v0="
                + WebhookVerifier.hmacHex(
                        ALGORITHM, secret, ("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8), hook.body());
        if (!WebhookVerifier.same(hook.header(SIGNATURE), expected)) {
            throw gate.refuse(CONNECTOR, "signature");
        }
        JsonNode event = event(hook.body());
        if ("endpoint.url_validation".equals(event.path("event").asString(""))) {
            return ResponseEntity.ok(validation(event.path("payload").path("plainToken"), secret));
        }
        gate.receive(CONNECTOR, "Zoom", hook);
        return ResponseEntity.ok().build();
    }

    private static Map<String, String> validation(JsonNode plainToken, String secret) {
        if (!plainToken.isString() || plainToken.stringValue().isEmpty()) {
            throw Refusal.malformed("refusal.body");
        }
        String token = plainToken.stringValue();
        return Map.of(
                "plainToken",
                token,
                "encryptedToken",
                WebhookVerifier.hmacHex(ALGORITHM, secret, token.getBytes(StandardCharsets.UTF_8)));
    }

    /** What is signed and is no JSON is kept all the same: someone is to look at it. */
    private JsonNode event(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            return json.createObjectNode();
        }
    }
}
