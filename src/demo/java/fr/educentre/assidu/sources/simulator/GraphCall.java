package fr.educentre.assidu.sources.simulator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Graph tells of a meeting's call while it runs, one map an event, in the order of time. */
public final class GraphCall {

    private static final String EVENT = "Microsoft.Communication.";
    private static final DateTimeFormatter SEVEN_DIGITS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final List<Map<String, Object>> events = new ArrayList<>();
    private final String resource;

    public GraphCall(GraphMeeting meeting) {
        this.resource = "communications/onlineMeetings?$filter=joinWebUrl+eq+'" + meeting.joinUrl() + "'";
    }

    public GraphCall started(Instant at) {
        events.add(event("CallStarted", at));
        return this;
    }

    public GraphCall joined(Instant at, String participant, @Nullable String entraId, String name) {
        events.add(roster(at, "activeParticipants@joined", participant, entraId, name));
        return this;
    }

    public GraphCall left(Instant at, String participant, @Nullable String entraId, String name) {
        events.add(roster(at, "activeParticipants@exited", participant, entraId, name));
        return this;
    }

    public GraphCall ended(Instant at) {
        events.add(event("CallEnded", at));
        return this;
    }

    public List<Map<String, Object>> events() {
        return List.copyOf(events);
    }

    private Map<String, Object> event(String type, Instant at) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("@odata.type", "#Microsoft.Graph.onlineMeeting");
        event.put("@odata.id", resource);
        event.put("id", resource);
        event.put("eventType", EVENT + type);
        event.put("eventDateTime", SEVEN_DIGITS.format(at));
        event.put("state", "active");
        return event;
    }

    private Map<String, Object> roster(
            Instant at, String list, String participant, @Nullable String entraId, String name) {
        Map<String, Object> event = event("CallRosterUpdate", at);
        Map<String, Object> identity = entraId == null
                ? Map.of("Guest", Map.of("Id", participant, "DisplayName", name))
                : Map.of("User", Map.of("Id", entraId, "DisplayName", name, "TenantId", FakeGraphServer.TENANT));
        event.put(list, List.of(Map.of("Id", participant, "Identity", identity)));
        return event;
    }
}
