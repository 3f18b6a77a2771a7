package fr.educentre.assidu.connectors.teams;

import fr.educentre.assidu.connectors.teams.Notice.Origin;
import fr.educentre.assidu.connectors.teams.Notice.Participant;
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

/** The bytes of a change notification as what they tell, item by item. Never throws. */
@Component
class Notices {

    private static final Pattern WEBINAR =
            Pattern.compile("solutions/virtualEvents/(?:webinars|townhalls)/[A-Za-z0-9@._:-]{1,200}(?:/sessions/"
                    + "[A-Za-z0-9@._:-]{1,200}(?:/attendanceReports/[A-Za-z0-9._:-]{1,200})?)?");
    private static final Pattern WEBINAR_IDS = Pattern.compile("(?:webinars|townhalls|sessions)/([A-Za-z0-9@._:-]+)");
    private static final int LONGEST_CONNECTION = 200;

    private final Decryption decryption;

    Notices(Decryption decryption) {
        this.decryption = decryption;
    }

    /** Empty where the bytes are no notification at all. */
    List<Notice> read(byte[] bytes) {
        return Json.read(bytes)
                .map(node ->
                        Json.items(node, "value").stream().map(this::notice).toList())
                .orElse(List.of());
    }

    private Notice notice(JsonNode item) {
        JsonNode told = Json.child(item, "resourceData");
        if (Json.text(item, "lifecycleEvent") != null) {
            return new Notice.Lifecycle(origin(item, told), Json.text(item, "lifecycleEvent", ""));
        }
        JsonNode encrypted = Json.child(item, "encryptedContent");
        if (encrypted.isObject()) {
            return switch (decryption.open(encrypted)) {
                case Decryption.Opened opened -> told(item, opened.content());
                case Decryption.Closed closed -> new Notice.Unreadable(origin(item, told), closed.problem());
            };
        }
        return told(item, told);
    }

    private static Notice told(JsonNode item, JsonNode told) {
        Origin origin = origin(item, told);
        String path = webinar(item, told);
        if (path != null) {
            List<String> ids = new ArrayList<>();
            Matcher id = WEBINAR_IDS.matcher(path);
            while (id.find()) {
                ids.add(id.group(1));
            }
            return new Notice.ReportReady(
                    new Origin(origin.subscriptionId(), MeetingRef.named(ids.toArray(String[]::new)), null), path);
        }
        String type = Json.text(told, "eventType", "");
        String event = type.substring(type.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        Instant at = Json.instant(told, "eventDateTime");
        return switch (event) {
            case "callstarted" -> new Notice.Started(origin);
            case "callended" -> at == null ? new Notice.Unreadable(origin, "noTime") : new Notice.Ended(origin, at);
            case "callrosterupdate" ->
                at == null
                        ? new Notice.Unreadable(origin, "noTime")
                        : new Notice.Roster(
                                origin,
                                at,
                                participants(told, "activeParticipants@joined"),
                                participants(told, "activeParticipants@exited"));
            default -> new Notice.Unreadable(origin, type.isEmpty() ? "noContent" : "unknownEvent");
        };
    }

    private static List<Participant> participants(JsonNode told, String name) {
        List<Participant> found = new ArrayList<>();
        for (JsonNode one : Json.items(told, name)) {
            JsonNode identity = Json.child(one, "identity");
            TeamsPerson.ofIdentities(identity.isObject() ? identity : Json.child(one, "info"))
                    .ifPresent(person -> found.add(new Participant(connection(Json.text(one, "id"), person), person)));
        }
        return found;
    }

    /** With the person beside it: some clients give everybody of a kind the same identifier. */
    private static String connection(@Nullable String id, TeamsPerson person) {
        String connection = id == null ? person.key() : id + "/" + person.key();
        return connection.length() > LONGEST_CONNECTION ? connection.substring(0, LONGEST_CONNECTION) : connection;
    }

    private static Origin origin(JsonNode item, JsonNode told) {
        String id = Json.text(told, "id");
        String call = Optional.ofNullable(Json.text(told, "callId"))
                .or(() -> Optional.ofNullable(id).filter(text -> text.matches("[0-9A-Za-z-]{8,100}")))
                .orElse(null);
        return new Origin(
                Json.text(item, "subscriptionId", ""),
                MeetingRef.of(Arrays.asList(
                        Json.text(item, "resource"), Json.text(told, "@odata.id"), id, Json.text(told, "joinWebUrl"))),
                call);
    }

    private static @Nullable String webinar(JsonNode item, JsonNode told) {
        String longest = null;
        for (String text : Arrays.asList(Json.text(told, "@odata.id"), Json.text(item, "resource"))) {
            Matcher match =
                    WEBINAR.matcher(text == null ? "" : text.replace("('", "/").replace("')", ""));
            if (match.find() && (longest == null || match.group().length() > longest.length())) {
                longest = match.group();
            }
        }
        return longest;
    }
}
