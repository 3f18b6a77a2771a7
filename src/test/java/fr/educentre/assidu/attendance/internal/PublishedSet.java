package fr.educentre.assidu.attendance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.testing.Calls;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A set of parameters as a quality manager publishes it through the calls, and takes it back. */
class PublishedSet {

    private static final JsonMapper JSON = new JsonMapper();

    private final Calls calls;
    private final String user;
    private final String ruleSet;
    private final String path;
    private final String usual;

    PublishedSet(Calls calls, String user, String ruleSet) {
        this.calls = calls;
        this.user = user;
        this.ruleSet = ruleSet;
        JsonNode rule = get("/rules?size=500")
                .path("items")
                .valueStream()
                .filter(one -> one.path("ruleSet").asString().equals(ruleSet))
                .findFirst()
                .orElseThrow();
        this.path = "/rules/" + rule.path("id").asString();
        this.usual = rule.path("text").asString();
    }

    /** The usual lines and some more; the number of the version. */
    int publishWith(String lines) {
        return publish(usual + "\n" + lines);
    }

    void publishTrust(String believed) {
        publish(usual.replaceAll("(l'émargement contresigné .*, retenir) .*", "$1 " + believed));
    }

    /** Other lines for those of the text in force that begin so. */
    void publishWithout(String beginning, String lines) {
        String kept = get(path)
                .path("text")
                .asString()
                .lines()
                .filter(line -> !line.startsWith(beginning))
                .collect(Collectors.joining("\n"));
        publish(kept + "\n" + lines);
    }

    JsonNode check(String lines) {
        String text = usual + "\n" + lines;
        return post("/rules/check", Map.of("ruleSet", ruleSet, "text", text));
    }

    /** What the last version changed of the one before, in sentences. */
    List<String> lastDifference() {
        int last = get(path).path("versions").size();
        return get(path + "/difference?from=" + (last - 1) + "&to=" + last)
                .path("sentences")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private int publish(String text) {
        JsonNode drafted = post(path + "/versions", Map.of("text", text));
        int version = drafted.path("versions").size();
        post(path + "/publish", Map.of("version", version, "reason", "Essai"));
        return version;
    }

    /** Rolls back to what was in force before the test. */
    void back() {
        JsonNode rule = get(path);
        if (!rule.path("text").asString().equals(usual)) {
            int before = rule.path("versions")
                    .valueStream()
                    .filter(version -> version.path("text").asString().equals(usual))
                    .mapToInt(version -> version.path("version").asInt())
                    .max()
                    .orElseThrow();
            post(path + "/rollback", Map.of("version", before, "reason", "Fin de l'essai"));
        }
    }

    JsonNode get(String what) {
        return send(request(what).build());
    }

    /** For a caller who reads that language. */
    JsonNode get(String what, String language) {
        return send(request(what).header("Accept-Language", language).build());
    }

    private JsonNode post(String what, Object body) {
        return send(request(what)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    private HttpRequest.Builder request(String what) {
        return HttpRequest.newBuilder(calls.uri("/api/v1" + what)).header("Authorization", calls.authorization(user));
    }

    private JsonNode send(HttpRequest request) {
        var answer = calls.send(request);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return JSON.readTree(answer.body());
    }
}
