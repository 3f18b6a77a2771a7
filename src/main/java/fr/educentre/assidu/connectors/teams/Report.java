package fr.educentre.assidu.connectors.teams;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An attendance report with its records.
 *
 * @param from when the meeting began, as the report tells it
 */
record Report(String id, Instant from, Instant to, List<Stay> stays) {

    /** Someone there, from, to. @param connection the person, and the number of their stay */
    record Stay(
            TeamsPerson person,
            String connection,
            Instant from,
            Instant to,
            @Nullable String role) {}

    /** Empty where it is no report, or tells of no moment. */
    static Optional<Report> read(byte[] bytes) {
        return Json.read(bytes).flatMap(Report::of);
    }

    /** @param kept {@code {report, pages}}, as taken from Graph */
    private static Optional<Report> of(JsonNode kept) {
        JsonNode report = Json.child(kept, "report");
        String id = Json.text(report, "id");
        if (id == null) {
            return Optional.empty();
        }
        List<JsonNode> records = new ArrayList<>(Json.items(report, "attendanceRecords"));
        Json.items(kept, "pages").forEach(page -> records.addAll(Json.items(page, "value")));
        List<Stay> stays =
                numbered(records.stream().flatMap(one -> stays(one).stream()).toList());
        Instant from = Json.instant(report, "meetingStartDateTime");
        Instant to = Json.instant(report, "meetingEndDateTime");
        for (Stay stay : stays) {
            from = from == null || stay.from().isBefore(from) ? stay.from() : from;
            to = to == null || stay.to().isAfter(to) ? stay.to() : to;
        }
        return from == null || to == null || !to.isAfter(from)
                ? Optional.empty()
                : Optional.of(new Report(id, from, to, stays));
    }

    private static List<Stay> stays(JsonNode record) {
        List<Stay> stays = new ArrayList<>();
        person(record).ifPresent(person -> {
            for (JsonNode interval : Json.items(record, "attendanceIntervals")) {
                Instant from = Json.instant(interval, "joinDateTime");
                Instant to = Json.instant(interval, "leaveDateTime");
                if (from != null && to != null && to.isAfter(from)) {
                    stays.add(new Stay(person, "", from, to, Json.text(record, "role")));
                }
            }
        });
        return stays;
    }

    private static Optional<TeamsPerson> person(JsonNode record) {
        JsonNode identity = Json.child(record, "identity");
        String email = Json.text(record, "emailAddress");
        if (Json.text(identity, "id") == null && Json.text(identity, "displayName") == null) {
            Optional<TeamsPerson> nested = TeamsPerson.ofIdentities(identity);
            if (nested.isPresent()) {
                return TeamsPerson.of(
                        nested.get().entraId(),
                        email == null ? nested.get().email() : email,
                        nested.get().name());
            }
        }
        return TeamsPerson.of(Json.text(identity, "id"), email, Json.text(identity, "displayName"));
    }

    /** By time, so that the order of the records changes nothing. */
    private static List<Stay> numbered(List<Stay> stays) {
        Map<String, Integer> counts = new HashMap<>();
        return stays.stream()
                .sorted(Comparator.comparing((Stay stay) -> stay.person().key())
                        .thenComparing(Stay::from)
                        .thenComparing(Stay::to))
                .map(stay -> new Stay(
                        stay.person(),
                        stay.person().key() + "#" + counts.merge(stay.person().key(), 1, Integer::sum),
                        stay.from(),
                        stay.to(),
                        stay.role()))
                .toList();
    }
}
