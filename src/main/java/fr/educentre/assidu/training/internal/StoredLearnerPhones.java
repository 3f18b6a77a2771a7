package fr.educentre.assidu.training.internal;

import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.training.LearnerPhones;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class StoredLearnerPhones implements LearnerPhones {

    private final JdbcClient sql;

    StoredLearnerPhones(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Map<UUID, List<Phone>> of(Collection<UUID> learnerIds, LocalDate on) {
        Map<UUID, List<Phone>> found = new HashMap<>();
        if (learnerIds.isEmpty()) {
            return found;
        }
        sql.sql("""
                select p.learner_id, p.whose, p.name, p.phone from (
                    select l.id as learner_id, 1 as place, 'LEARNER' as whose, l.first_name || ' ' || l.last_name as name, l.phone
                      from learner l where l.id = any(cast(:ids as uuid[]))
                    union
                    select g.learner_id, 2, 'GUARDIAN', g.first_name || ' ' || g.last_name, g.phone
                      from guardian g join learner l on l.id = g.learner_id
                     where g.learner_id = any(cast(:ids as uuid[])) and l.birth_date + interval '18 years' > :on
                    union
                    select e.learner_id, 3, 'TUTOR', t.first_name || ' ' || t.last_name, t.phone
                      from enrolment e join tutor t on t.id = e.tutor_id
                     where e.learner_id = any(cast(:ids as uuid[])) and :on between e.starts_on and e.ends_on
                    union
                    select e.learner_id, 4, 'EMPLOYER', coalesce(c.contact_name || ' (' || c.name || ')', c.name), c.phone
                      from enrolment e join employer c on c.id = e.employer_id
                     where e.learner_id = any(cast(:ids as uuid[])) and :on between e.starts_on and e.ends_on) p
                 where p.phone <> ''
                 order by p.learner_id, p.place, p.name collate french
                """).param("ids", Arguments.array(learnerIds)).param("on", on).query(row -> {
            found.computeIfAbsent(Columns.uuid(row, "learner_id"), id -> new ArrayList<>())
                    .add(new Phone(
                            Phone.Whose.valueOf(row.getString("whose")),
                            row.getString("name"),
                            row.getString("phone")));
        });
        return found;
    }
}
