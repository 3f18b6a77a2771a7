package fr.educentre.assidu.sources.zoom;

import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.sources.zoom.ZoomEvent.Meeting;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Instances of meetings that ended. */
@Component
class ZoomMeetingInstanceStore {

    private final JdbcClient sql;
    private final Clock clock;

    ZoomMeetingInstanceStore(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void ended(Meeting meeting, @Nullable Instant startedAt, Instant endedAt) {
        sql.sql("""
                insert into zoom_instance (uuid, meeting_number, started_at, ended_at) values (:uuid, :number, :start, :end)
                on conflict (uuid) do update
                   set started_at = coalesce(zoom_instance.started_at, excluded.started_at),
                       ended_at = greatest(zoom_instance.ended_at, excluded.ended_at)
                """)
                .param("uuid", meeting.instance())
                .param("number", meeting.number())
                .param("start", Arguments.maybeUtc(startedAt))
                .param("end", Arguments.maybeUtc(endedAt))
                .update();
    }

    /** Those that were on at some time of the stretch; of those whose start is not known, those that ended in it. */
    List<String> during(String number, TimeSlot stretch) {
        return sql.sql("""
                select uuid from zoom_instance
                 where meeting_number = :number and ended_at > :from and coalesce(started_at, ended_at) < :to
                 order by ended_at, uuid
                """)
                .param("number", number)
                .param("from", Arguments.maybeUtc(stretch.from()))
                .param("to", Arguments.maybeUtc(stretch.to()))
                .query((row, n) -> row.getString("uuid"))
                .list();
    }

    void reported(String instance, int rows) {
        sql.sql("update zoom_instance set reported_at = :now, reported_rows = :rows where uuid = :uuid")
                .param("now", Arguments.maybeUtc(clock.instant()))
                .param("rows", rows)
                .param("uuid", instance)
                .update();
    }
}
