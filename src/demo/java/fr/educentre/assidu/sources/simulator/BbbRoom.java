package fr.educentre.assidu.sources.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One instance of a meeting of {@link FakeBigBlueButtonServer}: who is in it, and what BigBlueButton tells of it. */
final class BbbRoom {

    private final JsonMapper json = JsonMapper.shared();
    private final String meetingId;
    private final String internalId;
    private final String name;
    private final Map<String, String> metadata;
    private final Instant created;
    private final List<Stay> stays = new ArrayList<>();
    private @Nullable Instant ended;
    private int devices;

    BbbRoom(String meetingId, String internalId, String name, Map<String, String> metadata, Instant created) {
        this.meetingId = meetingId;
        this.internalId = internalId;
        this.name = name;
        this.metadata = Map.copyOf(metadata);
        this.created = created;
    }

    /** One stay of one device. */
    private record Stay(
            String device,
            String userId,
            String name,
            boolean moderator,
            Instant joined,
            @Nullable Instant left) {}

    /** What the analytics tell of one device. */
    private record Device(List<Object> joins, List<Object> lefts) {}

    String meetingId() {
        return meetingId;
    }

    String internalId() {
        return internalId;
    }

    Instant created() {
        return created;
    }

    @Nullable
    Instant ended() {
        return ended;
    }

    String metadata(String key) {
        return metadata.getOrDefault(key, "");
    }

    /** Answers the event that web hooks send. @param userId empty for a guest: BigBlueButton then makes one up */
    String join(String userId, String userName, boolean moderator, Instant at) {
        String device = "w_" + Integer.toString(++devices, 36) + internalId.substring(0, 6);
        var stay = new Stay(device, userId.isEmpty() ? device : userId, userName, moderator, at, null);
        stays.add(stay);
        Map<String, Object> user = user(stay);
        user.put("name", userName);
        user.put("role", moderator ? "MODERATOR" : "VIEWER");
        user.put("presenter", false);
        user.put("guest", userId.isEmpty());
        return event("user-joined", user, at);
    }

    /** Answers the events that web hooks send: one for each device of the person. */
    List<String> leave(String userIdOrName, Instant at) {
        List<String> events = new ArrayList<>();
        stays.replaceAll(stay -> {
            if (stay.left() != null
                    || !(stay.userId().equals(userIdOrName) || stay.name().equals(userIdOrName))) {
                return stay;
            }
            events.add(event("user-left", user(stay), at));
            return new Stay(stay.device(), stay.userId(), stay.name(), stay.moderator(), stay.joined(), at);
        });
        return events;
    }

    String createdEvent() {
        return event("meeting-created", null, created);
    }

    String end(Instant at) {
        ended = at;
        return event("meeting-ended", null, at);
    }

    private static Map<String, Object> user(Stay stay) {
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("internal-user-id", stay.device());
        user.put("external-user-id", stay.userId());
        return user;
    }

    private String event(String id, @Nullable Map<String, Object> user, Instant at) {
        Map<String, Object> meeting = new LinkedHashMap<>();
        meeting.put("internal-meeting-id", internalId);
        meeting.put("external-meeting-id", meetingId);
        if (id.equals("meeting-created")) {
            meeting.put("name", name);
            meeting.put("is-breakout", false);
            meeting.put("parent-id", "bbb-none");
            meeting.put("create-time", created.toEpochMilli());
            meeting.put("metadata", metadata);
        }
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("meeting", meeting);
        if (user != null) {
            attributes.put("user", user);
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("type", "event");
        data.put("id", id);
        data.put("attributes", attributes);
        data.put("event", Map.of("ts", at.toEpochMilli()));
        return json.writeValueAsString(List.of(Map.of("data", data)));
    }

    /** What getMeetingInfo says of it. */
    String info() {
        StringBuilder attendees = new StringBuilder();
        stays.stream()
                .filter(stay -> stay.left() == null && ended == null)
                .forEach(stay -> attendees
                        .append("<attendee><userID>")
                        .append(BbbXml.escaped(stay.userId()))
                        .append("</userID><fullName>")
                        .append(BbbXml.escaped(stay.name()))
                        .append("</fullName><role>")
                        .append(stay.moderator() ? "MODERATOR" : "VIEWER")
                        .append("</role><isPresenter>false</isPresenter><hasVideo>false</hasVideo>")
                        .append("<clientType>HTML5</clientType></attendee>"));
        return "<meetingName>" + BbbXml.escaped(name) + "</meetingName><meetingID>" + BbbXml.escaped(meetingId)
                + "</meetingID><internalMeetingID>" + internalId + "</internalMeetingID><createTime>"
                + created.toEpochMilli() + "</createTime><running>" + (ended == null && !attendees.isEmpty())
                + "</running><startTime>" + created.toEpochMilli() + "</startTime><endTime>"
                + (ended == null ? 0 : ended.toEpochMilli()) + "</endTime><attendees>" + attendees
                + "</attendees><metadata></metadata><isBreakout>false</isBreakout>";
    }

    /** What the analytics callback posts. @param withSessions newer servers tell of each device */
    String analytics(boolean withSessions) {
        Instant finish = ended == null ? created : ended;
        Map<String, List<Stay>> people = new LinkedHashMap<>();
        stays.forEach(stay ->
                people.computeIfAbsent(stay.userId(), id -> new ArrayList<>()).add(stay));
        List<Object> attendees = new ArrayList<>();
        people.forEach((userId, theirs) -> attendees.add(attendee(userId, theirs, finish, withSessions)));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("metadata", Map.of("meeting_name", name, "is_breakout", "false"));
        data.put("duration", finish.getEpochSecond() - created.getEpochSecond());
        data.put("start", written(created));
        data.put("finish", written(finish));
        data.put("files", List.of());
        data.put("polls", List.of());
        data.put("attendees", attendees);
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("version", "1.0");
        root.put("meeting_id", meetingId);
        root.put("internal_meeting_id", internalId);
        root.put("data", data);
        return json.writeValueAsString(root);
    }

    private static Map<String, Object> attendee(
            String userId, List<Stay> theirs, Instant finish, boolean withSessions) {
        Map<String, Object> attendee = new LinkedHashMap<>();
        attendee.put(withSessions ? "ext_user_id" : "extUserId", userId);
        attendee.put("name", theirs.getFirst().name());
        attendee.put("moderator", theirs.getFirst().moderator());
        attendee.put(
                "joins", theirs.stream().map(stay -> written(stay.joined())).toList());
        attendee.put(
                "leaves",
                theirs.stream()
                        .map(stay -> written(stay.left() == null ? finish : stay.left()))
                        .toList());
        if (withSessions) {
            Map<String, Device> devices = new TreeMap<>();
            for (Stay stay : theirs) {
                Device device =
                        devices.computeIfAbsent(stay.device(), id -> new Device(new ArrayList<>(), new ArrayList<>()));
                device.joins().add(happened(stay, stay.joined(), "join"));
                if (stay.left() != null) {
                    device.lefts().add(happened(stay, stay.left(), "left"));
                }
            }
            attendee.put("sessions", List.copyOf(devices.values()));
        }
        return attendee;
    }

    private static Map<String, Object> happened(Stay stay, Instant at, String event) {
        return Map.of("timestamp", written(at), "userid", stay.device(), "ext_userid", stay.userId(), "event", event);
    }

    private static String written(Instant at) {
        String text = at.toString();
        String withMillis = text.contains(".") ? text : text.replace("Z", ".000Z");
        return withMillis.replace("Z", "+00:00");
    }
}
