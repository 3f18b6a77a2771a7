package fr.educentre.assidu.training.internal;

import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.training.FollowedLearners;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads who follows whom as it stands now: a change of employer or of guardian holds at once. */
@Component
class StoredFollowedLearners implements FollowedLearners {

    private static final ZoneId CENTRE = ZoneId.of("Europe/Paris");

    private final JdbcClient sql;
    private final Clock clock;

    StoredFollowedLearners(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> employer(UUID employerId) {
        return sql.sql("select name from employer where id = :employer")
                .param("employer", employerId)
                .query((row, n) -> Columns.text(row, "name"))
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Follower> contacts(UUID employerId) {
        return sql.sql("""
                select id, name, address from (
                    select -1 as place, id, coalesce(nullif(contact_name, ''), name) as name, contact_email as address
                      from employer where id = :employer
                    union all
                    select position, employer_id, name, email from employer_contact where employer_id = :employer) c
                 where coalesce(address, '') <> '' order by place
                """)
                .param("employer", employerId)
                .query(StoredFollowedLearners::follower)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Follower> guardians(UUID learnerId) {
        return sql.sql("""
                select g.id, g.first_name || ' ' || g.last_name as name, g.email as address
                  from guardian g join learner l on l.id = g.learner_id
                 where g.learner_id = :learner and coalesce(g.email, '') <> ''
                   and l.birth_date + interval '18 years' > :today
                 order by g.last_name collate french, g.first_name collate french, g.id
                """)
                .param("learner", learnerId)
                .param("today", today())
                .query(StoredFollowedLearners::follower)
                .list();
    }

    /** The contract where there is one, the days of the course else; nothing from its termination on. */
    @Override
    @Transactional(readOnly = true)
    public List<Followed> ofEmployer(UUID employerId) {
        return sql.sql("""
                select e.id, e.learner_id, l.first_name || ' ' || l.last_name as name, p.title, z.zone,
                       greatest(e.starts_on, e.contract_starts_on) as first_day,
                       least(e.ends_on, e.contract_ends_on,
                             (select min(v.occurs_on) - 1 from enrolment_event v
                               where v.enrolment_id = e.id and v.kind = 'TERMINATION'
                                 and v.occurs_on >= coalesce(e.contract_starts_on, e.starts_on))) as last_day
                  from enrolment e
                  join learner l on l.id = e.learner_id
                  join programme p on p.id = e.programme_id
                  join learner_group g on g.id = e.group_id
                  join site z on z.id = g.site_id
                 where e.employer_id = :employer
                 order by l.last_name collate french, l.first_name collate french, e.starts_on, e.id
                """)
                .param("employer", employerId)
                .query(StoredFollowedLearners::followed)
                .list();
    }

    /** Up to the day before the learner comes of age. */
    @Override
    @Transactional(readOnly = true)
    public List<Followed> ofGuardian(UUID guardianId) {
        return sql.sql("""
                select e.id, e.learner_id, l.first_name || ' ' || l.last_name as name, p.title, z.zone,
                       e.starts_on as first_day,
                       least(e.ends_on, (l.birth_date + interval '18 years' - interval '1 day')::date) as last_day
                  from guardian o
                  join learner l on l.id = o.learner_id
                  join enrolment e on e.learner_id = l.id
                  join programme p on p.id = e.programme_id
                  join learner_group g on g.id = e.group_id
                  join site z on z.id = g.site_id
                 where o.id = :guardian and l.birth_date + interval '18 years' > :today
                 order by e.starts_on, e.id
                """)
                .param("guardian", guardianId)
                .param("today", today())
                .query(StoredFollowedLearners::followed)
                .list();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CENTRE);
    }

    private static Follower follower(ResultSet row, int number) throws SQLException {
        return new Follower(Columns.uuid(row, "id"), Columns.text(row, "name"), Columns.text(row, "address"));
    }

    private static Followed followed(ResultSet row, int number) throws SQLException {
        return new Followed(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "learner_id"),
                Columns.text(row, "name"),
                Columns.text(row, "title"),
                ZoneId.of(Columns.text(row, "zone")),
                new Followed.Days(Columns.day(row, "first_day"), Columns.day(row, "last_day")));
    }
}
