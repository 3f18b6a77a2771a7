package fr.educentre.assidu.sources.web;

import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.sources.core.Digests;
import fr.educentre.assidu.sources.core.LenientJson;
import fr.educentre.assidu.sources.core.SourceSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Zoom's webhooks: signed over the raw bytes, within five minutes of now. */
@RestController
@Tag(name = "Webhooks")
class ZoomWebhook {

    private static final String CONNECTOR = "zoom";
    private static final String TIMESTAMP = "x-zm-request-timestamp";
    private static final String SIGNATURE = "x-zm-signature";
    private static final String ALGORITHM = "HmacSHA256";

    private final WebhookVerifier gate;
    private final SourceSettings settings;

    ZoomWebhook(WebhookVerifier gate, SourceSettings settings) {
        this.gate = gate;
        this.settings = settings;
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
        if (!gate.isRecent(Long.parseLong(timestamp))) {
            throw gate.refuse(CONNECTOR, "stale");
        }
        String expected = "v0="
                + Digests.hmacHex(
                        ALGORITHM, secret, ("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8), hook.body());
        if (!Digests.same(hook.header(SIGNATURE), expected)) {
            throw gate.refuse(CONNECTOR, "signature");
        }
        // what is signed and is no JSON is stored all the same: someone is to look at it
        JsonNode event = LenientJson.read(hook.body()).orElseGet(LenientJson::emptyObject);
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
                Digests.hmacHex(ALGORITHM, secret, token.getBytes(StandardCharsets.UTF_8)));
    }
}
