package fr.educentre.assidu.overview;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A centre of many groups of twenty learners, forty classes of each held and ten to come, with what a year leaves behind: a verdict a
 * learner and class, absences in every state, alerts, mails. Written by SQL, since deciding 200,000 verdicts takes longer
 * than reading them.
 */
final class BigCentre {

    static final LocalDate TODAY = LocalDate.parse("2027-12-01");

    private static final int GROUP = 20;
    private static final int HELD = 40;

    private final int learners;
    private final JdbcClient sql;

    BigCentre(JdbcClient sql, int learners) {
        this.sql = sql;
        this.learners = learners / GROUP * GROUP;
    }

    void write(String url) throws SQLException {
        try (Connection owner = DriverManager.getConnection(url, "assidu_owner", "test");
                var statement = owner.createStatement()) {
            people(statement);
            classes(statement);
            attendance(statement);
            followUp(statement);
            statement.execute("vacuum analyze");
        }
    }

    UUID group(int number) {
        return one("select md5('big group ' || ?)::uuid", number % (learners / GROUP));
    }

    UUID learner(int number) {
        return one("select md5('big learner ' || ?)::uuid", number * 37 % learners);
    }

    /** One that is going on. */
    UUID session(int number) {
        return one("select md5('big session ' || ? || ' 0')::uuid", number % (learners / GROUP));
    }

    UUID trainer() {
        return one("select md5('big trainer ' || ?)::uuid", 0);
    }

    UUID referent() {
        return one("select md5('big referent ' || ?)::uuid", 0);
    }

    long verdicts() {
        return sql.sql("select count(*) from verdict").query(Long.class).single();
    }

    private UUID one(String id, int number) {
        return sql.sql(id).param(number).query(UUID.class).single();
    }

    private void people(Statement statement) throws SQLException {
        statement.execute("""
                insert into organisation (id, name, siret, nda, nda_region, address, postal_code, city, phone, email,
                                          representative_name, representative_title)
                select md5('big')::uuid, 'Centre', '12345678901234', '11750000075', 'Île-de-France', '1 rue', '75001', 'Paris',
                       '0102030405', 'contact@essai.example', 'Ada Essai', 'Directrice'
                 where not exists (select 1 from organisation);
                insert into site (id, code, name, zone, address, postal_code, city, phone)
                values (md5('big site')::uuid, 'BIG', 'Paris', 'Europe/Paris', 'x', '75001', 'Paris', '0');
                insert into programme (id, code, title, nature, planned_minutes)
                select md5('big programme ' || p)::uuid, 'BIG-' || p, 'Parcours ' || p, 'TRAINING', 12600 from generate_series(0, 9) p;
                insert into trainer (id, external_id, first_name, last_name, email)
                select md5('big trainer ' || t)::uuid, 'BIG-' || t, 'Tom', 'Formateur ' || t, 'bigt' || t || '@essai.example'
                  from generate_series(0, 39) t;
                insert into referent (id, first_name, last_name, email, phone)
                select md5('big referent ' || r)::uuid, 'Rose', 'Référente ' || r, 'bigr' || r || '@essai.example', '0601'
                  from generate_series(0, 9) r;
                insert into employer (id, code, name, contact_name, contact_email)
                select md5('big employer ' || e)::uuid, 'BIG-' || e, 'Entreprise ' || e, 'Eva', 'bige' || e || '@essai.example'
                  from generate_series(0, 199) e;
                insert into funder (id, code, name, kind)
                select md5('big funder ' || f)::uuid, 'BIG-' || f, 'Financeur ' || f, 'OPCO' from generate_series(0, 9) f;
                insert into learner_group (id, code, name, programme_id, site_id, referent_id, starts_on, ends_on)
                select md5('big group ' || g)::uuid, 'BIG-' || g, 'Groupe ' || g, md5('big programme ' || g %% 10)::uuid,
                       md5('big site')::uuid, md5('big referent ' || g %% 10)::uuid, '2027-09-01', '2028-06-30'
                  from generate_series(0, %1$d / 20 - 1) g;
                insert into learner (id, external_id, first_name, last_name, email, birth_date)
                select md5('big learner ' || l)::uuid, 'BIG-' || l, 'Lou', 'Apprenant ' || l, 'bigl' || l || '@essai.example',
                       '1990-01-01' from generate_series(0, %1$d - 1) l;
                insert into group_membership (id, learner_id, group_id, from_on, recorded_at)
                select gen_random_uuid(), md5('big learner ' || l)::uuid, md5('big group ' || l / 20)::uuid, '2027-09-01',
                       '2027-09-01' from generate_series(0, %1$d - 1) l;
                insert into enrolment (id, number, learner_id, programme_id, group_id, employer_id, starts_on, ends_on, agreed_minutes)
                select md5('big enrolment ' || l)::uuid, 'BIG-' || l, md5('big learner ' || l)::uuid,
                       md5('big programme ' || (l / 20) %% 10)::uuid, md5('big group ' || l / 20)::uuid,
                       md5('big employer ' || l %% 200)::uuid, '2027-09-01', '2028-06-30', 12600
                  from generate_series(0, %1$d - 1) l;
                insert into funding (id, enrolment_id, funder_id, agreed_minutes, starts_on, ends_on, priority, crediting_method)
                select gen_random_uuid(), md5('big enrolment ' || l)::uuid, md5('big funder ' || l %% 10)::uuid, 12600, '2027-09-01',
                       '2028-06-30', 1, 'MINUTE' from generate_series(0, %1$d - 1) l;
                """.formatted(learners));
    }

    /** Two half-days a week; that of today is open, in a tenth of the groups. */
    private void classes(Statement statement) throws SQLException {
        statement.execute("""
                insert into training_session (id, external_id, title, group_id, site_id, trainer_id, planned_on, starts_at,
                       ends_at, taught_minutes, modality, stored_state, closed_at, room)
                select md5('big session ' || g || ' ' || d)::uuid, 'BIG-' || g || '-' || d, 'Atelier',
                       md5('big group ' || g)::uuid, md5('big site')::uuid, md5('big trainer ' || g %% 40)::uuid,
                       date '2027-12-01' - d, (date '2027-12-01' - d) + time '08:00', (date '2027-12-01' - d) + time '11:30',
                       210, (array['VIDEO','ONLINE','IN_PERSON'])[1 + abs(d) %% 3],
                       case when d > 0 then 'CLOSED' else 'PLANNED' end, case when d > 0 then (date '2027-12-01' - d) + time '12:00' end, 'B' || g
                  from generate_series(0, %1$d / 20 - 1) g, generate_series(-10, %2$d) d;
                """.formatted(learners, HELD));
    }

    private void attendance(Statement statement) throws SQLException {
        statement.execute("""
                with marked as (
                  select l, d, (hashtext(l || ' ' || d) & 1023) / 10.24 / (0.3 + (l %% 100) / 100.0) as luck
                    from generate_series(0, %1$d - 1) l, generate_series(1, %2$d) d)
                insert into verdict (planned_on, session_id, learner_id, enrolment_id, version, status, taught_minutes,
                       observed_minutes, credited_minutes, late_minutes, why, decided_at)
                select date '2027-12-01' - d, md5('big session ' || l / 20 || ' ' || d)::uuid, md5('big learner ' || l)::uuid,
                       md5('big enrolment ' || l)::uuid, 1,
                       case when luck < 4 then 'ABSENT' when luck < 8 then 'LATE' else 'PRESENT' end, 210,
                       case when luck < 4 then 0 when luck < 8 then 180 else 210 end,
                       case when luck < 4 then 0 when luck < 8 then 180 else 210 end,
                       case when luck < 4 or luck >= 8 then 0 else 30 end, 'bench', (date '2027-12-01' - d) + time '12:00'
                  from marked
                """.formatted(learners, HELD));
        statement.execute("""
                insert into absence_case (id, session_id, learner_id, half_day, missing_minutes, state, deadline, known_at, changed_at)
                select gen_random_uuid(), session_id, learner_id, planned_on || '/AM', 210,
                       case when planned_on > date '2027-11-20' then 'TO_JUSTIFY'
                            when hashtext(session_id::text || learner_id) % 2 = 0 then 'UNJUSTIFIED' else 'JUSTIFIED' end,
                       decided_at + interval '15 days', decided_at, decided_at from verdict v where why = 'bench' and status = 'ABSENT'
                   and not exists (select 1 from absence_case c where c.session_id = v.session_id and c.learner_id = v.learner_id)
                """);
    }

    private void followUp(Statement statement) throws SQLException {
        statement.execute("""
                insert into alert (id, learner_id, group_id, rule_id, rule_version, rule_name, episode, state, explanation, facts,
                       actions, at_risk, raised_at, changed_at)
                select gen_random_uuid(), md5('big learner ' || l)::uuid, md5('big group ' || l / 20)::uuid, r.id, 1, r.name,
                       'big', case when l %% 3 = 0 then 'RESOLVED' else 'OPEN' end, 'Trois absences en dix jours.', '{"values": {"absences": 3}, "sessions": []}', '[]', true,
                       timestamp '2027-12-01' - l * interval '1 minute', timestamp '2027-12-01'
                  from generate_series(0, %1$d - 1, 4) l, (select id, name from rule where code = 'trois-absences') r;
                """.formatted(learners));
        statement.execute("""
                insert into message (id, idempotency_key, template_key, template_version, locale, recipient_kind, recipient_name,
                       recipient_address, learner_id, subject, body, why, state, created_at, sent_at)
                select gen_random_uuid(), 'big ' || l || ' ' || n, 'big', 1, 'fr', 'LEARNER', 'Lou', 'big@essai.example',
                       md5('big learner ' || l)::uuid, 'Votre absence', repeat('Bonjour, ', 60), 'Absence', 'SENT',
                       timestamp '2027-12-01' - (l + n) * interval '1 minute', timestamp '2027-12-01'
                  from generate_series(0, %1$d - 1) l, generate_series(0, 5) n;
                """.formatted(learners));
    }
}
