package fr.educentre.assidu.sources.web;

import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.sources.core.Digests;
import fr.educentre.assidu.sources.core.LenientJson;
import fr.educentre.assidu.sources.core.SourceSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Change notifications of Microsoft Graph: each item holds the secret that was given when subscribing. */
@RestController
@Tag(name = "Webhooks")
class TeamsWebhook {

    private static final String CONNECTOR = "teams";
    private static final String TOKEN = "validationToken=";
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final WebhookVerifier gate;
    private final SourceSettings settings;

    TeamsWebhook(WebhookVerifier gate, SourceSettings settings) {
        this.gate = gate;
        this.settings = settings;
    }

    @PostMapping("/hooks/teams")
    @Operation(summary = "Microsoft Graph's change notifications; answers the validation of the address")
    ResponseEntity<byte[]> receive(HttpServletRequest request) throws IOException {
        Optional<String> token = validationToken(request.getQueryString());
        if (token.isPresent()) {
            // as plain text and nothing else: whatever it holds, no browser makes a page of it
            return ResponseEntity.ok()
                    .contentType(TEXT)
                    .header("X-Content-Type-Options", "nosniff")
                    .body(token.get().getBytes(StandardCharsets.UTF_8));
        }
        WebhookRequest hook = WebhookRequest.of(request, "user-agent");
        String secret = settings.find(CONNECTOR, "client-state").orElseThrow(() -> gate.refuse(CONNECTOR, "no-secret"));
        if (!proven(hook.body(), secret)) {
            throw gate.refuse(CONNECTOR, "client-state");
        }
        gate.receive(CONNECTOR, "Microsoft Graph", hook);
        return ResponseEntity.accepted().build();
    }

    /** Of the query alone, never of a form; decoded, and else as it came. */
    private static Optional<String> validationToken(@Nullable String query) {
        for (String pair : (query == null ? "" : query).split("&")) {
            if (pair.startsWith(TOKEN)) {
                try {
                    return Optional.of(URLDecoder.decode(pair.substring(TOKEN.length()), StandardCharsets.UTF_8));
                } catch (IllegalArgumentException e) {
                    throw Refusal.malformed("refusal.parameter", "validationToken", "?");
                }
            }
        }
        return Optional.empty();
    }

    /** Every item, and at least one; all are looked at whatever the first ones hold. */
    private static boolean proven(byte[] body, String secret) {
        JsonNode items = LenientJson.read(body)
                .map(notification -> notification.path("value"))
                .orElseGet(MissingNode::getInstance);
        boolean proven = items.isArray() && !items.isEmpty();
        for (JsonNode item : items) {
            JsonNode state = item.path("clientState");
            proven &= Digests.same(state.isString() ? state.stringValue() : "", secret);
        }
        return proven;
    }
}
