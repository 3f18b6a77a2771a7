package fr.educentre.assidu.sources.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Posts the events of a meeting, signed, as Zoom does: at least once and in no particular order. */
public final class ZoomEmitter {

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final URI hook;
    private final String secret;
    private final Clock clock;

    public ZoomEmitter(URI hook, String secret, Clock clock) {
        this.hook = hook;
        this.secret = secret;
        this.clock = clock;
    }

    /** An event as it is sent. */
    public record Event(Instant at, String body) {}

    /** In the order of their times; departures that the end causes follow it by seconds. */
    public List<Event> events(FakeZoomMeeting run) {
        List<Event> events = new ArrayList<>();
        events.add(event("meeting.started", run, run.startedAt(), Map.of(), null));
        for (FakeZoomMeeting.Stay stay : run.stays()) {
            String where =
                    stay.place().waiting() ? "_waiting_room" : stay.place().room() == null ? "" : "_breakout_room";
            events.add(event(
                    "meeting.participant_joined" + where,
                    run,
                    stay.from(),
                    participant(stay, stay.place().waiting() ? "date_time" : "join_time", stay.from()),
                    stay.place().room()));
            events.add(event(
                    "meeting.participant_left" + where,
                    run,
                    stay.to(),
                    participant(stay, stay.place().waiting() ? "date_time" : "leave_time", stay.to()),
                    stay.place().room()));
        }
        events.add(event("meeting.ended", run, run.endedAt(), Map.of(), null));
        events.sort(Comparator.comparing(Event::at));
        return events;
    }

    /** Each of them twice, as two subscriptions do, and none in its place. */
    public static List<Event> twiceAndShuffled(List<Event> events, long seed) {
        List<Event> sent = new ArrayList<>(events);
        sent.addAll(events);
        Collections.shuffle(sent, new Random(seed));
        return sent;
    }

    /** Answers' statuses, in order. */
    public List<Integer> send(List<Event> events) {
        return events.stream().map(event -> send(event.body())).toList();
    }

    public int send(String body) {
        return post(body, clock.instant().getEpochSecond()).statusCode();
    }

    /** @param timestamp in seconds, as signed: one from long ago is refused */
    public HttpResponse<String> post(String body, long timestamp) {
        return post(body, String.valueOf(timestamp), signature(body, timestamp));
    }

    public HttpResponse<String> post(String body, String timestamp, String signature) {
        var request = HttpRequest.newBuilder(hook)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("x-zm-request-timestamp", timestamp)
                .header("x-zm-signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String signature(String body, long timestamp) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] message = ("v0:" + timestamp + ":" + body).getBytes(StandardCharsets.UTF_8);
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(message));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Event event(
            String type, FakeZoomMeeting run, Instant at, Map<String, Object> participant, @Nullable String room) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", run.number());
        object.put("uuid", run.uuid());
        object.put("host_id", "host-1");
        object.put("topic", run.topic());
        object.put("type", 2);
        object.put("start_time", run.startedAt().toString());
        object.put("timezone", "");
        object.put("duration", 180);
        if (type.equals("meeting.ended")) {
            object.put("end_time", at.toString());
        }
        if (room != null) {
            object.put("breakout_room_uuid", room);
        }
        if (!participant.isEmpty()) {
            object.put("participant", participant);
        }
        return new Event(
                at,
                json.writeValueAsString(Map.of(
                        "event",
                        type,
                        "event_ts",
                        at.toEpochMilli() + 439,
                        "payload",
                        Map.of("account_id", "AAAAAA", "object", object))));
    }

    private static Map<String, Object> participant(FakeZoomMeeting.Stay stay, String time, Instant at) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("user_id", stay.userId());
        told.put("user_name", stay.name());
        told.put("id", "");
        told.put("email", stay.email() == null ? "" : stay.email());
        told.put("registrant_id", stay.registrantId());
        if (stay.customerKey() != null) {
            told.put("customer_key", stay.customerKey());
        }
        told.put(time, at.toString());
        return told;
    }
}
