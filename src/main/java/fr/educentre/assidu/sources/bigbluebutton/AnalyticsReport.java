package fr.educentre.assidu.sources.bigbluebutton;

import fr.educentre.assidu.sources.core.LenientJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The analytics of a meeting: who was there from when to when, device by device where devices are listed. */
record AnalyticsReport(String meetingId, String occurrence, Instant start, Instant finish, List<Stay> stays) {

    private static final int MOST_PEOPLE = 5000;
    private static final int MOST_STAYS = 50_000;
    private static final LenientJson JSON = LenientJson.whole();
    private static final Duration LONGEST = Duration.ofDays(2);

    /** @param connection null where only the person is named, whatever the devices */
    record Stay(
            BigBlueButtonParticipant person,
            @Nullable String connection,
            boolean moderator,
            Instant from,
            Instant to,
            boolean implicitEnd) {}

    /** The two names of a meeting. */
    record Head(String meetingId, String occurrence) {}

    /** Arrivals and departures of one device. */
    private record Device(TreeSet<Instant> joins, TreeSet<Instant> leaves) {
        Device() {
            this(new TreeSet<>(), new TreeSet<>());
        }
    }

    /** @throws UnreadablePayloadException when it is not such a body, or names no meeting */
    static Head head(byte[] body) {
        return head(json(body));
    }

    private static Head head(JsonNode root) {
        String meetingId = JSON.text(root, "meeting_id", "");
        String occurrence = JSON.text(root, "internal_meeting_id", "");
        if (meetingId.isEmpty() || occurrence.isEmpty()) {
            throw new UnreadablePayloadException("noMeeting", "analytics");
        }
        return new Head(BigBlueButtonParticipant.shortened(meetingId), BigBlueButtonParticipant.shortened(occurrence));
    }

    /** @throws UnreadablePayloadException when it is not such a body */
    static AnalyticsReport read(byte[] body) {
        JsonNode root = json(body);
        Head head = head(root);
        JsonNode data = root.path("data");
        JsonNode people = data.path("attendees");
        if (!people.isContainer() || people.size() > MOST_PEOPLE) {
            throw new UnreadablePayloadException("analytics");
        }
        Instant start = JSON.instant(data, "start");
        Instant finish = JSON.instant(data, "finish");
        if (start == null || finish == null || !finish.isAfter(start)) {
            throw new UnreadablePayloadException("noTime", "analytics");
        }
        if (Duration.between(start, finish).compareTo(LONGEST) > 0) {
            throw new UnreadablePayloadException("noTime", "analytics");
        }
        List<Stay> stays = new ArrayList<>();
        for (JsonNode person : people) {
            stays(person, finish, stays);
            if (stays.size() > MOST_STAYS) {
                throw new UnreadablePayloadException("analytics");
            }
        }
        return new AnalyticsReport(head.meetingId(), head.occurrence(), start, finish, List.copyOf(stays));
    }

    private static void stays(JsonNode attendee, Instant finish, List<Stay> into) {
        String externalId = JSON.text(attendee, "ext_user_id", "");
        externalId = externalId.isEmpty() ? JSON.text(attendee, "extUserId", "") : externalId;
        boolean moderator = attendee.path("moderator").asBoolean(false);
        String name = JSON.text(attendee, "name", "");
        if (externalId.isEmpty() && name.isEmpty()) {
            return;
        }
        BigBlueButtonParticipant person = BigBlueButtonParticipant.of(externalId, "", name);
        Map<String, Device> devices = devices(attendee.path("sessions"));
        if (devices.isEmpty()) {
            merged(person, moderator, attendee, finish, into);
        } else {
            devices.forEach((connection, device) -> ofDevice(person, connection, moderator, device, finish, into));
        }
    }

    private static Map<String, Device> devices(JsonNode sessions) {
        Map<String, Device> devices = new TreeMap<>();
        for (JsonNode session : sessions) {
            collect(session.path("joins"), devices, true);
            collect(session.path("lefts"), devices, false);
        }
        devices.values().removeIf(device -> device.joins().isEmpty());
        return devices;
    }

    private static void collect(JsonNode events, Map<String, Device> devices, boolean joins) {
        for (JsonNode event : events) {
            String connection = JSON.text(event, "userid", "");
            Instant at = JSON.instant(event, "timestamp");
            if (at != null && !connection.isEmpty()) {
                Device device =
                        devices.computeIfAbsent(BigBlueButtonParticipant.shortened(connection), c -> new Device());
                (joins ? device.joins() : device.leaves()).add(at);
            }
        }
    }

    /** Each arrival goes with the first departure after it, the last one with the meeting's end. */
    private static void ofDevice(
            BigBlueButtonParticipant person,
            String connection,
            boolean moderator,
            Device device,
            Instant finish,
            List<Stay> into) {
        Instant until = Instant.MIN;
        for (Instant join : device.joins()) {
            if (!join.isBefore(until)) {
                Instant left = device.leaves().higher(join);
                until = left == null ? finish : left;
                add(into, person, connection, moderator, join, until, left == null);
            }
        }
    }

    /** Several devices in one list: there from the first that comes until as many have left as had come. */
    private static void merged(
            BigBlueButtonParticipant person, boolean moderator, JsonNode attendee, Instant finish, List<Stay> into) {
        List<Instant> joins = instants(attendee.path("joins"));
        List<Instant> leaves = instants(attendee.path("leaves"));
        Instant from = null;
        int there = 0;
        int left = 0;
        for (int come = 0; come < joins.size() || (there > 0 && left < leaves.size()); ) {
            boolean arrives = come < joins.size()
                    && (left >= leaves.size() || !joins.get(come).isAfter(leaves.get(left)));
            if (arrives) {
                from = there++ == 0 ? joins.get(come) : from;
                come++;
            } else {
                Instant at = leaves.get(left++);
                if (there > 0 && --there == 0 && from != null) {
                    add(into, person, null, moderator, from, at, false);
                }
            }
        }
        if (there > 0 && from != null) {
            add(into, person, null, moderator, from, finish, true);
        }
    }

    private static void add(
            List<Stay> into,
            BigBlueButtonParticipant person,
            @Nullable String connection,
            boolean moderator,
            Instant from,
            Instant to,
            boolean implicitEnd) {
        if (to.isAfter(from)) {
            into.add(new Stay(person, connection, moderator, from, to, implicitEnd));
        }
    }

    private static List<Instant> instants(JsonNode nodes) {
        List<Instant> found = new ArrayList<>();
        for (JsonNode node : nodes) {
            Instant at = JSON.instant(node);
            if (at != null) {
                found.add(at);
            }
        }
        found.sort(null);
        return found;
    }

    private static JsonNode json(byte[] body) {
        return LenientJson.readObject(body).orElseThrow(() -> new UnreadablePayloadException("analytics"));
    }
}
