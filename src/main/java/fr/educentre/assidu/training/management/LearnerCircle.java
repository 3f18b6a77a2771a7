package fr.educentre.assidu.training.management;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.jdbc.Columns;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Those around a learner, to be called: who answers for them, who employs them, who accompanies them there. */
@Service
public class LearnerCircle {

    private final JdbcClient sql;

    LearnerCircle(JdbcClient sql) {
        this.sql = sql;
    }

    /** Guardians, then employers, their contacts and tutors. Whose learner it is, is checked where the page is opened. */
    @Transactional(readOnly = true)
    @AllowedRoles({Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    public List<Person> of(UUID learnerId) {
        return sql.sql("""
                select 1 as place, 'GUARDIAN' as kind, g.first_name || ' ' || g.last_name as name, '' as company,
                       coalesce(g.phone, '') as phone, coalesce(g.email, '') as email
                  from guardian g where g.learner_id = :learner
                union
                select 2, 'EMPLOYER', coalesce(nullif(p.contact_name, ''), p.name), p.name, coalesce(p.phone, ''),
                       coalesce(p.contact_email, '')
                  from enrolment e join employer p on p.id = e.employer_id where e.learner_id = :learner
                union
                select 3, 'EMPLOYER', c.name, p.name, c.phone, c.email
                  from enrolment e join employer p on p.id = e.employer_id join employer_contact c on c.employer_id = p.id
                 where e.learner_id = :learner
                union
                select 4, 'TUTOR', t.first_name || ' ' || t.last_name, p.name, coalesce(t.phone, ''), coalesce(t.email, '')
                  from enrolment e join tutor t on t.id = e.tutor_id join employer p on p.id = t.employer_id
                 where e.learner_id = :learner
                 order by place, name
                """)
                .param("learner", learnerId)
                .query((row, n) -> new Person(
                        Person.Kind.valueOf(Columns.text(row, "kind")),
                        Columns.text(row, "name"),
                        Columns.text(row, "company"),
                        Columns.text(row, "phone"),
                        Columns.text(row, "email")))
                .list();
    }

    /**
     * Somebody around a learner.
     *
     * @param company empty for a guardian
     * @param phone empty where none is known
     */
    public record Person(Kind kind, String name, String company, String phone, String email) {

        /** What they are to the learner. */
        public enum Kind {
            GUARDIAN,
            EMPLOYER,
            TUTOR
        }
    }
}
