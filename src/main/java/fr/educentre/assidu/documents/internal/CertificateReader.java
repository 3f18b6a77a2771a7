package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.documents.internal.CertificateFacts.Activity;
import fr.educentre.assidu.documents.internal.CertificateFacts.Held;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.progress.Progress;
import fr.educentre.assidu.training.EnrolmentInfo;
import fr.educentre.assidu.training.Groups;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a certificate adds up. */
@Component
class CertificateReader {

    private final JdbcClient jdbc;
    private final Progress progress;
    private final Groups groups;

    CertificateReader(JdbcClient jdbc, Progress progress, Groups groups) {
        this.jdbc = jdbc;
        this.progress = progress;
        this.groups = groups;
    }

    CertificateFacts of(EnrolmentInfo enrolment) {
        var sessions = jdbc.sql("""
                        select s.id, s.starts_at, s.ends_at, z.zone, s.modality, s.taught_minutes, v.version, v.status,
                               coalesce(v.observed_minutes, 0) as observed, coalesce(v.credited_minutes, 0) as credited, coalesce(v.proof_sufficient, false) as proof
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
                .query((row, i) -> new Held(
                        new Held.Slot(
                                Columns.uuid(row, "id"),
                                Columns.instant(row, "starts_at"),
                                Columns.instant(row, "ends_at"),
                                ZoneId.of(row.getString("zone"))),
                        row.getString("modality"),
                        row.getInt("taught_minutes"),
                        row.getObject("version", Integer.class),
                        row.getString("status"),
                        new DocumentLine.Minutes(row.getInt("observed"), row.getInt("credited")),
                        row.getBoolean("proof")))
                .list();
        var zone = groups.get(enrolment.group().id()).site().zone();
        var activities = progress
                .creditedActivities(enrolment.group().id(), List.of(enrolment.learnerId()))
                .getOrDefault(enrolment.learnerId(), List.of())
                .stream()
                .map(one ->
                        new Activity(one.activityId(), one.doneAt().atZone(zone).toLocalDate(), one.estimatedMinutes()))
                .sorted(Comparator.comparing(Activity::day).thenComparing(Activity::key))
                .toList();
        return new CertificateFacts(sessions, activities);
    }
}
