package fr.educentre.assidu.training.internal;

import fr.educentre.assidu.privacy.PersonalData;
import fr.educentre.assidu.privacy.PersonalDataHolder;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who a learner is, who answers for them, what they follow, where they were expected and what was noted of contacts with them. */
@Component
class TrainingPersonalData implements PersonalDataHolder {

    private final JdbcClient sql;

    TrainingPersonalData(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String module() {
        return "training";
    }

    @Override
    public void add(UUID learnerId, PersonalData to) {
        to.rows("learners", sql.sql("""
                                select to_jsonb(l) from learner l where l.id = :learner
                                """))
                .rows("guardians", sql.sql("""
                                select to_jsonb(g) from guardian g where g.learner_id = :learner order by g.id
                                """))
                .rows("memberships", sql.sql("""
                                select to_jsonb(m) || jsonb_build_object('group', g.name) from group_membership m
                                  join learner_group g on g.id = m.group_id
                                 where m.learner_id = :learner order by m.from_on, m.id
                                """))
                .rows("enrolments", sql.sql("""
                                select to_jsonb(e) || jsonb_build_object('programme', p.title, 'employer', y.name) from enrolment e
                                  join programme p on p.id = e.programme_id left join employer y on y.id = e.employer_id
                                 where e.learner_id = :learner order by e.starts_on, e.id
                                """))
                .rows("events", sql.sql("""
                                select to_jsonb(v) from enrolment_event v join enrolment e on e.id = v.enrolment_id
                                 where e.learner_id = :learner order by v.occurs_on, v.id
                                """))
                .rows("fundings", sql.sql("""
                                select to_jsonb(f) || jsonb_build_object('funder', p.name) from funding f
                                  join enrolment e on e.id = f.enrolment_id join funder p on p.id = f.funder_id
                                 where e.learner_id = :learner order by f.starts_on, f.id
                                """))
                .rows("participations", sql.sql("""
                                select to_jsonb(p) from session_participant p where p.learner_id = :learner
                                 order by p.recorded_at, p.id
                                """))
                .rows("contacts", sql.sql("""
                                select to_jsonb(c) from learner_contact c where c.learner_id = :learner order by c.at, c.id
                                """));
    }
}
