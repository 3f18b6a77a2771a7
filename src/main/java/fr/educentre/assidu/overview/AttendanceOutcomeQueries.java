package fr.educentre.assidu.overview;

import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.shell.Wording;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what is retained for learners: a fixed number of statements, whatever their number and their sessions'. */
@Component
class AttendanceOutcomeQueries {

    /** Sessions this far ahead belong to a half-day that may have begun. */
    private static final Duration HALF_DAY = Duration.ofHours(12);

    private static final Wording RESERVED = Wording.of("alerts.reserved.why");

    private final JdbcClient sql;
    private final Clock clock;

    AttendanceOutcomeQueries(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @param groupId only sessions of this group, or that count for an enrolment in it (catch-ups elsewhere) */
    Map<UUID, List<AttendanceOutcome>> outcomes(Collection<UUID> learnerIds, @Nullable UUID groupId) {
        Map<UUID, List<AttendanceOutcome>> found = new HashMap<>();
        if (learnerIds.isEmpty()) {
            return found;
        }
        Set<Pair> decided = new HashSet<>();
        OffsetDateTime now = Arguments.utc(clock.instant());
        sql.sql("""
                select v.learner_id, v.session_id, v.status, v.taught_minutes, v.observed_minutes, v.credited_minutes,
                       s.starts_at, s.stored_state = 'CLOSED' as closed, s.ends_at <= :now as ended,
                       s.catch_up_of_id is not null
                       or exists (select 1 from training_v_participant p
                                   where p.session_id = s.id and p.learner_id = v.learner_id
                                     and p.makes_up_for_id is not null and p.withdrawn_at is null) as catch_up,
                       z.zone, c.state as justification
                  from attendance_v_verdict v
                  join training_v_session s on s.id = v.session_id
                  join training_v_site z on z.id = s.site_id
                  left join training_v_enrolment e on e.id = v.enrolment_id
                  left join attendance_v_absence_case c on c.session_id = v.session_id and c.learner_id = v.learner_id
                       and c.state <> 'WITHDRAWN'
                 where v.learner_id = any(:learners) and v.superseded_at is null
                   and s.stored_state in ('PLANNED', 'CLOSED')
                   and (cast(:group as uuid) is null or s.group_id = :group or e.group_id = :group)
                """)
                .param("learners", learnerIds.toArray(UUID[]::new))
                .param("group", groupId)
                .param("now", now)
                .query(row -> {
                    decided.add(
                            new Pair(row.getObject("learner_id", UUID.class), row.getObject("session_id", UUID.class)));
                    add(found, row, outcome(row));
                });
        List<UUID> open = open(learnerIds, groupId, now);
        if (!open.isEmpty()) {
            sql.sql("""
                    select x.learner_id, x.session_id, 'AWAITING_DATA' as status, s.taught_minutes, 0 as observed_minutes,
                           0 as credited_minutes, s.starts_at, false as closed, s.ends_at <= :now as ended,
                           s.catch_up_of_id is not null
                           or exists (select 1 from training_v_participant p
                                       where p.session_id = s.id and p.learner_id = x.learner_id
                                         and p.makes_up_for_id is not null and p.withdrawn_at is null) as catch_up,
                           z.zone, null as justification
                      from training_v_expected x
                      join training_v_session s on s.id = x.session_id
                      join training_v_site z on z.id = s.site_id
                     where x.session_id = any(:sessions) and x.learner_id = any(:learners)
                    """)
                    .param("sessions", open.toArray(UUID[]::new))
                    .param("learners", learnerIds.toArray(UUID[]::new))
                    .param("now", now)
                    .query(row -> {
                        if (decided.add(new Pair(
                                row.getObject("learner_id", UUID.class), row.getObject("session_id", UUID.class)))) {
                            add(found, row, outcome(row));
                        }
                    });
        }
        return found;
    }

    /** Sessions over or about to be, of the learners' groups, that nobody closed. */
    private List<UUID> open(Collection<UUID> learnerIds, @Nullable UUID groupId, OffsetDateTime now) {
        return sql.sql("""
                select s.id from training_v_session s
                 where s.stored_state = 'PLANNED' and s.starts_at <= :soon
                   and (s.group_id = :group
                        or cast(:group as uuid) is null
                           and (s.group_id in (select m.group_id from training_v_membership m where m.learner_id = any(:learners))
                                or s.id in (select p.session_id from training_v_participant p
                                             where p.learner_id = any(:learners) and p.withdrawn_at is null)))
                """)
                .param("soon", now.plus(HALF_DAY))
                .param("group", groupId)
                .param("learners", learnerIds.toArray(UUID[]::new))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    private record Pair(UUID learnerId, UUID sessionId) {}

    private static void add(Map<UUID, List<AttendanceOutcome>> found, ResultSet row, AttendanceOutcome outcome)
            throws SQLException {
        found.computeIfAbsent(row.getObject("learner_id", UUID.class), id -> new ArrayList<>())
                .add(outcome);
    }

    private static AttendanceOutcome outcome(ResultSet row) throws SQLException {
        return new AttendanceOutcome(
                row.getObject("starts_at", OffsetDateTime.class)
                        .atZoneSameInstant(ZoneId.of(row.getString("zone")))
                        .toLocalDateTime(),
                row.getBoolean("closed"),
                row.getBoolean("ended"),
                row.getBoolean("catch_up"),
                row.getString("status"),
                row.getString("justification"),
                new AttendanceOutcome.Minutes(
                        row.getInt("taught_minutes"), row.getInt("observed_minutes"), row.getInt("credited_minutes")));
    }

    /** Agreed minutes of the learners' enrolments, in the group or in all. */
    Map<UUID, Integer> agreed(Collection<UUID> learnerIds, @Nullable UUID groupId) {
        Map<UUID, Integer> found = new HashMap<>();
        sql.sql("""
                select learner_id, sum(agreed_minutes) as agreed from training_v_enrolment
                 where learner_id = any(:learners) and (cast(:group as uuid) is null or group_id = :group)
                 group by learner_id
                """)
                .param("learners", learnerIds.toArray(UUID[]::new))
                .param("group", groupId)
                .query(row -> {
                    found.put(row.getObject("learner_id", UUID.class), row.getInt("agreed"));
                });
        return found;
    }

    /** Learners whom an alert that is not over calls at risk, with what such alerts explain; as anybody may read it. */
    Map<UUID, List<Wording>> atRisk(Collection<UUID> learnerIds) {
        Map<UUID, List<Wording>> found = new HashMap<>();
        sql.sql("""
                select learner_id, explanation, about_health from alerts_v_alert
                 where learner_id = any(:learners) and at_risk and state <> 'RESOLVED'
                 order by raised_at desc, id
                """).param("learners", learnerIds.toArray(UUID[]::new)).query(row -> {
            Wording why = row.getBoolean("about_health") ? RESERVED : Wording.stored(row.getString("explanation"));
            found.computeIfAbsent(row.getObject("learner_id", UUID.class), id -> new ArrayList<>())
                    .add(why);
        });
        return found;
    }
}
