package fr.educentre.assidu.training.internal;

import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.training.GroupInfo;
import fr.educentre.assidu.training.MeetingProvider;
import fr.educentre.assidu.training.Modality;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.TimeSlot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sessions as read, with the one rule that tells their state at {@code :now}. */
final class SessionRowMapper {

    static final String STATE = """
            case when s.stored_state <> 'PLANNED' then s.stored_state
                 when cast(:now as timestamptz) < s.starts_at then 'PLANNED'
                 when cast(:now as timestamptz) < s.ends_at or s.data_complete_at is not null then 'OPEN'
                 else 'AWAITING_DATA' end
            """;

    static final String SELECT = """
            select s.*, g.name as group_name, g.starts_on as group_starts_on, g.ends_on as group_ends_on, m.title as module_title, z.name as site_name, z.zone,
                   t.id as giver_id, t.first_name || ' ' || t.last_name as giver_name,
                   %s as state,
                   (select string_agg(extract(epoch from b.from_at)::bigint || ' ' || extract(epoch from b.to_at)::bigint,
                                      ',' order by b.position)
                      from session_break b where b.session_id = s.id) as breaks
              from training_session s
              join learner_group g on g.id = s.group_id
              join site z on z.id = s.site_id
              join trainer t on t.id = coalesce(s.actual_trainer_id, s.trainer_id)
              left join programme_module m on m.id = s.module_id
            """.formatted(STATE);

    private SessionRowMapper() {}

    static SessionInfo session(ResultSet row, int number) throws SQLException {
        return new SessionInfo(
                Columns.uuid(row, "id"),
                row.getString("external_id"),
                row.getString("title"),
                new SessionInfo.Course(
                        Columns.uuid(row, "group_id"),
                        row.getString("group_name"),
                        Columns.maybeUuid(row, "module_id"),
                        row.getString("module_title"),
                        new GroupInfo.Period(Columns.day(row, "group_starts_on"), Columns.day(row, "group_ends_on"))),
                new SessionInfo.Person(Columns.uuid(row, "giver_id"), row.getString("giver_name")),
                new SessionInfo.Schedule(
                        Columns.day(row, "planned_on"),
                        Columns.instant(row, "starts_at"),
                        Columns.instant(row, "ends_at"),
                        breaks(row.getString("breaks")),
                        row.getInt("taught_minutes")),
                new SessionInfo.Place(
                        Columns.uuid(row, "site_id"),
                        row.getString("site_name"),
                        ZoneId.of(row.getString("zone")),
                        Modality.valueOf(row.getString("modality")),
                        row.getString("room"),
                        meeting(row)),
                new SessionInfo.Progress(
                        SessionState.valueOf(row.getString("state")), Columns.maybeInstant(row, "data_complete_at")));
    }

    private static SessionInfo.@Nullable Meeting meeting(ResultSet row) throws SQLException {
        String id = row.getString("meeting_id");
        String provider = row.getString("meeting_provider");
        return id == null || provider == null
                ? null
                : new SessionInfo.Meeting(MeetingProvider.valueOf(provider), id, row.getString("meeting_url"));
    }

    private static List<TimeSlot> breaks(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        return Arrays.stream(text.split(","))
                .map(pair -> pair.split(" "))
                .map(ends -> new TimeSlot(second(ends[0]), second(ends[1])))
                .toList();
    }

    private static Instant second(String epoch) {
        return Instant.ofEpochSecond(Long.parseLong(epoch));
    }
}
