package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.training.EnrolmentInfo;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a certificate adds up: two statements. */
@Component
class CertificateReader {

    private final JdbcClient jdbc;

    CertificateReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    CertificateFacts of(EnrolmentInfo enrolment) {
        var sessions = jdbc.sql("""
                        select s.starts_at, s.ends_at, z.zone, s.modality, s.taught_minutes, v.status,
                               coalesce(v.credited_minutes, 0) as credited, coalesce(v.proof_sufficient, false) as proof
                          from training_v_expected x
                          join training_v_session s on s.id = x.session_id
                          join training_v_site z on z.id = s.site_id
                          left join attendance_v_verdict v on v.session_id = x.session_id and v.learner_id = x.learner_id
                               and v.planned_on = s.planned_on and v.superseded_at is null
                         where x.learner_id = :learner and coalesce(v.enrolment_id, x.enrolment_id) = :enrolment
                           and s.stored_state in ('PLANNED', 'CLOSED')
                         order by s.starts_at, s.id""")
                .param("learner", enrolment.learnerId())
                .param("enrolment", enrolment.id())
                .query((row, i) -> new CertificateFacts.Held(
                        Columns.instant(row, "starts_at"),
                        Columns.instant(row, "ends_at"),
                        ZoneId.of(row.getString("zone")),
                        row.getString("modality"),
                        row.getInt("taught_minutes"),
                        row.getString("status"),
                        row.getInt("credited"),
                        row.getBoolean("proof")))
                .list();
        var activities = jdbc.sql("""
                        select distinct (r.done_at at time zone z.zone)::date as day
                          from progress_v_requirement q
                          join progress_v_result r on r.activity_id = q.activity_id and r.learner_id = :learner
                          join training_v_group g on g.id = q.group_id
                          join training_v_site z on z.id = g.site_id
                         where q.group_id = :group and r.done_at is not null and r.state in ('DONE', 'PASSED')
                         order by day""")
                .param("learner", enrolment.learnerId())
                .param("group", enrolment.group().id())
                .query((row, i) -> row.getObject("day", LocalDate.class))
                .list();
        return new CertificateFacts(sessions, activities);
    }
}
