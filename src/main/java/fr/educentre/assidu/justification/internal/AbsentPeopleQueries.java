package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.justification.AbsentPeople;
import fr.educentre.assidu.justification.AbsentPeople.AbsenceMail;
import fr.educentre.assidu.justification.AbsentPeople.HalfDay;
import fr.educentre.assidu.justification.AbsentPeople.Missed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is missing on a day, and what is known of each: one statement for each, whatever their number. */
@Component
class AbsentPeopleQueries {

    /** The widest that local days lie beside those of UTC. */
    private static final int ZONE_HOURS = 14;

    private static final int SESSIONS_A_HALF_DAY = 3;
    private static final UUID NOBODY = new UUID(0, 0);

    /** What waits for somebody comes before what is settled. */
    private static final Comparator<JustificationState> UNSETTLED_FIRST = Comparator.comparing(List.of(
            JustificationState.TO_JUSTIFY,
            JustificationState.UNDER_REVIEW,
            JustificationState.UNJUSTIFIED,
            JustificationState.JUSTIFIED)::indexOf);

    private final JdbcClient sql;
    private final Clock clock;

    AbsentPeopleQueries(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A learner's half of the day. */
    record Half(UUID learnerId, HalfDay halfDay) {}

    /** Somebody, and the sessions of the half-day that they miss. */
    record Found(Half half, String name, List<Missed> missed) {}

    /** What somebody has to do with; null where it does not narrow. */
    record Scope(
            @Nullable UUID trainerId,
            @Nullable UUID referentId,
            @Nullable UUID groupId) {

        /** An account that is nobody's has to do with nothing. */
        static Scope of(Actor actor, @Nullable UUID groupId) {
            UUID person = actor.personId() == null ? NOBODY : actor.personId();
            return new Scope(actor.is(Role.TRAINER) ? person : null, actor.is(Role.REFERENT) ? person : null, groupId);
        }
    }

    /** Of sessions that have begun; whom a source has seen already is on their way, not missing. By half-day, then by name. */
    List<Found> missing(Scope scope, LocalDate day) {
        Map<Half, Found> found = new LinkedHashMap<>();
        sql.sql("""
                select x.learner_id, l.first_name || ' ' || l.last_name as name, s.id as session_id, s.title, s.starts_at,
                       s.ends_at, z.zone, g.name as group_name, s.stored_state = 'CLOSED' as closed,
                       case when extract(hour from s.starts_at at time zone z.zone) < 13 then 'AM' else 'PM' end as half,
                       coalesce(v.status, 'AWAITING_DATA') as status, coalesce(v.late_minutes, 0) as late
                  from training_v_session s
                  join training_v_site z on z.id = s.site_id
                  join training_v_group g on g.id = s.group_id
                  -- Of each session for itself: the view of all sessions would be made first otherwise.
                  cross join lateral (select e.learner_id from training_v_expected e where e.session_id = s.id offset 0) x
                  join training_v_learner l on l.id = x.learner_id
                  left join attendance_v_verdict v on v.session_id = s.id and v.learner_id = x.learner_id
                       and v.planned_on = s.planned_on and v.superseded_at is null
                 where s.starts_at >= :from and s.starts_at < :to and s.starts_at <= :now
                   and cast(s.starts_at at time zone z.zone as date) = :day
                   and s.stored_state in ('PLANNED', 'CLOSED')
                   and (cast(:group as uuid) is null or s.group_id = :group)
                   and (cast(:referent as uuid) is null or g.referent_id = :referent)
                   and (cast(:trainer as uuid) is null or s.trainer_id = :trainer or s.actual_trainer_id = :trainer
                        or exists (select from training_v_co_trainer c where c.session_id = s.id and c.trainer_id = :trainer))
                   and (v.status in ('ABSENT', 'LATE', 'PARTIAL')
                        or coalesce(v.status, 'AWAITING_DATA') = 'AWAITING_DATA'
                           and not exists (select from attendance_v_trace t
                                            where t.session_id = s.id and t.learner_id = x.learner_id and t.kind <> 'MARK'))
                 order by half, l.last_name collate french, l.first_name collate french, l.id, s.starts_at
                 limit :most
                """)
                .param(
                        "from",
                        Arguments.utc(day.atStartOfDay().minusHours(ZONE_HOURS).toInstant(ZoneOffset.UTC)))
                .param(
                        "to",
                        Arguments.utc(day.plusDays(1)
                                .atStartOfDay()
                                .plusHours(ZONE_HOURS)
                                .toInstant(ZoneOffset.UTC)))
                .param("now", Arguments.utc(clock.instant()))
                .param("day", day)
                .param("group", scope.groupId())
                .param("referent", scope.referentId())
                .param("trainer", scope.trainerId())
                .param("most", SESSIONS_A_HALF_DAY * AbsentPeople.MOST)
                .query(row -> {
                    var half = new Half(Columns.uuid(row, "learner_id"), HalfDay.valueOf(row.getString("half")));
                    String name = Columns.text(row, "name");
                    found.computeIfAbsent(half, one -> new Found(one, name, new ArrayList<>()))
                            .missed()
                            .add(missed(row));
                });
        return found.values().stream().limit(AbsentPeople.MOST).toList();
    }

    private static Missed missed(ResultSet row) throws SQLException {
        return new Missed(
                new Missed.Session(
                        Columns.uuid(row, "session_id"),
                        Columns.text(row, "title"),
                        Columns.instant(row, "starts_at"),
                        Columns.instant(row, "ends_at"),
                        ZoneId.of(Columns.text(row, "zone")),
                        Columns.text(row, "group_name"),
                        row.getBoolean("closed")),
                AttendanceStatus.valueOf(row.getString("status")),
                row.getInt("late"));
    }

    /** Where the justification stands; never the reason. */
    Map<Half, JustificationState> answers(Collection<UUID> learnerIds, LocalDate day) {
        Map<Half, JustificationState> found = new HashMap<>();
        sql.sql("""
                select learner_id, right(half_day, 2) as half, state from attendance_v_absence_case
                 where learner_id = any(cast(:ids as uuid[])) and half_day in (:day || '/AM', :day || '/PM')
                   and state <> 'WITHDRAWN'
                """)
                .param("ids", Arguments.array(learnerIds))
                .param("day", day.toString())
                .query(row -> {
                    found.merge(
                            half(row),
                            JustificationState.valueOf(row.getString("state")),
                            (one, other) -> UNSETTLED_FIRST.compare(one, other) <= 0 ? one : other);
                });
        return found;
    }

    /** Mails about the half-day; one of the morning says the whole day where the afternoon's absence was known by then. */
    Map<Half, List<AbsenceMail>> mails(Collection<UUID> learnerIds, LocalDate day) {
        Map<Half, List<AbsenceMail>> found = new HashMap<>();
        sql.sql("""
                select distinct c.learner_id, right(c.half_day, 2) as half, m.id, m.recipient_kind, m.state, m.created_at, m.sent_at
                  from attendance_v_absence_case c
                  join messaging_v_correlated m on m.learner_id = c.learner_id and m.state <> 'STOPPED'
                   and (m.correlation = 'absence:' || c.learner_id || ':' || c.half_day
                        or m.correlation in ('absence:' || c.learner_id || ':' || :day || '/AM',
                                             'absence:' || c.learner_id || ':' || :day || '/PM')
                           and c.known_at <= m.created_at)
                 where c.learner_id = any(cast(:ids as uuid[])) and c.half_day in (:day || '/AM', :day || '/PM')
                   and c.state <> 'WITHDRAWN'
                 order by m.created_at, m.id
                """)
                .param("ids", Arguments.array(learnerIds))
                .param("day", day.toString())
                .query(row -> {
                    Instant sentAt = Columns.maybeInstant(row, "sent_at");
                    found.computeIfAbsent(half(row), one -> new ArrayList<>())
                            .add(new AbsenceMail(
                                    Columns.text(row, "recipient_kind"), Columns.text(row, "state"), sentAt));
                });
        return found;
    }

    private static Half half(ResultSet row) throws SQLException {
        return new Half(Columns.uuid(row, "learner_id"), HalfDay.valueOf(row.getString("half")));
    }

    /** Whether the learner is or was of a group that the referent follows. */
    boolean follows(@Nullable UUID referentId, UUID learnerId) {
        return sql.sql("""
                select exists (select from training_v_membership m join training_v_group g on g.id = m.group_id
                                where m.learner_id = :learner and g.referent_id = :referent)
                """)
                .param("learner", learnerId)
                .param("referent", referentId == null ? NOBODY : referentId)
                .query(Boolean.class)
                .single();
    }
}
