package fr.educentre.assidu.overview;

import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.overview.PresenceGrid.Cell;
import fr.educentre.assidu.overview.PresenceGrid.HeldSession;
import fr.educentre.assidu.overview.PresenceGrids.Period;
import fr.educentre.assidu.overview.PresenceGrids.Window;
import fr.educentre.assidu.shell.PageOf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the grid of a group: a statement for each part of it. */
@Component
class PresenceGridQueries {

    private final JdbcClient sql;
    private final Clock clock;

    PresenceGridQueries(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Sessions of the group that have begun and are held, latest first. */
    PageOf<HeldSession> sessions(UUID group, ZoneId zone, Period period, Window window) {
        OffsetDateTime from = bound(period.from(), 0, zone, Instant.EPOCH);
        OffsetDateTime to = bound(period.to(), 1, zone, clock.instant());
        long all = sql.sql("""
                select count(*) from training_v_session s
                 where s.group_id = :group and s.stored_state in ('PLANNED', 'CLOSED')
                   and s.starts_at >= :from and s.starts_at < :to and s.starts_at <= :now
                """)
                .param("group", group)
                .param("from", from)
                .param("to", to)
                .param("now", Arguments.utc(clock.instant()))
                .query(Long.class)
                .single();
        List<HeldSession> items = sql.sql("""
                select s.id, s.title, s.starts_at, s.ends_at, s.stored_state = 'CLOSED' as closed, z.zone
                  from training_v_session s join training_v_site z on z.id = s.site_id
                 where s.group_id = :group and s.stored_state in ('PLANNED', 'CLOSED')
                   and s.starts_at >= :from and s.starts_at < :to and s.starts_at <= :now
                 order by s.starts_at desc, s.id desc limit :size offset :skipped
                """)
                .param("group", group)
                .param("from", from)
                .param("to", to)
                .param("now", Arguments.utc(clock.instant()))
                .param("size", window.size())
                .param("skipped", (long) window.page() * window.size())
                .query((row, n) -> session(row))
                .list();
        return new PageOf<>(items, window.page(), window.size(), all);
    }

    /** The day's first moment where the group meets, or the one after it; what has no bound ends after now. */
    private static OffsetDateTime bound(@Nullable LocalDate day, int after, ZoneId zone, Instant otherwise) {
        return Arguments.utc(
                day == null
                        ? otherwise.plusSeconds(1)
                        : day.plusDays(after).atStartOfDay(zone).toInstant());
    }

    private static HeldSession session(ResultSet row) throws SQLException {
        ZoneId zone = ZoneId.of(row.getString("zone"));
        return new HeldSession(
                row.getObject("id", UUID.class),
                row.getString("title"),
                local(row, "starts_at", zone),
                local(row, "ends_at", zone),
                row.getBoolean("closed"));
    }

    private static OffsetDateTime local(ResultSet row, String column, ZoneId zone) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .atZoneSameInstant(zone)
                .toOffsetDateTime();
    }

    /** What is retained, and where nothing is yet; learner to session to cell. */
    Map<UUID, Map<UUID, Cell>> cells(Collection<UUID> sessions, Collection<UUID> learners) {
        Map<UUID, Map<UUID, Cell>> found = new HashMap<>();
        if (sessions.isEmpty() || learners.isEmpty()) {
            return found;
        }
        sql.sql("""
                select x.session_id, x.learner_id, 'AWAITING_DATA' as status, null as justification
                  from training_v_expected x
                 where x.session_id = any(cast(:sessions as uuid[])) and x.learner_id = any(cast(:learners as uuid[]))
                """)
                .param("sessions", Arguments.array(sessions))
                .param("learners", Arguments.array(learners))
                .query(row -> {
                    put(found, row);
                });
        sql.sql("""
                select v.session_id, v.learner_id, v.status, c.state as justification
                  from attendance_v_verdict v
                  left join attendance_v_absence_case c on c.session_id = v.session_id and c.learner_id = v.learner_id
                       and c.state <> 'WITHDRAWN'
                 where v.session_id = any(cast(:sessions as uuid[])) and v.learner_id = any(cast(:learners as uuid[]))
                   and v.superseded_at is null
                """)
                .param("sessions", Arguments.array(sessions))
                .param("learners", Arguments.array(learners))
                .query(row -> {
                    put(found, row);
                });
        return found;
    }

    private static void put(Map<UUID, Map<UUID, Cell>> found, ResultSet row) throws SQLException {
        UUID session = row.getObject("session_id", UUID.class);
        String justification = row.getString("justification");
        found.computeIfAbsent(row.getObject("learner_id", UUID.class), id -> new HashMap<>())
                .put(
                        session,
                        new Cell(
                                session,
                                AttendanceStatus.valueOf(row.getString("status")),
                                justification == null ? null : JustificationState.valueOf(justification)));
    }
}
