package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.privacy.PersonalData;
import fr.educentre.assidu.privacy.PersonalDataHolder;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How a learner was marked, every version of it, what was to be justified and what corrections they asked for. */
@Component
class AttendancePersonalData implements PersonalDataHolder {

    private final JdbcClient sql;

    AttendancePersonalData(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String module() {
        return "attendance";
    }

    @Override
    public void add(UUID learnerId, PersonalData to) {
        to.rows("marks", sql.sql("""
                                select to_jsonb(v) || jsonb_build_object('session', s.title, 'starts_at', s.starts_at) from verdict v
                                  join training_v_session s on s.id = v.session_id
                                 where v.learner_id = :learner order by v.planned_on, v.session_id, v.version
                                """))
                .rows("absences", sql.sql("""
                                select to_jsonb(c) from absence_case c where c.learner_id = :learner order by c.known_at, c.id
                                """))
                .rows("steps", sql.sql("""
                                select to_jsonb(s) from absence_case_event s join absence_case c on c.id = s.case_id
                                 where c.learner_id = :learner order by s.at, s.id
                                """))
                .rows("documents", sql.sql("""
                                select to_jsonb(d) from (
                                    select id, session_id, file_name, media_type, uploaded_at from session_document
                                     where learner_id = :learner order by uploaded_at, id) d
                                """))
                .rows("corrections", sql.sql("""
                                select to_jsonb(r) from correction_request r where r.learner_id = :learner
                                 order by r.asked_at, r.id
                                """));
    }
}
