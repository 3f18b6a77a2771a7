package fr.educentre.assidu.sources.bigbluebutton;

import fr.educentre.assidu.sources.core.LenientJson;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Parses the form that a web hook posts into its events. */
final class WebhookEventParser {

    static final String CREATED = "meeting-created";
    static final String ENDED = "meeting-ended";
    static final String JOINED = "user-joined";
    static final String LEFT = "user-left";
    private static final Set<String> KNOWN = Set.of(CREATED, ENDED, JOINED, LEFT);

    private static final LenientJson JSON = LenientJson.whole();
    private static final int MOST_EVENTS = 5000;
    private static final Instant FIRST = Instant.parse("2010-01-01T00:00:00Z");
    private static final Duration AHEAD = Duration.ofDays(366);

    private final JsonMapper json = JsonMapper.shared();

    /**
     * Those about presence; others are left out.
     *
     * @throws UnreadablePayloadException when it is no form with an {@code event}, or an event of presence lacks what it needs
     */
    List<WebhookEvent> read(byte[] body, Instant receivedAt) {
        JsonNode given = event(body);
        List<JsonNode> nodes = new ArrayList<>();
        if (given.isArray()) {
            given.forEach(nodes::add);
        } else if (given.isObject()) {
            nodes.add(given);
        }
        if (nodes.isEmpty() || nodes.size() > MOST_EVENTS) {
            throw new UnreadablePayloadException("form");
        }
        List<WebhookEvent> events = new ArrayList<>();
        for (JsonNode node : nodes) {
            JsonNode data = node.path("data");
            String id = data.path("id").asString("");
            if (!data.isObject() || id.isEmpty()) {
                throw new UnreadablePayloadException("form");
            }
            if (KNOWN.contains(id)) {
                events.add(event(id, data, receivedAt));
            }
        }
        return events;
    }

    private JsonNode event(byte[] body) {
        try {
            for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
                if (pair.startsWith("event=")) {
                    return json.readTree(URLDecoder.decode(pair.substring(6), StandardCharsets.UTF_8));
                }
            }
        } catch (IllegalArgumentException | JacksonException e) {
            throw new UnreadablePayloadException("form");
        }
        throw new UnreadablePayloadException("form");
    }

    private static WebhookEvent event(String id, JsonNode data, Instant receivedAt) {
        JsonNode meeting = data.path("attributes").path("meeting");
        JsonNode user = data.path("attributes").path("user");
        String occurrence = text(meeting, "internal-meeting-id");
        String meetingId = text(meeting, "external-meeting-id");
        if (occurrence.isEmpty() || meetingId.isEmpty()) {
            throw new UnreadablePayloadException("noMeeting", id);
        }
        String internalId = text(user, "internal-user-id");
        if (internalId.isEmpty() && (id.equals(JOINED) || id.equals(LEFT))) {
            throw new UnreadablePayloadException("noUser", id);
        }
        String parent = text(meeting, "parent-id");
        boolean breakout = meeting.path("is-breakout").asBoolean(false);
        return new WebhookEvent(
                id,
                new WebhookEvent.Meeting(occurrence, meetingId, breakout && !parent.isEmpty() ? parent : null),
                new WebhookEvent.User(
                        internalId,
                        text(user, "external-user-id"),
                        user.path("name").isString() ? user.path("name").asString() : null,
                        "MODERATOR".equals(user.path("role").asString(""))),
                at(id, data.path("event").path("ts"), receivedAt));
    }

    private static Instant at(String id, JsonNode ts, Instant receivedAt) {
        long millis = ts.isNumber() ? ts.asLong(0) : 0;
        if (millis < FIRST.toEpochMilli() || millis > receivedAt.plus(AHEAD).toEpochMilli()) {
            throw new UnreadablePayloadException("noTime", id);
        }
        return Instant.ofEpochMilli(millis);
    }

    private static String text(JsonNode node, String name) {
        String text = JSON.text(node, name);
        return text == null ? "" : BigBlueButtonParticipant.shortened(text);
    }
}
