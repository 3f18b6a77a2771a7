package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.NotUnderstood;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Person;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Reach;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Sighting;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Skipped;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Understood;
import fr.educentre.assidu.shell.SentJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** BigBlueButton's learning dashboard, both shapes: one stay a connection, or several in {@code sessions}. */
final class BigBlueButtonDashboardParser {

    private static final int MOST_PEOPLE = 5000;
    private static final int MOST_STAYS = 50_000;

    private final JsonMapper json = SentJson.mapper().build();

    EvidenceFileContent read(String text, EvidenceFileContext context) {
        JsonNode root;
        try {
            root = json.readTree(text);
        } catch (JacksonException e) {
            return NotUnderstood.because("json");
        }
        JsonNode users = root.path("users");
        if (!users.isObject() || !root.path("createdOn").isNumber() || users.size() > MOST_PEOPLE) {
            return NotUnderstood.because("unknown");
        }
        SlotTimeResolver times = context.times(false);
        List<Sighting> sightings = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        long ended = root.path("endedOn").asLong(0);
        long last = Math.max(ended, latest(users));
        for (JsonNode user : users) {
            Person person = person(user);
            if (!person.known()) {
                skipped.add(new Skipped(0, "noPerson"));
                continue;
            }
            int before = sightings.size();
            int left = skipped.size();
            for (JsonNode connection : user.path("intIds")) {
                JsonNode stays = connection.path("sessions");
                for (JsonNode stay : stays.isArray() && !stays.isEmpty() ? stays : List.of(connection)) {
                    if (sightings.size() + skipped.size() > MOST_STAYS) {
                        return NotUnderstood.because("tooMany", MOST_STAYS);
                    }
                    stay(stay, person, user, last, times, sightings, skipped);
                }
            }
            boolean elsewhere = skipped.subList(left, skipped.size()).stream()
                    .anyMatch(one -> one.why().equals("farFromSession"));
            if (sightings.size() == before && !elsewhere) {
                // Who is in the report was there, for a time that it does not tell.
                sightings.add(new Sighting(0, person, TraceKind.SEEN, null, null, Map.of("why", "noLength")));
            }
        }
        String meeting = root.path("extId").asString("");
        return new Understood(
                EvidenceSource.BIGBLUEBUTTON,
                "bigbluebutton-dashboard",
                meeting.isBlank() ? null : meeting,
                sightings,
                skipped,
                ended > 0 ? new Reach(millis(root.path("createdOn").asLong(ended)), millis(ended)) : null,
                false);
    }

    private static void stay(
            JsonNode stay,
            Person person,
            JsonNode user,
            long last,
            SlotTimeResolver times,
            List<Sighting> sightings,
            List<Skipped> skipped) {
        long from = stay.path("registeredOn").asLong(0);
        long left = stay.path("leftOn").asLong(0);
        long to = left > 0 ? left : last;
        if (from <= 0 || to <= from) {
            skipped.add(new Skipped(0, "noLength"));
        } else if (!times.near(millis(from)) && !times.near(millis(to))) {
            skipped.add(new Skipped(0, "farFromSession"));
        } else {
            sightings.add(new Sighting(
                    0,
                    person,
                    TraceKind.INTERVAL,
                    millis(from),
                    millis(to),
                    Map.of("moderator", user.path("isModerator").asBoolean(false), "implicitEnd", left <= 0)));
        }
    }

    /** The external id is the learner's where we made the link; one that BigBlueButton made up changes at each visit. */
    private static Person person(JsonNode user) {
        String id = user.path("extId").asString("");
        boolean madeUp = id.startsWith("w_") || user.path("intIds").has(id);
        String name = user.path("name").asString("");
        return id.contains("@") ? Person.of(null, id, name) : Person.of(madeUp ? null : id, null, name);
    }

    private static long latest(JsonNode users) {
        long latest = 0;
        for (JsonNode user : users) {
            for (JsonNode connection : user.path("intIds")) {
                latest = Math.max(latest, latestOf(connection));
                for (JsonNode stay : connection.path("sessions")) {
                    latest = Math.max(latest, latestOf(stay));
                }
            }
        }
        return latest;
    }

    private static long latestOf(JsonNode stay) {
        return Math.max(stay.path("registeredOn").asLong(0), stay.path("leftOn").asLong(0));
    }

    private static Instant millis(long at) {
        return Instant.ofEpochMilli(at);
    }
}
