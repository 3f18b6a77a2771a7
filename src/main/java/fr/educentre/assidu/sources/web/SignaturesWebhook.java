package fr.educentre.assidu.sources.web;

import fr.educentre.assidu.sources.core.Digests;
import fr.educentre.assidu.sources.signatures.SignInPartners;
import fr.educentre.assidu.sources.signatures.SignatureTranslator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Any sign-in partner: {@code X-Signature: t=<epoch seconds>,v1=<hex HMAC-SHA256 of t + "." + raw body>}, within five
 * minutes of now. Whoever is not known to be a partner gets one and the same answer, after the same work.
 */
@RestController
@Tag(name = "Webhooks")
class SignaturesWebhook {

    private static final String CONNECTOR = "signatures";
    private static final String SIGNATURE = "X-Signature";
    private static final Pattern SIGNED = Pattern.compile("\\s*t=(\\d{1,12})\\s*,\\s*v1=([0-9a-fA-F]{64})\\s*");

    /** Stands for the secret of a partner nobody knows; what it signs is never taken. */
    private static final String NOBODYS = "0";

    private final WebhookVerifier gate;
    private final SignInPartners partners;

    SignaturesWebhook(WebhookVerifier gate, SignInPartners partners) {
        this.gate = gate;
        this.partners = partners;
    }

    @PostMapping("/hooks/signatures/{partner}")
    @Operation(summary = "Signatures of a partner: JSON object, array or {rows}, or CSV; signed by X-Signature")
    void receive(@PathVariable String partner, HttpServletRequest request) throws IOException {
        WebhookRequest hook = WebhookRequest.of(request, "Content-Type", "User-Agent", SIGNATURE);
        Optional<String> secret = partners.secret(partner);
        Matcher signed = SIGNED.matcher(hook.header(SIGNATURE));
        boolean readable = signed.matches();
        String at = readable ? signed.group(1) : "0";
        String given = readable ? signed.group(2).toLowerCase(java.util.Locale.ROOT) : "";
        String expected = Digests.hmacHex(
                "HmacSHA256", secret.orElse(NOBODYS), (at + ".").getBytes(StandardCharsets.UTF_8), hook.body());
        boolean recent = gate.isRecent(Long.parseLong(at));
        if (!(Digests.same(given, expected) & recent & secret.isPresent())) {
            throw gate.refuse(CONNECTOR, "signature");
        }
        gate.receive(CONNECTOR, partner, hook.with(SignatureTranslator.PARTNER, partner));
    }
}
