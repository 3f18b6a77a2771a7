package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.imports.Timetables.Announcement;
import fr.educentre.assidu.imports.Timetables.Removal;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sessions to come that their calendar no longer has: proposed to be cancelled, by a person. */
@Component
class VanishedSessions {

    private final JdbcClient sql;
    private final Sessions sessions;
    private final Clock clock;

    VanishedSessions(JdbcClient sql, Sessions sessions, Clock clock) {
        this.sql = sql;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Those that this reading is the first to miss; one that a person kept is not proposed again. */
    List<UUID> missing(Announcement told) {
        Set<String> present = told.present();
        if (told.feedId() == null || present == null) {
            return List.of();
        }
        return sql.sql("""
                        select s.id from session_source o join training_v_session s on s.id = o.session_id
                         where o.feed_id = :feed and s.stored_state = 'PLANNED' and s.starts_at > :now
                           and not (s.external_id = any(:present)) and not (o.uid = any(:unclear))
                           and not exists (select 1 from session_removal r where r.session_id = s.id
                                           and r.state in ('OPEN', 'KEPT'))
                         order by s.starts_at, s.id
                        """)
                .param("feed", told.feedId())
                .param("now", now())
                .param("present", present.toArray(String[]::new))
                .param("unclear", told.unclear().toArray(String[]::new))
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    boolean reappearing(Announcement told) {
        return !reappeared(told).isEmpty();
    }

    private List<UUID> reappeared(Announcement told) {
        Set<String> present = told.present();
        if (told.feedId() == null || present == null) {
            return List.of();
        }
        return sql.sql("""
                        select r.id from session_removal r join training_v_session s on s.id = r.session_id
                         where r.feed_id = :feed and r.state = 'OPEN' and s.external_id = any(:present)
                        """)
                .param("feed", told.feedId())
                .param("present", present.toArray(String[]::new))
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    void notice(Announcement told, List<UUID> missing) {
        UUID feed = told.feedId();
        if (feed == null) {
            return;
        }
        for (UUID back : reappeared(told)) {
            sql.sql("update session_removal set state = 'REAPPEARED', decided_at = ? where id = ?")
                    .params(now(), back)
                    .update();
        }
        for (UUID session : missing) {
            sql.sql(
                            "insert into session_removal (id, session_id, feed_id, state, noticed_at) values (?, ?, ?, 'OPEN', ?)")
                    .params(TimeOrderedId.next(), session, feed, now())
                    .update();
        }
    }

    private record Row(UUID id, UUID session, UUID feed, Instant noticedAt) {}

    /** @param id null for all; those that are over or cancelled otherwise need no decision any more */
    List<Removal> open(@Nullable UUID id) {
        List<Row> rows = sql.sql("""
                        select r.* from session_removal r join training_v_session s on s.id = r.session_id
                         where r.state = 'OPEN' and s.stored_state = 'PLANNED' and s.starts_at > :now
                           and (cast(:id as uuid) is null or r.id = :id)
                         order by s.starts_at, r.id
                        """)
                .param("now", now())
                .param("id", id, java.sql.Types.OTHER)
                .query((row, n) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getObject("session_id", UUID.class),
                        row.getObject("feed_id", UUID.class),
                        Columns.instant(row, "noticed_at")))
                .list();
        Map<UUID, SessionInfo> found =
                sessions.byIds(rows.stream().map(Row::session).toList());
        return rows.stream()
                .map(row -> new Removal(
                        row.id(), Objects.requireNonNull(found.get(row.session())), row.feed(), row.noticedAt()))
                .toList();
    }

    void decided(UUID id, boolean cancelled, String by) {
        sql.sql("update session_removal set state = ?, decided_by = ?, decided_at = ? where id = ?")
                .params(cancelled ? "CANCELLED" : "KEPT", by, now(), id)
                .update();
    }

    private OffsetDateTime now() {
        return Arguments.utc(clock.instant());
    }
}
