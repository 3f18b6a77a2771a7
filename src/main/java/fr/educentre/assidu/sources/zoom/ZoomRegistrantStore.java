package fr.educentre.assidu.sources.zoom;

import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is registered to which meeting, under which of Zoom's identifiers. */
@Component
class ZoomRegistrantStore {

    private final JdbcClient sql;

    ZoomRegistrantStore(JdbcClient sql) {
        this.sql = sql;
    }

    record StoredRegistrant(UUID learnerId, String registrantId, String joinUrl, Instant registeredAt) {}

    Optional<UUID> learner(String meetingNumber, @Nullable String registrantId) {
        return registrantId == null
                ? Optional.empty()
                : sql.sql("select learner_id from zoom_registrant where registrant_id = ? and meeting_number = ?")
                        .params(registrantId, meetingNumber)
                        .query(UUID.class)
                        .optional();
    }

    Map<UUID, StoredRegistrant> of(String meetingNumber) {
        Map<UUID, StoredRegistrant> found = new HashMap<>();
        sql.sql("select * from zoom_registrant where meeting_number = ?")
                .param(meetingNumber)
                .query((row, n) -> new StoredRegistrant(
                        row.getObject("learner_id", UUID.class),
                        row.getString("registrant_id"),
                        row.getString("join_url"),
                        Columns.instant(row, "registered_at")))
                .list()
                .forEach(kept -> found.put(kept.learnerId(), kept));
        return found;
    }

    /** At once, whatever becomes of the others: Zoom knows the learner from then on. */
    @Transactional
    void keep(String meetingNumber, StoredRegistrant kept) {
        sql.sql("""
                insert into zoom_registrant (meeting_number, learner_id, registrant_id, join_url, registered_at)
                values (:meeting, :learner, :registrant, :url, :at)
                on conflict (meeting_number, learner_id) do nothing
                """)
                .param("meeting", meetingNumber)
                .param("learner", kept.learnerId())
                .param("registrant", kept.registrantId())
                .param("url", kept.joinUrl())
                .param("at", Arguments.utc(kept.registeredAt()))
                .update();
    }
}
