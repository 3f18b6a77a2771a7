package fr.educentre.assidu.sources.web;

import fr.educentre.assidu.sources.bigbluebutton.AnalyticsAcknowledgement;
import fr.educentre.assidu.sources.bigbluebutton.BigBlueButtonSettings;
import fr.educentre.assidu.sources.bigbluebutton.BigBlueButtonSignatures;
import fr.educentre.assidu.sources.bigbluebutton.DeliveryKind;
import fr.educentre.assidu.sources.bigbluebutton.MeetingPoller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What BigBlueButton calls: its web hooks, its analytics, the end of a meeting. */
@RestController
@RequestMapping("/hooks/bigbluebutton")
@Tag(name = "Webhooks")
class BigBlueButtonWebhook {

    private static final String CONNECTOR = BigBlueButtonSettings.CONNECTOR;
    private static final String CHECKSUM = "checksum=";

    private final WebhookVerifier gate;
    private final BigBlueButtonSettings settings;
    private final AnalyticsAcknowledgement analytics;
    private final MeetingPoller polls;
    private final Clock clock;

    BigBlueButtonWebhook(
            WebhookVerifier gate,
            BigBlueButtonSettings settings,
            AnalyticsAcknowledgement analytics,
            MeetingPoller polls,
            Clock clock) {
        this.gate = gate;
        this.settings = settings;
        this.analytics = analytics;
        this.polls = polls;
        this.clock = clock;
    }

    @PostMapping
    @Operation(
            summary = "Web hooks of BigBlueButton: form with domain, event, timestamp",
            description =
                    "Proof: ?checksum= over the registered address, the body and the secret; or Bearer the secret.")
    void event(HttpServletRequest request) throws IOException {
        String secret = secret();
        WebhookRequest hook = WebhookRequest.of(request, HttpHeaders.CONTENT_TYPE, HttpHeaders.USER_AGENT);
        String query = hook.query() == null ? "" : hook.query();
        Optional<String> bearer = RequestParts.credentials(request, "Bearer");
        boolean known = bearer.isPresent()
                ? BigBlueButtonSignatures.bearer(bearer.get(), secret)
                : BigBlueButtonSignatures.hook(checksum(query), addresses(request, query), hook.body(), secret);
        if (!known) {
            throw gate.refuse(CONNECTOR, "checksum");
        }
        gate.receive(CONNECTOR, "bbb-webhooks", as(DeliveryKind.HOOK, hook));
    }

    @PostMapping("/analytics")
    @Operation(
            summary = "Analytics of a meeting that is over",
            description =
                    "Bearer JWT, HS512 with the secret. 200 first, 202 afterwards, 410 when the session is called off.")
    ResponseEntity<Void> analytics(HttpServletRequest request) throws IOException {
        String secret = secret();
        if (RequestParts.credentials(request, "Bearer")
                .filter(token -> BigBlueButtonSignatures.analytics(token, secret, clock.instant()))
                .isEmpty()) {
            throw gate.refuse(CONNECTOR, "token");
        }
        WebhookRequest hook = WebhookRequest.of(request, HttpHeaders.CONTENT_TYPE, HttpHeaders.USER_AGENT);
        gate.receive(CONNECTOR, "analytics", as(DeliveryKind.ANALYTICS, hook));
        return ResponseEntity.status(
                        switch (analytics.of(hook.body())) {
                            case FIRST -> 200;
                            case AGAIN -> 202;
                            case CALLED_OFF -> 410;
                        })
                .build();
    }

    @GetMapping("/end")
    @Operation(summary = "A meeting is over: a hint to ask the server; the address carries a token of ours")
    void end(HttpServletRequest request) {
        String secret = secret();
        Map<String, String> query = RequestParts.query(request.getQueryString());
        String meeting = query.getOrDefault("meeting", "");
        if (!BigBlueButtonSignatures.end(query.getOrDefault("token", ""), meeting, secret)) {
            throw gate.refuse(CONNECTOR, "endToken");
        }
        String told = "meeting=" + meeting + "&recordingmarks=" + query.getOrDefault("recordingmarks", "");
        var hook = new WebhookRequest(
                told.getBytes(StandardCharsets.UTF_8), Map.of(), "application/x-www-form-urlencoded", null);
        gate.receive(CONNECTOR, "end", as(DeliveryKind.END, hook));
        polls.soon(meeting);
    }

    private String secret() {
        return settings.secret().orElseThrow(() -> gate.refuse(CONNECTOR, "notConfigured"));
    }

    private static WebhookRequest as(DeliveryKind kind, WebhookRequest hook) {
        return hook.with(DeliveryKind.HEADER, kind.header());
    }

    /** As we register it, and as the sender sees it where another address leads here. */
    private List<String> addresses(HttpServletRequest request, String query) {
        List<String> rest = new ArrayList<>(List.of(query.split("&", -1)));
        rest.removeIf(part -> part.isEmpty() || part.startsWith(CHECKSUM));
        String more = rest.isEmpty() ? "" : "?" + String.join("&", rest);
        return List.of(settings.hookUrl() + more, request.getRequestURL() + more);
    }

    private static String checksum(String query) {
        for (String part : query.split("&", -1)) {
            if (part.startsWith(CHECKSUM)) {
                return part.substring(CHECKSUM.length());
            }
        }
        return "";
    }
}
