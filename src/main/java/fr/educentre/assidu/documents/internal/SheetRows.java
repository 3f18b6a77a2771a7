package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.documents.internal.SheetFacts.Connection;
import fr.educentre.assidu.documents.internal.SheetFacts.CorrectionFacts;
import fr.educentre.assidu.documents.internal.SheetFacts.Interval;
import fr.educentre.assidu.documents.internal.SheetFacts.LineFacts;
import fr.educentre.assidu.documents.internal.SheetFacts.SessionFacts;
import fr.educentre.assidu.documents.internal.SheetFacts.TraceFacts;
import fr.educentre.assidu.jdbc.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Rows of the sheet's statements as facts. */
@Component
class SheetRows {

    private final JsonMapper json;

    SheetRows(JsonMapper json) {
        this.json = json;
    }

    record Key(UUID sessionId, UUID learnerId) {}

    static Key key(ResultSet row) throws SQLException {
        return new Key(row.getObject("session_id", UUID.class), row.getObject("learner_id", UUID.class));
    }

    SessionFacts session(ResultSet row, int index) throws SQLException {
        return new SessionFacts(
                row.getObject("id", UUID.class),
                row.getString("title"),
                new SessionFacts.Group(
                        row.getObject("group_id", UUID.class),
                        row.getString("group_name"),
                        row.getString("programme"),
                        row.getString("module")),
                new SessionFacts.Place(
                        row.getString("site_name"),
                        row.getString("site_address"),
                        row.getString("room"),
                        row.getString("modality"),
                        row.getString("meeting_provider")),
                new SessionFacts.Trainers(
                        row.getString("trainer"),
                        row.getString("replaced_trainer"),
                        row.getString("co_trainers"),
                        Columns.maybeInstant(row, "trainer_signed_at")),
                new SessionFacts.Slot(
                        ZoneId.of(row.getString("zone")),
                        Columns.instant(row, "starts_at"),
                        Columns.instant(row, "ends_at"),
                        breaks(row),
                        row.getInt("taught_minutes")),
                new SessionFacts.Progress(
                        row.getString("stored_state"),
                        Columns.maybeInstant(row, "data_complete_at"),
                        Columns.maybeInstant(row, "closed_at"),
                        row.getString("closed_by"),
                        row.getString("change_reason")));
    }

    LineFacts line(ResultSet row, Map<Key, List<TraceFacts>> traces) throws SQLException {
        return new LineFacts(
                row.getObject("session_id", UUID.class),
                new LineFacts.Learner(
                        row.getObject("learner_id", UUID.class),
                        row.getString("learner"),
                        row.getString("external_id"),
                        row.getObject("enrolment_id", UUID.class)),
                row.getString("status"),
                new LineFacts.Minutes(
                        row.getInt("observed"), row.getInt("credited"), row.getInt("late"), row.getInt("early")),
                new LineFacts.Decision(
                        row.getObject("version", Integer.class),
                        row.getString("decided_by"),
                        Columns.maybeInstant(row, "decided_at")),
                row.getString("justification"),
                new LineFacts.Proof(
                        row.getBoolean("proof"),
                        intervals(row.getString("intervals")),
                        traces.getOrDefault(key(row), List.of())));
    }

    static TraceFacts trace(ResultSet row) throws SQLException {
        return new TraceFacts(
                row.getString("source"),
                row.getString("kind"),
                Columns.instant(row, "first"),
                Columns.maybeInstant(row, "last"),
                row.getLong("traces"),
                row.getString("by"));
    }

    static CorrectionFacts correction(ResultSet row, int index) throws SQLException {
        return new CorrectionFacts(
                row.getObject("session_id", UUID.class),
                row.getString("learner"),
                new CorrectionFacts.Author(
                        row.getString("decided_by"),
                        row.getString("decided_by_role"),
                        Columns.instant(row, "decided_at"),
                        row.getString("person_reason")),
                new CorrectionFacts.Status(row.getString("before"), row.getString("status")),
                new CorrectionFacts.Minutes(row.getInt("minutes_before"), row.getInt("observed_minutes")));
    }

    private List<Connection> intervals(@Nullable String text) {
        var found = new ArrayList<Connection>();
        if (text != null) {
            for (var node : json.readTree(text)) {
                found.add(new Connection(
                        OffsetDateTime.parse(node.path("from").asString()).toInstant(),
                        OffsetDateTime.parse(node.path("to").asString()).toInstant(),
                        node.path("source").asString("")));
            }
        }
        return found;
    }

    private static List<Interval> breaks(ResultSet row) throws SQLException {
        var from = row.getArray("break_from");
        var to = row.getArray("break_to");
        var found = new ArrayList<Interval>();
        if (from != null && to != null) {
            var starts = (Timestamp[]) from.getArray();
            var ends = (Timestamp[]) to.getArray();
            for (int i = 0; i < starts.length; i++) {
                found.add(new Interval(starts[i].toInstant(), ends[i].toInstant()));
            }
        }
        return found;
    }
}
