package fr.educentre.assidu.sources.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Subscriptions: the address is validated by a call of its own before one is made, as Graph does. */
public final class GraphSubscriptions {

    private final JsonMapper json;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Subscription> known = new ConcurrentHashMap<>();
    private volatile @Nullable String shortened;

    GraphSubscriptions(JsonMapper json) {
        this.json = json;
    }

    public record Subscription(
            String id, String resource, String notificationUrl, String clientState, String expirationDateTime) {
        private Map<String, Object> shown() {
            return Map.of(
                    "id", id, "resource", resource, "changeType", "updated", "expirationDateTime", expirationDateTime);
        }
    }

    public List<Subscription> all() {
        return List.copyOf(known.values());
    }

    /** Subscriptions made from now on expire then, whatever is asked for; null for what is asked for. */
    public void expire(@Nullable String at) {
        shortened = at;
    }

    /** Graph forgets it. */
    public void forget(String id) {
        known.remove(id);
    }

    GraphReply call(String method, String path, byte[] body) {
        String id = path.length() > "/subscriptions/".length() ? path.substring("/subscriptions/".length()) : "";
        if (id.isEmpty()) {
            return "POST".equals(method)
                    ? make(json.readTree(body))
                    : new GraphReply(
                            200,
                            Map.of(
                                    "value",
                                    known.values().stream()
                                            .map(Subscription::shown)
                                            .toList()));
        }
        Subscription one = known.get(id);
        if (one == null) {
            return GraphReply.refused(404, "ResourceNotFound", "The object was not found.");
        }
        if ("DELETE".equals(method)) {
            known.remove(id);
            return new GraphReply(204, null);
        }
        String until = json.readTree(body).path("expirationDateTime").asString("");
        var renewed = new Subscription(id, one.resource(), one.notificationUrl(), one.clientState(), until);
        known.put(id, renewed);
        return new GraphReply(200, renewed.shown());
    }

    private GraphReply make(JsonNode asked) {
        String url = asked.path("notificationUrl").asString("");
        String resource = asked.path("resource").asString("");
        if (known.values().stream().anyMatch(one -> one.resource().equals(resource))) {
            return GraphReply.refused(409, "Conflict", "A subscription for this resource exists.");
        }
        String refusal = validate(url);
        if (refusal != null) {
            return GraphReply.refused(400, "InvalidRequest", "Subscription validation request failed. " + refusal);
        }
        String until = shortened;
        var made = new Subscription(
                UUID.randomUUID().toString(),
                resource,
                url,
                asked.path("clientState").asString(""),
                until == null ? asked.path("expirationDateTime").asString("") : until);
        known.put(made.id(), made);
        return new GraphReply(201, made.shown());
    }

    /** Null where the address answers as it should. */
    private @Nullable String validate(String url) {
        String token = "Validation: <b>" + UUID.randomUUID() + "</b> & é + %41";
        HttpResponse<String> answer =
                post(url + "?validationToken=" + URLEncoder.encode(token, StandardCharsets.UTF_8), "");
        String type = answer.headers().firstValue("Content-Type").orElse("");
        return answer.statusCode() == 200
                        && type.startsWith("text/plain")
                        && answer.body().equals(token)
                ? null
                : "HTTP " + answer.statusCode() + " " + type;
    }

    /** Tells a subscriber. @return how it answered */
    public int tell(String url, String body) {
        return post(url, body).statusCode();
    }

    /** Of a meeting's call: CallStarted, CallEnded, CallRosterUpdate. */
    public static Map<String, Object> item(Subscription of, Map<String, Object> resourceData) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("subscriptionId", of.id());
        item.put("clientState", of.clientState());
        item.put("changeType", "updated");
        item.put("tenantId", FakeGraphServer.TENANT);
        item.put("resource", of.resource());
        item.put("subscriptionExpirationDateTime", of.expirationDateTime());
        item.put("resourceData", resourceData);
        return item;
    }

    private HttpResponse<String> post(String url, String body) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .timeout(Duration.ofSeconds(10))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
