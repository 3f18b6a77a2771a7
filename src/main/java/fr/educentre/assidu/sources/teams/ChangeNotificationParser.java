package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.sources.core.LenientJson;
import fr.educentre.assidu.sources.teams.ChangeNotification.Origin;
import fr.educentre.assidu.sources.teams.ChangeNotification.Participant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Parses the items of a change notification. Never throws. */
@Component
class ChangeNotificationParser {

    private static final Pattern WEBINAR =
            Pattern.compile("solutions/virtualEvents/(?:webinars|townhalls)/[A-Za-z0-9@._:-]{1,200}(?:/sessions/"
                    + "[A-Za-z0-9@._:-]{1,200}(?:/attendanceReports/[A-Za-z0-9._:-]{1,200})?)?");
    private static final Pattern WEBINAR_IDS = Pattern.compile("(?:webinars|townhalls|sessions)/([A-Za-z0-9@._:-]+)");
    private static final int LONGEST_CONNECTION = 200;

    private final NotificationDecryptor decryption;

    ChangeNotificationParser(NotificationDecryptor decryption) {
        this.decryption = decryption;
    }

    /** Empty where the bytes are no notification at all. */
    List<ChangeNotification> read(byte[] bytes) {
        return LenientJson.readObject(bytes)
                .map(node -> GraphProtocol.JSON.items(node, "value").stream()
                        .map(this::notice)
                        .toList())
                .orElse(List.of());
    }

    private ChangeNotification notice(JsonNode item) {
        JsonNode told = GraphProtocol.JSON.child(item, "resourceData");
        if (GraphProtocol.JSON.text(item, "lifecycleEvent") != null) {
            return new ChangeNotification.Lifecycle(
                    origin(item, told), GraphProtocol.JSON.text(item, "lifecycleEvent", ""));
        }
        JsonNode encrypted = GraphProtocol.JSON.child(item, "encryptedContent");
        if (encrypted.isObject()) {
            return switch (decryption.open(encrypted)) {
                case NotificationDecryptor.Opened opened -> notification(item, opened.content());
                case NotificationDecryptor.Closed closed ->
                    new ChangeNotification.Unreadable(origin(item, told), closed.problem());
            };
        }
        return notification(item, told);
    }

    private static ChangeNotification notification(JsonNode item, JsonNode told) {
        Origin origin = origin(item, told);
        String path = webinar(item, told);
        if (path != null) {
            List<String> ids = new ArrayList<>();
            Matcher id = WEBINAR_IDS.matcher(path);
            while (id.find()) {
                ids.add(id.group(1));
            }
            return new ChangeNotification.ReportReady(
                    new Origin(origin.subscriptionId(), MeetingReference.named(ids.toArray(String[]::new)), null),
                    path);
        }
        String type = GraphProtocol.JSON.text(told, "eventType", "");
        String event = type.substring(type.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        Instant at = GraphProtocol.JSON.instant(told, "eventDateTime");
        return switch (event) {
            case "callstarted" -> new ChangeNotification.Started(origin);
            case "callended" ->
                at == null
                        ? new ChangeNotification.Unreadable(origin, "noTime")
                        : new ChangeNotification.Ended(origin, at);
            case "callrosterupdate" ->
                at == null
                        ? new ChangeNotification.Unreadable(origin, "noTime")
                        : new ChangeNotification.Roster(
                                origin,
                                at,
                                participants(told, "activeParticipants@joined"),
                                participants(told, "activeParticipants@exited"));
            default -> new ChangeNotification.Unreadable(origin, type.isEmpty() ? "noContent" : "unknownEvent");
        };
    }

    private static List<Participant> participants(JsonNode told, String name) {
        List<Participant> found = new ArrayList<>();
        for (JsonNode one : GraphProtocol.JSON.items(told, name)) {
            JsonNode identity = GraphProtocol.JSON.child(one, "identity");
            TeamsParticipant.ofIdentities(identity.isObject() ? identity : GraphProtocol.JSON.child(one, "info"))
                    .ifPresent(person ->
                            found.add(new Participant(connection(GraphProtocol.JSON.text(one, "id"), person), person)));
        }
        return found;
    }

    /** With the person beside it: some clients give everybody of a kind the same identifier. */
    private static String connection(@Nullable String id, TeamsParticipant person) {
        String connection = id == null ? person.key() : id + "/" + person.key();
        return connection.length() > LONGEST_CONNECTION ? connection.substring(0, LONGEST_CONNECTION) : connection;
    }

    private static Origin origin(JsonNode item, JsonNode told) {
        String id = GraphProtocol.JSON.text(told, "id");
        String call = Optional.ofNullable(GraphProtocol.JSON.text(told, "callId"))
                .or(() -> Optional.ofNullable(id).filter(text -> text.matches("[0-9A-Za-z-]{8,100}")))
                .orElse(null);
        return new Origin(
                GraphProtocol.JSON.text(item, "subscriptionId", ""),
                MeetingReference.of(Arrays.asList(
                        GraphProtocol.JSON.text(item, "resource"),
                        GraphProtocol.JSON.text(told, "@odata.id"),
                        id,
                        GraphProtocol.JSON.text(told, "joinWebUrl"))),
                call);
    }

    private static @Nullable String webinar(JsonNode item, JsonNode told) {
        String longest = null;
        for (String text :
                Arrays.asList(GraphProtocol.JSON.text(told, "@odata.id"), GraphProtocol.JSON.text(item, "resource"))) {
            Matcher match =
                    WEBINAR.matcher(text == null ? "" : text.replace("('", "/").replace("')", ""));
            if (match.find() && (longest == null || match.group().length() > longest.length())) {
                longest = match.group();
            }
        }
        return longest;
    }
}
