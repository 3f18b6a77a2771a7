package fr.educentre.assidu.sources.bigbluebutton;

import fr.educentre.assidu.jdbc.Arguments;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Instances of meetings that the server named. */
@Component
class MeetingInstanceStore {

    private static final Duration KEPT = Duration.ofDays(35);

    private final JdbcClient sql;
    private final Clock clock;

    MeetingInstanceStore(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A web hook named it. @param parent of a breakout room, else null */
    void hooked(String occurrence, String meetingId, @Nullable String parent) {
        sql.sql("""
                insert into bbb_occurrence (internal_meeting_id, meeting_id, parent_internal_meeting_id, heard_at, hooked_at)
                values (:occurrence, :meeting, :parent, :now, :now)
                on conflict (internal_meeting_id) do update
                   set heard_at = excluded.heard_at, hooked_at = excluded.hooked_at,
                       parent_internal_meeting_id =
                           coalesce(bbb_occurrence.parent_internal_meeting_id, excluded.parent_internal_meeting_id)
                 where bbb_occurrence.hooked_at is null or bbb_occurrence.hooked_at < :stale
                    or excluded.parent_internal_meeting_id is not null
                """)
                .param("occurrence", occurrence)
                .param("meeting", meetingId)
                .param("parent", parent)
                .param("now", Arguments.utc(clock.instant()))
                .param("stale", Arguments.utc(clock.instant().minusSeconds(60)))
                .update();
    }

    /** The meeting that a breakout room belongs to. */
    Optional<String> meetingOfBreakout(String occurrence) {
        return sql.sql("""
                select p.meeting_id from bbb_occurrence o
                  join bbb_occurrence p on p.internal_meeting_id = o.parent_internal_meeting_id
                 where o.internal_meeting_id = ?
                """).param(occurrence).query(String.class).optional();
    }

    /** Who it is behind an identifier of a connection, for when they leave. */
    void named(String occurrence, String connection, String userId, @Nullable String name) {
        sql.sql("""
                insert into bbb_person (internal_meeting_id, connection, user_id, name, moderator, present, seen_at)
                values (:occurrence, :connection, :user, :name, false, false, :now)
                on conflict (internal_meeting_id, connection) do nothing
                """)
                .param("occurrence", occurrence)
                .param("connection", connection)
                .param("user", userId)
                .param("name", name)
                .param("now", Arguments.utc(clock.instant()))
                .update();
    }

    Optional<String> nameOf(String occurrence, String connection) {
        return sql.sql(
                        "select name from bbb_person where internal_meeting_id = ? and connection = ? and name is not null")
                .params(occurrence, connection)
                .query(String.class)
                .optional();
    }

    /** An analytics body came. @return whether it is the first of this instance */
    @Transactional
    boolean firstAnalytics(String occurrence, String meetingId) {
        return sql.sql("""
                insert into bbb_occurrence (internal_meeting_id, meeting_id, heard_at, analytics_at)
                values (:occurrence, :meeting, :now, :now)
                on conflict (internal_meeting_id) do update set analytics_at = excluded.analytics_at
                 where bbb_occurrence.analytics_at is null
                """)
                        .param("occurrence", occurrence)
                        .param("meeting", meetingId)
                        .param("now", Arguments.utc(clock.instant()))
                        .update()
                > 0;
    }

    /** Notes the first readable analytics body of the instance. @return whether it is this one */
    boolean analyticsOf(String occurrence, String meetingId, UUID delivery) {
        UUID owner = sql.sql("""
                insert into bbb_occurrence (internal_meeting_id, meeting_id, heard_at, analytics_delivery_id)
                values (:occurrence, :meeting, :now, :delivery)
                on conflict (internal_meeting_id) do update
                   set analytics_delivery_id = coalesce(bbb_occurrence.analytics_delivery_id, :delivery)
                returning analytics_delivery_id
                """)
                .param("occurrence", occurrence)
                .param("meeting", meetingId)
                .param("now", Arguments.utc(clock.instant()))
                .param("delivery", delivery)
                .query(UUID.class)
                .single();
        return owner.equals(delivery);
    }

    /** Deletes names that only serve to read deliveries, which come within days. */
    @Transactional
    void forgetOld() {
        sql.sql("delete from bbb_person where seen_at < ?")
                .param(Arguments.utc(clock.instant().minus(KEPT)))
                .update();
    }
}
