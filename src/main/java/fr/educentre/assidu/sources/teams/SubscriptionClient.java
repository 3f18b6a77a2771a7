package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.sources.core.LenientJson;
import fr.educentre.assidu.sources.core.RemoteFailure;
import fr.educentre.assidu.sources.core.RemoteResult;
import fr.educentre.assidu.sources.teams.SubscriptionStore.Subscription;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Subscriptions at Graph, each written down as soon as Graph answered. */
@Component
class SubscriptionClient {

    private static final String PATH = GraphClient.BETA + "/subscriptions";
    private static final Duration LONGEST = Duration.ofDays(3).minusMinutes(10);
    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final String CERTIFICATE_ID = "assidu";

    private final GraphClient graph;
    private final TeamsSettings settings;
    private final SubscriptionStore subscriptions;
    private final Clock clock;

    SubscriptionClient(GraphClient graph, TeamsSettings settings, SubscriptionStore subscriptions, Clock clock) {
        this.graph = graph;
        this.settings = settings;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    RemoteResult<JsonNode> make(String meetingKey, UpcomingMeetings.Meeting meeting) {
        String hook = settings.notificationUrl().orElseThrow();
        Instant expires = expiry(meeting.until());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("changeType", "updated");
        body.put("notificationUrl", hook);
        body.put("lifecycleNotificationUrl", hook);
        body.put("resource", resource(meeting.joinUrl()));
        body.put("expirationDateTime", expires.toString());
        body.put("clientState", settings.find(TeamsSettings.STATE).orElseThrow());
        settings.find(TeamsSettings.CERTIFICATE)
                .filter(certificate ->
                        settings.find(NotificationDecryptor.PRIVATE_KEY).isPresent())
                .ifPresent(certificate -> {
                    body.put("includeResourceData", true);
                    body.put(
                            "encryptionCertificate",
                            certificate.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s+", ""));
                    body.put("encryptionCertificateId", CERTIFICATE_ID);
                });
        RemoteResult<JsonNode> answer = graph.post(PATH, body);
        if (answer instanceof RemoteResult.Success<JsonNode> ok) {
            made(ok.value(), meetingKey, meeting, expires);
        } else if (answer instanceof RemoteResult.Failure<JsonNode>(RemoteFailure.Refused refused)
                && refused.status() == 409) {
            return adopt(meetingKey, meeting, answer);
        }
        return answer;
    }

    RemoteResult<JsonNode> renew(Subscription one, Instant until) {
        Instant expires = expiry(until);
        RemoteResult<JsonNode> answer =
                graph.patch(path(one.id()), Map.<String, Object>of("expirationDateTime", expires.toString()));
        if (answer instanceof RemoteResult.Success<JsonNode> ok) {
            subscriptions.lasts(one.id(), granted(ok.value(), expires), until);
        } else if (gone(answer)) {
            subscriptions.removed(one.id());
        }
        return answer;
    }

    RemoteResult<JsonNode> delete(Subscription one) {
        RemoteResult<JsonNode> answer = graph.delete(path(one.id()));
        if (answer instanceof RemoteResult.Success || gone(answer)) {
            subscriptions.removed(one.id());
            return new RemoteResult.Success<>(LenientJson.emptyObject(), new byte[0]);
        }
        return answer;
    }

    static String resource(String joinUrl) {
        return "/communications/onlineMeetings(joinWebUrl='" + GraphClient.quoted(joinUrl) + "')/meetingCallEvents";
    }

    /** One that was made and never written down, as when we went down in between. */
    private RemoteResult<JsonNode> adopt(
            String meetingKey, UpcomingMeetings.Meeting meeting, RemoteResult<JsonNode> refused) {
        if (graph.items("/subscriptions") instanceof RemoteResult.Success<List<JsonNode>> all) {
            MeetingReference wanted = MeetingReference.of(List.of(resource(meeting.joinUrl())));
            for (JsonNode one : all.value()) {
                MeetingReference its = MeetingReference.of(Arrays.asList(GraphProtocol.JSON.text(one, "resource")));
                if (!its.isEmpty() && its.equals(wanted)) {
                    made(one, meetingKey, meeting, expiry(meeting.until()));
                    return new RemoteResult.Success<>(one, new byte[0]);
                }
            }
        }
        return refused;
    }

    private void made(JsonNode answer, String meetingKey, UpcomingMeetings.Meeting meeting, Instant expires) {
        String id = GraphProtocol.JSON.text(answer, "id");
        if (id != null) {
            subscriptions.made(
                    new Subscription(id, meetingKey, meeting.joinUrl(), granted(answer, expires), meeting.until()));
        }
    }

    /** Graph may grant less than asked for. */
    private static Instant granted(JsonNode answer, Instant asked) {
        Instant told = GraphProtocol.JSON.instant(answer, "expirationDateTime");
        return told == null ? asked : told;
    }

    private static boolean gone(RemoteResult<JsonNode> answer) {
        return answer instanceof RemoteResult.Failure<JsonNode>(RemoteFailure.NotFound none);
    }

    private Instant expiry(Instant until) {
        Instant now = clock.instant();
        Instant longest = now.plus(LONGEST);
        Instant shortest = now.plus(SHORTEST);
        Instant asked = until.isBefore(shortest) ? shortest : until;
        return (asked.isAfter(longest) ? longest : asked).truncatedTo(ChronoUnit.SECONDS);
    }

    private static String path(String id) {
        return PATH + "/" + GraphClient.encoded(id);
    }
}
