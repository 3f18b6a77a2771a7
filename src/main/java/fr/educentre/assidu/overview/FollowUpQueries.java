package fr.educentre.assidu.overview;

import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sessions that were held and at which learners were expected for some courses: one statement, whatever their number. */
@Component
class FollowUpQueries {

    private final JdbcClient sql;

    FollowUpQueries(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * What is retained for a learner at one session.
     *
     * @param status AWAITING_DATA where nothing was decided
     * @param missing minutes of an absence, or that a partial presence lacks
     * @param justification state of the absence, null without one
     * @param toEmployer what the reason is worth to the employer, null where that is not decided
     */
    record Attended(
            UUID enrolmentId,
            Slot slot,
            String status,
            Minutes minutes,
            @Nullable String justification,
            @Nullable String toEmployer) {

        /** When it was held. */
        record Slot(Instant from, Instant to, ZoneId zone) {

            LocalDate day() {
                return LocalDate.ofInstant(from, zone);
            }
        }

        /** What was counted. */
        record Minutes(int taught, int observed, int missing) {}
    }

    /** By time. */
    List<Attended> held(Collection<UUID> enrolments, Collection<UUID> learners, Instant from, Instant to) {
        return sql.sql("""
                select x.enrolment_id, s.starts_at, s.ends_at, z.zone, coalesce(v.status, 'AWAITING_DATA') as status,
                       coalesce(v.taught_minutes, s.taught_minutes) as taught, coalesce(v.observed_minutes, 0) as observed,
                       coalesce(c.missing_minutes, case when v.status = 'ABSENT' then v.taught_minutes end, 0) as missing,
                       c.state, c.to_employer
                  from training_v_session s
                  join training_v_site z on z.id = s.site_id
                  join training_v_expected x on x.session_id = s.id
                  left join attendance_v_verdict v on v.session_id = s.id and v.learner_id = x.learner_id
                       and v.superseded_at is null
                  left join attendance_v_absence_case c on c.session_id = s.id and c.learner_id = x.learner_id
                       and c.state <> 'WITHDRAWN'
                 where s.stored_state in ('PLANNED', 'CLOSED') and s.starts_at >= :from and s.ends_at <= :to
                   and x.enrolment_id = any(:enrolments) and x.learner_id = any(:learners)
                   and (s.group_id in (select m.group_id from training_v_membership m where m.learner_id = any(:learners))
                        or s.id in (select p.session_id from training_v_participant p
                                     where p.learner_id = any(:learners) and p.withdrawn_at is null))
                 order by s.starts_at, s.id
                """)
                .param("enrolments", enrolments.toArray(UUID[]::new))
                .param("learners", learners.toArray(UUID[]::new))
                .param("from", Arguments.utc(from))
                .param("to", Arguments.utc(to))
                .query((row, n) -> attended(row))
                .list();
    }

    private static Attended attended(ResultSet row) throws SQLException {
        return new Attended(
                Columns.uuid(row, "enrolment_id"),
                new Attended.Slot(
                        Columns.instant(row, "starts_at"),
                        Columns.instant(row, "ends_at"),
                        ZoneId.of(Columns.text(row, "zone"))),
                Columns.text(row, "status"),
                new Attended.Minutes(row.getInt("taught"), row.getInt("observed"), row.getInt("missing")),
                row.getString("state"),
                row.getString("to_employer"));
    }

    static boolean unknown(Attended one) {
        return Objects.equals(one.status(), "AWAITING_DATA");
    }
}
