package fr.educentre.assidu.sources.zoom;

import fr.educentre.assidu.sources.core.LenientJson;
import fr.educentre.assidu.sources.zoom.ZoomEvent.Meeting;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Parses the bytes of a webhook into its event. Pure, and nothing thrown. */
final class ZoomEventParser {

    private static final int LONGEST_TYPE = 100;

    ZoomEvent read(byte[] bytes) {
        Optional<JsonNode> read = LenientJson.read(bytes);
        return read.isPresent() ? read(read.get()) : new ZoomEvent.Unreadable("JSON");
    }

    private static ZoomEvent read(JsonNode root) {
        String type = ZoomProtocol.JSON.text(root, "event");
        if (type == null) {
            return new ZoomEvent.Unreadable("event");
        }
        return switch (type.replaceFirst("^webinar\\.", "meeting.")) {
            case "meeting.participant_joined", "meeting.participant_joined_breakout_room" ->
                stay(root, "join_time", true);
            // Let in again out of the waiting room: no other event tells that the stay goes on.
            case "meeting.participant_admitted" -> stay(root, "date_time", true);
            case "meeting.participant_left", "meeting.participant_left_breakout_room" ->
                stay(root, "leave_time", false);
            case "meeting.participant_put_in_waiting_room" -> stay(root, "date_time", false);
            case "meeting.participant_joined_waiting_room" -> waited(stay(root, "date_time", true));
            case "meeting.ended" -> ended(root);
            default -> new ZoomEvent.Other(type.length() > LONGEST_TYPE ? type.substring(0, LONGEST_TYPE) : type);
        };
    }

    private static ZoomEvent stay(JsonNode root, String timeField, boolean comes) {
        JsonNode object = root.path("payload").path("object");
        JsonNode participant = object.path("participant");
        Meeting meeting = meeting(object);
        Instant at = time(root, participant, timeField);
        String userId = ZoomProtocol.JSON.text(participant, "user_id");
        if (meeting == null) {
            return new ZoomEvent.Unreadable("payload.object.id");
        }
        if (userId == null) {
            return new ZoomEvent.Unreadable("payload.object.participant.user_id");
        }
        if (at == null) {
            return new ZoomEvent.Unreadable("payload.object.participant." + timeField);
        }
        String connection = connection(object, participant, userId);
        ZoomParticipant who = ZoomParticipant.ofEvent(participant);
        return comes
                ? new ZoomEvent.Came(meeting, who, connection, at)
                : new ZoomEvent.Went(meeting, who, connection, at);
    }

    private static ZoomEvent waited(ZoomEvent told) {
        return told instanceof ZoomEvent.Came came
                ? new ZoomEvent.Waited(came.meeting(), came.who(), came.connection(), came.at())
                : told;
    }

    /** A room's stay must not be taken for the end of the main one where both have the same number. */
    private static String connection(JsonNode object, JsonNode participant, String userId) {
        String room = ZoomProtocol.JSON.text(object, "breakout_room_uuid");
        String parent = ZoomProtocol.JSON.text(participant, "parent_user_id");
        return room == null || (parent != null && !parent.equals(userId)) ? userId : userId + "/" + room;
    }

    private static ZoomEvent ended(JsonNode root) {
        JsonNode object = root.path("payload").path("object");
        Meeting meeting = meeting(object);
        Instant at = time(root, object, "end_time");
        if (meeting == null) {
            return new ZoomEvent.Unreadable("payload.object.id");
        }
        return at == null
                ? new ZoomEvent.Unreadable("payload.object.end_time")
                : new ZoomEvent.Ended(meeting, at, ZoomProtocol.JSON.instant(object, "start_time"));
    }

    private static @Nullable Meeting meeting(JsonNode object) {
        String id = ZoomProtocol.JSON.text(object, "id");
        if (id == null) {
            return null;
        }
        String number = MeetingNumber.plain(id);
        String instance = ZoomProtocol.JSON.text(object, "uuid");
        String start = ZoomProtocol.JSON.text(object, "start_time");
        return new Meeting(number, instance != null ? instance : start == null ? number : number + " " + start);
    }

    private static @Nullable Instant time(JsonNode root, JsonNode holder, String field) {
        Instant told = ZoomProtocol.JSON.instant(holder, field);
        return told != null ? told : ZoomProtocol.JSON.millis(root, "event_ts");
    }
}
