package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.sources.core.LenientJson;
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
 * @param from when the meeting began, by the report
 */
record TeamsReport(String id, Instant from, Instant to, List<Stay> stays) {

    /** Someone there, from, to. @param connection the person, and the number of their stay */
    record Stay(
            TeamsParticipant person,
            String connection,
            Instant from,
            Instant to,
            @Nullable String role) {}

    /** Empty where it is no report, or has no moment. */
    static Optional<TeamsReport> read(byte[] bytes) {
        return LenientJson.readObject(bytes).flatMap(TeamsReport::of);
    }

    /** @param stored {@code {report, pages}}, as taken from Graph */
    private static Optional<TeamsReport> of(JsonNode stored) {
        JsonNode report = GraphProtocol.JSON.child(stored, "report");
        String id = GraphProtocol.JSON.text(report, "id");
        if (id == null) {
            return Optional.empty();
        }
        List<JsonNode> records = new ArrayList<>(GraphProtocol.JSON.items(report, "attendanceRecords"));
        GraphProtocol.JSON
                .items(stored, "pages")
                .forEach(page -> records.addAll(GraphProtocol.JSON.items(page, "value")));
        List<Stay> stays =
                numbered(records.stream().flatMap(one -> stays(one).stream()).toList());
        Instant from = GraphProtocol.JSON.instant(report, "meetingStartDateTime");
        Instant to = GraphProtocol.JSON.instant(report, "meetingEndDateTime");
        for (Stay stay : stays) {
            from = from == null || stay.from().isBefore(from) ? stay.from() : from;
            to = to == null || stay.to().isAfter(to) ? stay.to() : to;
        }
        return from == null || to == null || !to.isAfter(from)
                ? Optional.empty()
                : Optional.of(new TeamsReport(id, from, to, stays));
    }

    private static List<Stay> stays(JsonNode record) {
        List<Stay> stays = new ArrayList<>();
        person(record).ifPresent(person -> {
            for (JsonNode interval : GraphProtocol.JSON.items(record, "attendanceIntervals")) {
                Instant from = GraphProtocol.JSON.instant(interval, "joinDateTime");
                Instant to = GraphProtocol.JSON.instant(interval, "leaveDateTime");
                if (from != null && to != null && to.isAfter(from)) {
                    stays.add(new Stay(person, "", from, to, GraphProtocol.JSON.text(record, "role")));
                }
            }
        });
        return stays;
    }

    private static Optional<TeamsParticipant> person(JsonNode record) {
        JsonNode identity = GraphProtocol.JSON.child(record, "identity");
        String email = GraphProtocol.JSON.text(record, "emailAddress");
        if (GraphProtocol.JSON.text(identity, "id") == null
                && GraphProtocol.JSON.text(identity, "displayName") == null) {
            Optional<TeamsParticipant> nested = TeamsParticipant.ofIdentities(identity);
            if (nested.isPresent()) {
                return TeamsParticipant.of(
                        nested.get().entraId(),
                        email == null ? nested.get().email() : email,
                        nested.get().name());
            }
        }
        return TeamsParticipant.of(
                GraphProtocol.JSON.text(identity, "id"), email, GraphProtocol.JSON.text(identity, "displayName"));
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
