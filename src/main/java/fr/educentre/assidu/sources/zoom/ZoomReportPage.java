package fr.educentre.assidu.sources.zoom;

import fr.educentre.assidu.sources.core.LenientJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One page of the participants report.
 *
 * @param rows of people in the meeting, and of those who waited to be let in
 * @param next where the report goes on, null on its last page
 */
record ZoomReportPage(List<Row> rows, @Nullable String next) {

    private static final int MOST_ROWS = 5000;

    /** One connection. @param waited in the waiting room, which is no presence */
    record Row(ZoomParticipant who, String connection, Instant from, Instant to, boolean waited) {}

    /** Empty where the bytes are no such page. */
    static Optional<ZoomReportPage> read(byte[] bytes) {
        return LenientJson.read(bytes).flatMap(ZoomReportPage::read);
    }

    private static Optional<ZoomReportPage> read(JsonNode root) {
        JsonNode participants = root.path("participants");
        if (!participants.isArray() || participants.size() > MOST_ROWS) {
            return Optional.empty();
        }
        List<Row> rows = new ArrayList<>();
        for (JsonNode told : participants) {
            row(told).ifPresent(rows::add);
        }
        JsonNode next = root.path("next_page_token");
        String token = next.isString() && !next.stringValue().isBlank() ? next.stringValue() : null;
        return Optional.of(new ZoomReportPage(List.copyOf(rows), token));
    }

    private static Optional<Row> row(JsonNode told) {
        Instant from = ZoomProtocol.JSON.instant(told, "join_time");
        Instant to = ZoomProtocol.JSON.instant(told, "leave_time");
        JsonNode seconds = told.path("duration");
        if (from != null && to == null && seconds.isIntegralNumber() && seconds.intValue() > 0) {
            to = from.plus(Duration.ofSeconds(seconds.intValue()));
        }
        if (from == null || to == null || to.isBefore(from)) {
            return Optional.empty();
        }
        ZoomParticipant who = ZoomParticipant.ofRow(told);
        String userId = ZoomProtocol.JSON.text(told, "user_id");
        String connection = userId != null ? userId : "? " + who.key(null, "") + " " + from;
        boolean waited = "in_waiting_room".equals(ZoomProtocol.JSON.text(told, "status"));
        return Optional.of(new Row(who, connection, from, to, waited));
    }
}
