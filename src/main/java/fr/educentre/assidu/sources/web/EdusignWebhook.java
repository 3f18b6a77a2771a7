package fr.educentre.assidu.sources.web;

import fr.educentre.assidu.shell.SentJson;
import fr.educentre.assidu.sources.core.Digests;
import fr.educentre.assidu.sources.core.SourceSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Edusign's webhooks: HMAC-SHA256 by the application's client secret, over the raw body; where the setting
 * {@code hmac-over} is {@code json}, also over the body written anew without spaces.
 */
@RestController
@Tag(name = "Webhooks")
class EdusignWebhook {

    private static final String CONNECTOR = "edusign";
    private static final String HMAC = "x-edusign-hmac";
    private static final String ALGORITHM = "HmacSHA256";
    private static final JsonMapper COMPACT = SentJson.mapper().build();

    private final WebhookVerifier gate;
    private final SourceSettings settings;

    EdusignWebhook(WebhookVerifier gate, SourceSettings settings) {
        this.gate = gate;
        this.settings = settings;
    }

    @PostMapping("/hooks/edusign")
    @Operation(summary = "Edusign's events")
    void receive(HttpServletRequest request) throws IOException {
        WebhookRequest hook = WebhookRequest.of(
                request,
                "x-edusign-webhook-type",
                "x-edusign-school-id",
                "x-edusign-app-id",
                "x-edusign-client-id",
                "x-edusign-lang",
                HMAC,
                "Content-Type",
                "User-Agent");
        String secret =
                settings.find(CONNECTOR, "client-secret").orElseThrow(() -> gate.refuse(CONNECTOR, "no-secret"));
        String given = hook.header(HMAC).strip().toLowerCase(Locale.ROOT);
        boolean signed = Digests.same(given, Digests.hmacHex(ALGORITHM, secret, hook.body()));
        if (!signed && settings.get(CONNECTOR, "hmac-over", "raw").equals("json")) {
            signed = Digests.same(given, Digests.hmacHex(ALGORITHM, secret, compact(hook.body())));
        }
        if (!signed) {
            throw gate.refuse(CONNECTOR, "signature");
        }
        String school = hook.header("x-edusign-school-id");
        gate.receive(CONNECTOR, school.isEmpty() ? "Edusign" : "Edusign " + school, hook);
    }

    private static byte[] compact(byte[] body) {
        try {
            return COMPACT.writeValueAsBytes(COMPACT.readTree(body));
        } catch (JacksonException e) {
            return body;
        }
    }
}
